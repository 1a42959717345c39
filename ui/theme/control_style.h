// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace reluscope::ui {

/// Fusion with what a style sheet cannot say: marks and chevrons in the theme's colours without
/// picture files, lengths that follow the text scale, and no focus rectangles (FocusRing draws
/// those).
class ControlStyle : public QProxyStyle {
    Q_OBJECT

  public:
    explicit ControlStyle(qreal scale);

    int pixelMetric(PixelMetric metric, const QStyleOption* option,
                    const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* returned) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                           const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                         SubControl subControl, const QWidget* widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                            QPainter* painter, const QWidget* widget) const override;

  private:
    int px(qreal designed) const;
    void drawCheckBox(const QStyleOption& option, QPainter& painter, const QWidget* widget) const;
    void drawComboBox(const QStyleOption& option, QPainter& painter) const;

    qreal m_scale;
};

/// Dynamic property of a QCheckBox: a QColor that its ticked box is filled with instead of accent.
inline constexpr char checkColorProperty[] = "checkColor";

} // namespace reluscope::ui

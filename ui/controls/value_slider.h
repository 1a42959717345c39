// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controls/number_field.h"

#include <QSlider>
#include <QString>
#include <QVector>

namespace reluscope::ui {

/// A labelled mark below a slider.
struct ValueTick {
    double value = 0.0;
    QString label; ///< may be empty: a mark alone
};

/// A slider over real numbers, linear or logarithmic, with labelled ticks below if it has any.
class ValueSlider : public QSlider {
    Q_OBJECT

  public:
    explicit ValueSlider(const ValueRange& range, QWidget* parent = nullptr);

    void setRange(const ValueRange& range);
    void setTicks(const QVector<ValueTick>& ticks);
    /// The number under the knob.
    double number() const;
    /// Moves the knob to `number`, or to the end nearest to it, without signalling.
    void setNumber(double number);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  signals:
    /// The user moved the knob.
    void numberChanged(double number, bool dragging);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    /// Keeps the groove, and where it can be grabbed, in the part above the ticks.
    void initStyleOption(QStyleOptionSlider* option) const override;

  private:
    double shareOf(double number) const;
    QFont tickFont() const;
    int tickHeight() const;

    ValueRange m_range;
    QVector<ValueTick> m_ticks;
    bool m_isPressing = false;
};

} // namespace reluscope::ui

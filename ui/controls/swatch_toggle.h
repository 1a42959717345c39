// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCheckBox>

namespace reluscope::ui {

/// A tick box in the colour of what it stands for, with its name; while ticked, a sample of
/// the line stands between the two.
class SwatchToggle : public QCheckBox {
    Q_OBJECT

  public:
    explicit SwatchToggle(const QString& name, QWidget* parent = nullptr);

    void setStyleIndex(int style);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    bool hitButton(const QPoint& position) const override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    QFont nameFont() const;
    void applyColor();

    int m_style = 0;
};

} // namespace reluscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCheckBox>

namespace reluscope::ui {

/// A tick box in the colour of its function, with the function's name; while ticked, a sample of
/// its line stands between the two.
class FunctionToggle : public QCheckBox {
    Q_OBJECT

  public:
    explicit FunctionToggle(const QString& name, QWidget* parent = nullptr);

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

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace reluscope::ui {

/// A slim bar that fills up. Says nothing itself: the words stand beside it.
class ProgressBar : public QWidget {
    Q_OBJECT

  public:
    explicit ProgressBar(QWidget* parent = nullptr);

    void setShare(double share); ///< from 0 to 1

    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    double m_share = 0;
};

} // namespace reluscope::ui

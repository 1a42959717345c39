// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QSlider;

namespace reluscope::ui {

/// How fast training is shown: a slider from a batch now and then to full speed.
class SpeedControl : public QWidget {
    Q_OBJECT

  public:
    /// Shows \p epochsPerSecond, or the nearest speed there is; infinity is full speed.
    explicit SpeedControl(double epochsPerSecond, QWidget* parent = nullptr);

  signals:
    void speedChanged(double epochsPerSecond);

  private:
    double speed() const;
    void showSpeed();

    QSlider* m_slider;
    QLabel* m_text;
};

} // namespace reluscope::ui

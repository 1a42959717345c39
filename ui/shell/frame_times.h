// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QJsonObject>
#include <QObject>
#include <QTimer>

#include <optional>
#include <vector>

class QWidget;

namespace reluscope::ui {

/// How smoothly a window runs: the times between the frames that it shows, and how late an event
/// of the thread that draws them comes.
class FrameTimes : public QObject {
    Q_OBJECT

  public:
    /// \p sinceStart runs since the program began.
    FrameTimes(QWidget& window, const QElapsedTimer& sinceStart);

    /// Counts from here.
    void start();
    /// Leaves out what follows until it is started again.
    void stop();

    /// Milliseconds, as --measure prints them.
    QJsonObject inJson() const;

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    QWidget& m_window;
    QElapsedTimer m_sinceStart;
    std::optional<double> m_firstPaint;

    /// Asks for a frame where none came, so that long ones are those that took long: large networks
    /// have nothing new to show at times.
    QTimer m_frameClock;
    QTimer m_pulse;
    QElapsedTimer m_sincePulse;
    QElapsedTimer m_sinceFrame;
    std::vector<double> m_frames; ///< milliseconds between those that were shown
    std::vector<double> m_stalls; ///< milliseconds that the pulse came late
};

} // namespace reluscope::ui

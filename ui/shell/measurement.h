// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainer_thread.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <vector>

class QWidget;

namespace reluscope::ui {

class ExperimentDocument;
class TrainingSession;

/// What watching costs: trains the experiment at full speed, first where nobody looks, then in the
/// window, for so many seconds each; prints a line of JSON and ends the application.
class Measurement : public QObject {
    Q_OBJECT

  public:
    /// \p sinceStart runs since the program began.
    Measurement(QWidget& window, ExperimentDocument& document, TrainingSession& session,
                double seconds, const QElapsedTimer& sinceStart);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    /// Examples that had been trained on at some time.
    struct Mark {
        std::size_t samples;
        std::chrono::nanoseconds time;
    };
    static double rate(const Mark& from, const TrainerProgress& to);

    void trainUnseen();
    void trainInWindow();
    void finish();

    QWidget& m_window;
    ExperimentDocument& m_document;
    TrainingSession& m_session;
    int m_milliseconds;
    QElapsedTimer m_sinceStart;
    std::optional<double> m_firstPaint;

    std::unique_ptr<TrainerThread> m_unseen;
    std::optional<Mark> m_mark; ///< where the time that counts begins
    double m_rateUnseen = 0;

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

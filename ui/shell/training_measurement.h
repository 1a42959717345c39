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

/// What watching costs: trains the experiment at full speed where nobody looks and in the window, a
/// second each in turns, so that what slows the machine down for a while slows both; after so many
/// turns as there are seconds prints a line of JSON and ends the application.
class Measurement : public QObject {
    Q_OBJECT

  public:
    /// \p sinceStart runs since the program began.
    Measurement(QWidget& window, ExperimentDocument& document, TrainingSession& session,
                double seconds, const QElapsedTimer& sinceStart);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    /// What one of the two has done in its turns.
    struct Trained {
        std::size_t samples = 0;
        double seconds = 0;

        void add(const TrainerProgress& from, const TrainerProgress& to);
        double rate() const { return static_cast<double>(samples) / seconds; }
    };

    void openUnseen();
    void trainUnseen();
    void trainInWindow();
    void finish();

    QWidget& m_window;
    ExperimentDocument& m_document;
    TrainingSession& m_session;
    int m_millisecondsLeft;
    QElapsedTimer m_sinceStart;
    std::optional<double> m_firstPaint;

    std::unique_ptr<TrainerThread> m_unseen;
    bool m_hasBegun = false;
    Trained m_trainedUnseen;
    Trained m_trainedInWindow;

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

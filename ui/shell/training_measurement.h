// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainer_thread.h"
#include "ui/shell/frame_times.h"

#include <QObject>

#include <memory>

namespace reluscope::ui {

class ExperimentDocument;
class TrainingSession;

/// What watching costs: trains the experiment at full speed where nobody looks and in the window, a
/// second each in turns, so that what slows the machine down for a while slows both; after so many
/// turns as there are seconds prints a line of JSON and ends the application.
class TrainingMeasurement : public QObject {
    Q_OBJECT

  public:
    /// Frames are those of \p frames, which outlives this.
    TrainingMeasurement(FrameTimes& frames, ExperimentDocument& document, TrainingSession& session,
                        double seconds);

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

    FrameTimes& m_frames;
    ExperimentDocument& m_document;
    TrainingSession& m_session;
    int m_millisecondsLeft;

    std::unique_ptr<TrainerThread> m_unseen;
    bool m_hasBegun = false;
    Trained m_trainedUnseen;
    Trained m_trainedInWindow;
};

} // namespace reluscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/learningrate/sweep_session.h"
#include "ui/session/experiment_document.h"
#include "ui/shell/experiment_files.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace reluscope::ui {

inline constexpr int sweepPatience = 60'000; // milliseconds, on a machine that does other things

/// A session with a document, a folder of its own and a sweep that is over soon.
struct SweepUnderTest {
    QTemporaryDir folder;
    ExperimentDocument document;
    std::unique_ptr<SweepSession> sweep;

    explicit SweepUnderTest(Experiment experiment = shortExperiment())
        : document(std::move(experiment)) {
        restart();
    }

    static Experiment shortExperiment() {
        Experiment experiment = startUpExperiment();
        experiment.training.epochs = 4;
        return experiment;
    }

    /// As if the program were started once more.
    void restart() {
        sweep.reset();
        sweep = std::make_unique<SweepSession>(document, folder.path().toStdString());
    }

    void setEpochs(std::size_t epochs) {
        sweep->plan().edit({}, [epochs](SweepSettings& settings) { settings.epochs = epochs; });
    }

    bool finish() const {
        sweep->run();
        return QTest::qWaitFor([this] { return !sweep->isUnderWay(); }, sweepPatience);
    }
};

} // namespace reluscope::ui

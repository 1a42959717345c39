// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/sweep_spec.h"
#include "core/training/trainer.h"

#include <cstddef>
#include <optional>

namespace reluscope {

/// What became of the run of a cell.
struct SweepResult {
    SweepCell cell;
    RunStatus status = RunStatus::Finished; ///< never Training
    std::size_t epochs = 0;                 ///< whole ones
    std::size_t step = 0; ///< updates made; of a diverged run, the one that could not be made
    /// The first layer with a pre-activation that is not finite, from 1; unset where only the loss
    /// left the finite range, and where nothing did.
    std::optional<std::size_t> divergedLayer = {};

    /// At the end; a run that diverged has none.
    struct Figures {
        double trainLoss = 0;
        double testLoss = 0;
        std::optional<double> trainAccuracy = {}; ///< of a classification
        std::optional<double> testAccuracy = {};
        double deadFraction = 0;

        friend bool operator==(const Figures&, const Figures&) = default;
    };
    std::optional<Figures> figures = {};

    // Before any step.
    double deadFractionAtStart = 0;
    bool isOutputConstantAtStart = false;
    double seconds = 0; ///< of training alone

    friend bool operator==(const SweepResult&, const SweepResult&) = default;
};

} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainer.h"

#include <cstddef>
#include <string_view>

namespace reluscope::cli {

/// What became of a run.
struct RunOutcome {
    std::string_view status; ///< "finished", "failed", "diverged" or "interrupted"
    std::size_t epochs = 0;  ///< whole ones
    std::size_t steps = 0;
    double seconds = 0; ///< of training alone
    double samplesPerSecond = 0;
};

/// To be asked when training is over; `isInterrupted` says that it was ended before its time.
RunOutcome outcomeOf(const Trainer& trainer, std::size_t run, bool isInterrupted);

/// Weights and biases of one network; of the largest, where runs differ in their layers.
std::size_t largestParameterCount(const Trainer& trainer);

} // namespace reluscope::cli

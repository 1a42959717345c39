// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/run_outcome.h"

#include <algorithm>

namespace reluscope::cli {
namespace {

std::string_view statusText(RunStatus status, bool isInterrupted) {
    if (status == RunStatus::Diverged) {
        return "diverged";
    }
    // Also where the last epoch was trained but not measured: its record is missing.
    if (isInterrupted || status == RunStatus::Training) {
        return "interrupted";
    }
    return status == RunStatus::Failed ? "failed" : "finished";
}

std::size_t wholeEpochs(const Trainer& trainer, std::size_t run) {
    if (const auto& divergence = trainer.runs()[run].divergence()) {
        return divergence->epoch - 1;
    }
    const auto& stop = trainer.stopOf(run);
    return stop ? stop->epoch : trainer.epoch();
}

} // namespace

RunOutcome outcomeOf(const Trainer& trainer, std::size_t index, bool isInterrupted) {
    const Run& run = trainer.runs()[index];
    const double seconds = trainer.trainingSeconds(index);
    const auto samples = static_cast<double>(trainer.samples(index));
    return {.status = statusText(trainer.status(index), isInterrupted),
            .epochs = wholeEpochs(trainer, index),
            .steps = run.stepCount(),
            .seconds = seconds,
            .samplesPerSecond = seconds > 0 ? samples / seconds : 0};
}

std::size_t largestParameterCount(const Trainer& trainer) {
    std::size_t largest = 0;
    for (const Run& run : trainer.runs()) {
        largest = std::max(largest, run.network().architecture().parameterCount());
    }
    return largest;
}

} // namespace reluscope::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/sweep.h"
#include "tests/core/training/small_experiment.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace reluscope::test {

/// ReLU and identity on the small data at rates of which the last makes identity diverge.
inline SweepSpec smallSweep(std::size_t rates = 3, std::size_t seeds = 2) {
    return {.experiment = smallExperiment({"relu", "identity"}),
            .learningRates = geometricRates(0.01, 1e6, rates),
            .seedCount = seeds};
}

inline CellRunOptions smallOptions() {
    return {.data = smallData(), .memoryLimit = anyMemory, .clock = &steadyClock};
}

/// All results, in the order of the grid and without the time that they took.
inline std::vector<SweepResult> timeless(std::vector<SweepResult> results) {
    std::ranges::sort(results, {}, &SweepResult::cell);
    for (SweepResult& result : results) {
        result.seconds = 0;
    }
    return results;
}

inline std::vector<SweepResult> runAll(const SweepSpec& spec, std::size_t jobs = 1) {
    std::vector<SweepResult> results;
    SweepControl control;
    runSweep(spec, coarseToFine(spec), smallOptions(), jobs, control,
             [&](const SweepResult& result) { results.push_back(result); });
    return results;
}

} // namespace reluscope::test

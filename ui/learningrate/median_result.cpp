// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learningrate/median_result.h"

#include <algorithm>
#include <vector>

namespace reluscope::ui {

const SweepResult* medianResult(std::span<const SweepResult> results, std::size_t run,
                                std::size_t rate) {
    std::vector<const SweepResult*> finite;
    std::vector<const SweepResult*> diverged;
    for (const SweepResult& result : results) {
        if (result.cell.run == run && result.cell.rate == rate) {
            (result.figures ? finite : diverged).push_back(&result);
        }
    }
    const auto bySeed = [](const SweepResult* a, const SweepResult* b) {
        return a->cell.seed < b->cell.seed;
    };
    if (diverged.size() > finite.size()) {
        return *std::ranges::min_element(diverged, bySeed);
    }
    if (finite.empty()) {
        return nullptr;
    }
    std::ranges::sort(finite, bySeed); // equal losses: the same run whichever ended first
    std::ranges::stable_sort(finite, {},
                             [](const SweepResult* result) { return result->figures->trainLoss; });
    return finite[(finite.size() - 1) / 2];
}

} // namespace reluscope::ui

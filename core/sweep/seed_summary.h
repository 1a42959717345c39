// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/sweep_result.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace reluscope {

/// How far a figure of several seeds lies apart.
struct SeedSpread {
    double low;
    double median; ///< of an even number the lower one in the middle, so that it is a seed's
    double high;

    friend bool operator==(const SeedSpread&, const SeedSpread&) = default;
};

/// What the seeds of one run at one rate came to, as far as they have ended.
struct SeedSummary {
    std::size_t ended = 0;
    std::size_t diverged = 0; ///< of those that have ended

    // Of the seeds that stayed finite; unset where there is none, or no such figure.
    std::optional<SeedSpread> trainLoss = {};
    std::optional<SeedSpread> testLoss = {};
    std::optional<SeedSpread> trainAccuracy = {};
    std::optional<SeedSpread> testAccuracy = {};
    std::optional<SeedSpread> deadFraction = {};

    friend bool operator==(const SeedSummary&, const SeedSummary&) = default;
};

/// One for each place of the grid, by run and then by rate: `run * spec.rateCount() + rate`.
/// \p results are of \p spec, in any order.
std::vector<SeedSummary> summarizeSeeds(const SweepSpec& spec,
                                        std::span<const SweepResult> results);

} // namespace reluscope

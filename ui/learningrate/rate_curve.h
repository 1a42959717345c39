// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/seed_summary.h"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace reluscope::ui {

using SeedFigure = std::optional<SeedSpread> SeedSummary::*;

/// A figure of one run over the learning rate, at those rates of which a seed has ended. Where one
/// diverged there is a gap, of numbers that are none: the others tell half of what happens there.
struct RateCurve {
    std::vector<double> rates;
    std::vector<double> low;
    std::vector<double> median;
    std::vector<double> high;
    /// The last rate with every seed finite, of those that have ended, if one above it has seeds
    /// that diverged; the curve ends there.
    std::optional<double> lastFinite;
    /// The lowest rate at which a seed diverged.
    std::optional<double> firstDiverged;
};

/// \p summaries as SeedSummaries has them.
RateCurve rateCurveOf(const SweepSpec& spec, std::span<const SeedSummary> summaries,
                      std::size_t run, SeedFigure figure);

} // namespace reluscope::ui

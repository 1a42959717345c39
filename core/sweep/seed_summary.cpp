// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/seed_summary.h"

#include <algorithm>
#include <cmath>

namespace reluscope {
namespace {

/// Of a member of SweepResult::Figures.
template <class Figure>
std::optional<SeedSpread> spreadOf(const std::vector<const SweepResult*>& seeds,
                                   Figure SweepResult::Figures::*figure) {
    std::vector<double> values;
    for (const SweepResult* seed : seeds) {
        const std::optional<double> value =
            seed->figures ? std::optional<double>((*seed->figures).*figure) : std::nullopt;
        if (value && std::isfinite(*value)) {
            values.push_back(*value);
        }
    }
    if (values.empty()) {
        return std::nullopt;
    }
    std::ranges::sort(values);
    return SeedSpread{values.front(), values[(values.size() - 1) / 2], values.back()};
}

} // namespace

std::vector<SeedSummary> summarizeSeeds(const SweepSpec& spec,
                                        std::span<const SweepResult> results) {
    using Figures = SweepResult::Figures;

    std::vector<std::vector<const SweepResult*>> places(spec.runCount() * spec.rateCount());
    for (const SweepResult& result : results) {
        places[result.cell.run * spec.rateCount() + result.cell.rate].push_back(&result);
    }
    std::vector<SeedSummary> summaries;
    summaries.reserve(places.size());
    for (const auto& seeds : places) {
        const auto diverged = std::ranges::count(seeds, RunStatus::Diverged, &SweepResult::status);
        const auto spread = [&seeds](auto figure) { return spreadOf(seeds, figure); };
        summaries.push_back({.ended = seeds.size(),
                             .diverged = static_cast<std::size_t>(diverged),
                             .trainLoss = spread(&Figures::trainLoss),
                             .testLoss = spread(&Figures::testLoss),
                             .trainAccuracy = spread(&Figures::trainAccuracy),
                             .testAccuracy = spread(&Figures::testAccuracy),
                             .deadFraction = spread(&Figures::deadFraction)});
    }
    return summaries;
}

} // namespace reluscope

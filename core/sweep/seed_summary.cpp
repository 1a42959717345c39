// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/seed_summary.h"

#include <algorithm>
#include <cmath>

namespace reluscope {
namespace {

struct Figure {
    std::optional<double> (*of)(const SweepResult::Figures&);
    std::optional<SeedSpread> SeedSummary::*spread;
};

} // namespace

SeedSummaries::SeedSummaries(const SweepSpec& spec)
    : m_rateCount(spec.rateCount())
    , m_summaries(spec.runCount() * spec.rateCount())
    , m_figures(m_summaries.size()) {}

void SeedSummaries::add(const SweepResult& result) {
    using Figures = SweepResult::Figures;
    static constexpr std::array<Figure, figureCount> figures{{
        {[](const Figures& all) { return std::optional(all.trainLoss); }, &SeedSummary::trainLoss},
        {[](const Figures& all) { return std::optional(all.testLoss); }, &SeedSummary::testLoss},
        {[](const Figures& all) { return all.trainAccuracy; }, &SeedSummary::trainAccuracy},
        {[](const Figures& all) { return all.testAccuracy; }, &SeedSummary::testAccuracy},
        {[](const Figures& all) { return std::optional(all.deadFraction); },
         &SeedSummary::deadFraction},
    }};

    const std::size_t place = result.cell.run * m_rateCount + result.cell.rate;
    SeedSummary& summary = m_summaries[place];
    ++summary.ended;
    summary.failed += result.status == RunStatus::Failed ? 1U : 0U;
    summary.diverged += result.status == RunStatus::Diverged ? 1U : 0U;
    if (!result.figures) {
        return;
    }
    for (std::size_t i = 0; i < figureCount; ++i) {
        const std::optional<double> value = figures[i].of(*result.figures);
        if (!value || !std::isfinite(*value)) {
            continue;
        }
        std::vector<double>& sorted = m_figures[place][i];
        sorted.insert(std::ranges::upper_bound(sorted, *value), *value);
        summary.*figures[i].spread =
            SeedSpread{sorted.front(), sorted[(sorted.size() - 1) / 2], sorted.back()};
    }
}

SeedSummaries summarizeSeeds(const SweepSpec& spec, std::span<const SweepResult> results) {
    SeedSummaries summaries(spec);
    for (const SweepResult& result : results) {
        summaries.add(result);
    }
    return summaries;
}

} // namespace reluscope

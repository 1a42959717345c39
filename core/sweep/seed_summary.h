// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/sweep_result.h"

#include <array>
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
    std::size_t failed = 0;   ///< of those that have ended
    std::size_t diverged = 0; ///< of those that have ended

    // Of the seeds that stayed finite; unset where there is none, or no such figure.
    std::optional<SeedSpread> trainLoss = {};
    std::optional<SeedSpread> testLoss = {};
    std::optional<SeedSpread> trainAccuracy = {};
    std::optional<SeedSpread> testAccuracy = {};
    std::optional<SeedSpread> deadFraction = {};

    friend bool operator==(const SeedSummary&, const SeedSummary&) = default;
};

/// Whether more of the seeds that have ended diverged than not.
inline bool hasMostlyDiverged(const SeedSummary& summary) {
    return 2 * summary.diverged > summary.ended;
}

/// The summaries of a sweep, which grow result by result: each costs as much as its own place.
class SeedSummaries {
  public:
    SeedSummaries() = default;
    explicit SeedSummaries(const SweepSpec& spec);

    /// One of the sweep, in any order.
    void add(const SweepResult& result);

    /// One for each place of the grid, by run and then by rate: `run * spec.rateCount() + rate`.
    const std::vector<SeedSummary>& all() const noexcept { return m_summaries; }

  private:
    static constexpr std::size_t figureCount = 5;

    std::size_t m_rateCount = 0;
    std::vector<SeedSummary> m_summaries;
    /// By place and figure, what the seeds have, in ascending order.
    std::vector<std::array<std::vector<double>, figureCount>> m_figures;
};

/// Those of results that there are already.
SeedSummaries summarizeSeeds(const SweepSpec& spec, std::span<const SweepResult> results);

} // namespace reluscope

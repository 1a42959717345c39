// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/experiment.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace reluscope {

/// A grid of runs: every run of an experiment at every learning rate with every seed.
struct SweepSpec {
    /// What the runs of the grid have in common; its own runs are the rows. What was changed by
    /// hand while it trained is no part of a sweep.
    Experiment experiment;
    /// In ascending order; none: each run keeps its own.
    std::vector<double> learningRates = {};
    /// The seeds of weights and batch order: `network.seed`, +1, and so on.
    std::size_t seedCount = 1;
    /// fingerprintOf() the data that the runs are trained on; unset: not known.
    std::optional<std::uint64_t> dataFingerprint = {};

    std::size_t runCount() const noexcept { return experiment.runs.size(); }
    std::size_t rateCount() const noexcept {
        return learningRates.empty() ? 1 : learningRates.size();
    }
    std::size_t cellCount() const noexcept { return runCount() * rateCount() * seedCount; }

    friend bool operator==(const SweepSpec&, const SweepSpec&) = default;
};

/// A place in the grid, by the index of its run, rate and seed.
struct SweepCell {
    std::size_t run = 0;
    std::size_t rate = 0;
    std::size_t seed = 0;

    friend auto operator<=>(const SweepCell&, const SweepCell&) = default;
};

/// Refuses grids whose rates do not ascend, whose seeds do not fit into a number, or with more than
/// a million cells. \throws InputError with the place "learning_rates" or "seeds" and no file.
void checkGrid(const SweepSpec& spec);

/// \p count (at least 1) rates from \p lowest to \p highest, both above 0, each as many times the
/// one before it. They have 12 significant digits, so that all machines make the same; and if the
/// steps are halved, every second rate is one of those before.
std::vector<double> geometricRates(double lowest, double highest, std::size_t count);

/// All cells in the order in which they are to be run: coarse to fine, the whole range of rates
/// first and then those between. Of rates that come together, all runs have the first seed's turn,
/// then the next seed's.
std::vector<SweepCell> coarseToFine(const SweepSpec& spec);

/// The cells of shard \p number (from 1) of \p count: every so many-th in the same order, so that
/// each shard sees the whole range.
std::vector<SweepCell> cellsOfShard(const SweepSpec& spec, std::size_t number, std::size_t count);

/// The experiment without what it says of learning rates: what does not depend on them.
Experiment withoutLearningRates(Experiment experiment);

double learningRateOf(const SweepSpec& spec, SweepCell cell);
std::uint64_t seedOf(const SweepSpec& spec, SweepCell cell);

/// The experiment of one run that a cell is: training it gives the result of the cell.
Experiment experimentOf(const SweepSpec& spec, SweepCell cell);

} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/sweep_spec.h"

#include "core/input_error.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <functional>
#include <string>
#include <utility>

namespace reluscope {
namespace {

using Indices = std::vector<std::size_t>;

/// The indices of \p count rates: both ends, then what halves the gaps between those before, again
/// and again.
std::vector<Indices> levelsOfRates(std::size_t count) {
    std::vector<Indices> levels{count == 1 ? Indices{0} : Indices{0, count - 1}};
    using Gap = std::pair<std::size_t, std::size_t>;
    std::vector<Gap> gaps{{0, count - 1}};
    while (!gaps.empty()) {
        Indices level;
        std::vector<Gap> halves;
        for (const auto& [low, high] : gaps) {
            if (high - low > 1) {
                const std::size_t middle = low + (high - low) / 2;
                level.push_back(middle);
                halves.emplace_back(low, middle);
                halves.emplace_back(middle, high);
            }
        }
        if (!level.empty()) {
            levels.push_back(std::move(level));
        }
        gaps = std::move(halves);
    }
    return levels;
}

double roundedRate(double rate) {
    constexpr int digits = 12;
    std::array<char, 32> text{};
    const char* const end = std::to_chars(text.data(), text.data() + text.size(), rate,
                                          std::chars_format::general, digits)
                                .ptr;
    std::from_chars(text.data(), end, rate);
    return rate;
}

} // namespace

void checkGrid(const SweepSpec& spec) {
    // Cells with the same rate and seed could not be told apart.
    if (std::ranges::adjacent_find(spec.learningRates, std::greater_equal{}) !=
        spec.learningRates.end()) {
        throw InputError({}, "learning_rates", "two of them are the same, or they do not ascend",
                         "each above the one before it, by more than rounding");
    }
    constexpr std::size_t most = 1'000'000;
    const std::size_t cells = spec.runCount() * spec.rateCount();
    if (spec.seedCount == 0 || spec.seedCount > most / std::max<std::size_t>(1, cells)) {
        throw InputError({}, "seeds",
                         std::to_string(spec.seedCount) + " for each of " + std::to_string(cells) +
                             " settings are too many runs",
                         "at least 1, and at most " + std::to_string(most) + " runs in all");
    }
    if (spec.experiment.network.seed + spec.seedCount - 1 < spec.experiment.network.seed) {
        throw InputError({}, "seeds", "the last seed is no 64-bit number",
                         "a smaller network.seed");
    }
}

std::vector<double> geometricRates(double lowest, double highest, std::size_t count) {
    std::vector<double> rates;
    for (std::size_t i = 0; i + 1 < count; ++i) {
        const double share = static_cast<double>(i) / static_cast<double>(count - 1);
        // Their ratio may be too large for a number.
        rates.push_back(
            i == 0 ? lowest : roundedRate(std::pow(lowest, 1 - share) * std::pow(highest, share)));
    }
    rates.push_back(highest);
    return rates;
}

std::vector<SweepCell> coarseToFine(const SweepSpec& spec) {
    std::vector<SweepCell> cells;
    cells.reserve(spec.cellCount());
    for (const Indices& rates : levelsOfRates(spec.rateCount())) {
        for (std::size_t seed = 0; seed < spec.seedCount; ++seed) {
            for (const std::size_t rate : rates) {
                for (std::size_t run = 0; run < spec.runCount(); ++run) {
                    cells.push_back({.run = run, .rate = rate, .seed = seed});
                }
            }
        }
    }
    return cells;
}

std::vector<SweepCell> cellsOfShard(const SweepSpec& spec, std::size_t number, std::size_t count) {
    const std::vector<SweepCell> all = coarseToFine(spec);
    std::vector<SweepCell> cells;
    for (std::size_t i = number - 1; i < all.size(); i += count) {
        cells.push_back(all[i]);
    }
    return cells;
}

Experiment withoutLearningRates(Experiment experiment) {
    const double usual = OptimizerSpec().learningRate;
    experiment.training.optimizer.learningRate = usual;
    for (RunSpec& run : experiment.runs) {
        run.learningRate.reset();
        if (run.optimizer) {
            run.optimizer->learningRate = usual;
        }
    }
    return experiment;
}

double learningRateOf(const SweepSpec& spec, SweepCell cell) {
    return spec.learningRates.empty()
               ? effectiveOptimizer(spec.experiment, spec.experiment.runs[cell.run]).learningRate
               : spec.learningRates[cell.rate];
}

std::uint64_t seedOf(const SweepSpec& spec, SweepCell cell) {
    return spec.experiment.network.seed + cell.seed;
}

Experiment experimentOf(const SweepSpec& spec, SweepCell cell) {
    Experiment experiment = spec.experiment;
    experiment.runs.clear();
    RunSpec& run = experiment.runs.emplace_back(spec.experiment.runs[cell.run]);
    // Where somebody looks for it who wants to change it.
    OptimizerSpec& optimizer = run.optimizer ? *run.optimizer : experiment.training.optimizer;
    optimizer.learningRate = learningRateOf(spec, cell);
    run.learningRate.reset();
    experiment.network.seed = seedOf(spec, cell);
    experiment.training.changes.clear();
    return experiment;
}

} // namespace reluscope

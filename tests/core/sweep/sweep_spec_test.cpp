// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/sweep_rows.h"
#include "core/sweep/sweep_spec.h"
#include "tests/core/expect_input_error.h"
#include "tests/core/training/small_experiment.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <limits>
#include <set>

namespace reluscope {
namespace {

using testing::ElementsAre;

SweepSpec specOf(std::size_t rates, std::size_t seeds) {
    return {.experiment = test::smallExperiment({"relu", "tanh"}),
            .learningRates = geometricRates(0.01, 10, rates),
            .seedCount = seeds};
}

TEST(GeometricRates, MeetBothEndsAndKeepTheirRatio) {
    EXPECT_THAT(geometricRates(0.001, 1, 4), ElementsAre(0.001, 0.01, 0.1, 1));
    EXPECT_THAT(geometricRates(0.3, 0.3, 1), ElementsAre(0.3));
    const std::vector<double> rates = geometricRates(0.007, 13, 23);
    ASSERT_EQ(rates.size(), 23);
    EXPECT_EQ(rates.front(), 0.007);
    EXPECT_EQ(rates.back(), 13);
    for (std::size_t i = 1; i < rates.size(); ++i) {
        EXPECT_NEAR(std::log(rates[i] / rates[i - 1]), std::log(13 / 0.007) / 22, 1e-10);
    }
}

TEST(GeometricRates, OfHalfTheStepsHoldThoseBefore) {
    const std::vector<double> coarse = geometricRates(0.01, 10, 10);
    const std::vector<double> fine = geometricRates(0.01, 10, 19);
    for (std::size_t i = 0; i < coarse.size(); ++i) {
        EXPECT_EQ(fine[2 * i], coarse[i]);
    }
}

TEST(GeometricRates, ReachOverTheWholeRangeOfNumbers) {
    EXPECT_THAT(geometricRates(1e-300, 1e300, 5), ElementsAre(1e-300, 1e-150, 1, 1e150, 1e300));
}

TEST(CoarseToFine, HasEveryCellOnce) {
    for (const std::size_t rates : std::initializer_list<std::size_t>{1, 2, 3, 9, 10}) {
        const SweepSpec spec = specOf(rates, 3);
        const auto cells = coarseToFine(spec);
        EXPECT_EQ(cells.size(), spec.cellCount());
        EXPECT_EQ(std::set<SweepCell>(cells.begin(), cells.end()).size(), cells.size());
        for (const SweepCell cell : cells) {
            EXPECT_LT(cell.run, 2);
            EXPECT_LT(cell.rate, rates);
            EXPECT_LT(cell.seed, 3);
        }
    }
}

TEST(CoarseToFine, BeginsWithTheEndsAndHalvesTheGaps) {
    SweepSpec spec = specOf(9, 1);
    spec.experiment.runs.resize(1);
    std::vector<std::size_t> rates;
    for (const SweepCell cell : coarseToFine(spec)) {
        rates.push_back(cell.rate);
    }
    EXPECT_THAT(rates, ElementsAre(0, 8, 4, 2, 6, 1, 3, 5, 7));
}

TEST(CoarseToFine, TakesAllRunsAndSeedsOfTheEndsBeforeTheRatesBetween) {
    const auto cells = coarseToFine(specOf(5, 2));
    for (std::size_t i = 0; i < cells.size(); ++i) {
        EXPECT_EQ(i < 8, cells[i].rate == 0 || cells[i].rate == 4) << i;
    }
    EXPECT_EQ(cells[0], (SweepCell{.run = 0, .rate = 0, .seed = 0}));
    EXPECT_EQ(cells[1], (SweepCell{.run = 1, .rate = 0, .seed = 0}));
    EXPECT_EQ(cells[2], (SweepCell{.run = 0, .rate = 4, .seed = 0}));
    EXPECT_EQ(cells[4], (SweepCell{.run = 0, .rate = 0, .seed = 1}));
}

TEST(Shards, ShareTheCellsOut) {
    const SweepSpec spec = specOf(5, 2);
    std::vector<SweepCell> all;
    for (std::size_t number = 1; number <= 3; ++number) {
        const auto cells = cellsOfShard(spec, number, 3);
        EXPECT_NEAR(static_cast<double>(cells.size()), 20.0 / 3, 1);
        all.insert(all.end(), cells.begin(), cells.end());
    }
    auto expected = coarseToFine(spec);
    std::ranges::sort(all);
    std::ranges::sort(expected);
    EXPECT_EQ(all, expected);
    EXPECT_TRUE(cellsOfShard(spec, 30, 30).empty()) << "more shards than cells";
}

TEST(ExperimentOfACell, HasItsRunRateAndSeed) {
    SweepSpec spec = specOf(3, 4);
    spec.experiment.network.seed = 7;
    spec.experiment.training.changes.push_back({.run = "relu", .step = 1, .value = 0.5});
    const Experiment experiment = experimentOf(spec, {.run = 1, .rate = 2, .seed = 3});
    ASSERT_EQ(experiment.runs.size(), 1);
    EXPECT_EQ(experiment.runs[0].name, "tanh");
    EXPECT_EQ(effectiveOptimizer(experiment, experiment.runs[0]).learningRate, 10);
    EXPECT_EQ(experiment.network.seed, 10);
    EXPECT_TRUE(experiment.training.changes.empty());
}

TEST(ExperimentOfACell, KeepsItsOwnRateWhereNoneAreSwept) {
    SweepSpec spec = specOf(3, 1);
    spec.learningRates.clear();
    spec.experiment.runs[1].learningRate = 0.7;
    EXPECT_EQ(spec.cellCount(), 2);
    EXPECT_EQ(learningRateOf(spec, {.run = 0}), 0.1);
    EXPECT_EQ(learningRateOf(spec, {.run = 1}), 0.7);
}

TEST(ExperimentOfACell, HasItsRateWhereItCanBeChanged) {
    SweepSpec spec = specOf(3, 1);
    spec.experiment.runs[0].learningRate = 0.7;
    spec.experiment.runs[1].optimizer = OptimizerSpec{.momentum = 0.5};
    const Experiment common = experimentOf(spec, {.run = 0, .rate = 2});
    EXPECT_EQ(common.training.optimizer.learningRate, 10) << "one knob for all runs";
    EXPECT_FALSE(common.runs[0].learningRate);
    const Experiment own = experimentOf(spec, {.run = 1, .rate = 2});
    EXPECT_EQ(own.runs[0].optimizer->learningRate, 10);
    EXPECT_EQ(own.runs[0].optimizer->momentum, 0.5);
}

TEST(WithoutLearningRates, IsTheSameWhateverTheyWere) {
    Experiment one = test::smallExperiment({"relu", "tanh"});
    one.runs[1].optimizer = OptimizerSpec{.momentum = 0.5};
    Experiment other = one;
    other.training.optimizer.learningRate = 7;
    other.runs[0].learningRate = 8;
    other.runs[1].optimizer->learningRate = 9;
    EXPECT_NE(one, other);
    EXPECT_EQ(withoutLearningRates(one), withoutLearningRates(other));
    other.runs[1].optimizer->momentum = 0.4;
    EXPECT_NE(withoutLearningRates(one), withoutLearningRates(other));
}

TEST(CheckGrid, RefusesRatesThatCannotBeToldApart) {
    SweepSpec spec = specOf(3, 1);
    spec.learningRates = geometricRates(1, 1 + 1e-11, 20);
    test::expectInputError([&] { checkGrid(spec); }, "learning_rates", "the same");
    spec.learningRates = {0.2, 0.1};
    test::expectInputError([&] { checkGrid(spec); }, "learning_rates", "do not ascend");
}

TEST(CheckGrid, RefusesWhatIsTooMuch) {
    SweepSpec spec = specOf(9, 1'000'000);
    test::expectInputError([&] { checkGrid(spec); }, "seeds", "too many runs");
    spec.seedCount = 2;
    EXPECT_NO_THROW(checkGrid(spec));
    spec.experiment.network.seed = std::numeric_limits<std::uint64_t>::max();
    test::expectInputError([&] { checkGrid(spec); }, "seeds", "no 64-bit number");
}

std::vector<std::string> namesOf(const std::vector<RunSpec>& runs) {
    std::vector<std::string> names;
    std::ranges::transform(runs, std::back_inserter(names), &RunSpec::name);
    return names;
}

TEST(SweepRows, AreNamedByWhatTellsThemApart) {
    Activation steep(*findActivation("leaky_relu"));
    steep.parameters[0] = 0.1;
    Activation fast(*findActivation("gelu"));
    fast.parameters[0] = 1;
    const std::vector<Activation> activations{Activation(*findActivation("relu")), steep, fast};
    EXPECT_THAT(namesOf(runsOfActivations(activations)),
                ElementsAre("ReLU", "Leaky ReLU, a = 0.1", "GELU, approximate = tanh"));

    const RunSpec base = test::runSpec("relu");
    const std::vector<Initialization> initializations{
        {.weights = WeightScheme::HeNormal},
        {.weights = WeightScheme::Normal, .parameter = 0.5, .gain = 2, .bias = 0.1}};
    const auto ofInitializations = runsOfInitializations(base, initializations);
    EXPECT_THAT(namesOf(ofInitializations),
                ElementsAre("He normal", "Normal, std = 0.5, gain = 2, bias = 0.1"));
    EXPECT_EQ(ofInitializations[1].initialization, initializations[1]);
    EXPECT_EQ(ofInitializations[1].activations, base.activations);

    const std::vector<std::vector<std::size_t>> hidden{{}, {16}, {16, 8}};
    const auto ofHidden = runsOfHidden(base, hidden);
    EXPECT_THAT(namesOf(ofHidden), ElementsAre("linear", "16", "16-8"));
    EXPECT_EQ(ofHidden[2].hidden, hidden[2]);
}

} // namespace
} // namespace reluscope

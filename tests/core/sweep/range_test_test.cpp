// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/range_test.h"
#include "core/sweep/sweep_spec.h"
#include "tests/core/expect_input_error.h"
#include "tests/core/training/small_experiment.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace reluscope {
namespace {

/// One example, x = 2 and t = 3, for a linear model without bias at 0: the loss of its weight w is
/// (2 w + b - 3)^2.
std::shared_ptr<const Dataset> oneExample() {
    auto data = std::make_shared<Dataset>();
    data->task = Task::Regression;
    data->featureCount = 1;
    data->train = {.features = {2}, .values = {3}};
    data->test = data->train;
    return data;
}

Experiment linearExperiment() {
    Experiment experiment = test::smallExperiment({"identity"});
    experiment.network.hidden.clear();
    experiment.network.initialization.weights = WeightScheme::Zeros;
    return experiment;
}

RangeTest testRange(const Experiment& experiment, const Dataset& data, const RangeTestSpec& spec) {
    return reluscope::testRange(experiment, 0, data, spec, test::anyMemory);
}

/// Points with these smoothed losses, at rates that double.
std::vector<RangeTestPoint> pointsOf(const std::vector<double>& losses) {
    std::vector<RangeTestPoint> points;
    for (const double loss : losses) {
        points.push_back({std::exp2(static_cast<double>(points.size())), loss, loss});
    }
    return points;
}

TEST(RangeTest, FollowsGradientDescentOnAParabola) {
    // The error e of the model becomes e - rate 2 e (x^2 + 1).
    const RangeTestSpec spec{.from = 1e-3, .to = 1, .steps = 60, .stopAt = 1e300};
    const RangeTest result = testRange(linearExperiment(), *oneExample(), spec);
    EXPECT_EQ(result.end, RangeTestEnd::AllSteps);
    ASSERT_EQ(result.points.size(), 60);
    const std::vector<double> rates = geometricRates(1e-3, 1, 60);
    double error = 3;
    for (std::size_t i = 0; i < rates.size(); ++i) {
        EXPECT_EQ(result.points[i].learningRate, rates[i]);
        EXPECT_NEAR(result.points[i].loss, error * error, 1e-4 * error * error + 1e-10) << i;
        error *= 1 - 10 * rates[i];
        if (std::abs(error) < 1e-3) {
            break; // from here on float rounds it away
        }
    }
}

TEST(RangeTest, SmoothesByABiasCorrectedAverage) {
    const Experiment experiment = test::smallExperiment();
    const RangeTest result =
        testRange(experiment, *test::smallData(), {.from = 1e-4, .to = 1, .steps = 50});
    ASSERT_EQ(result.points.size(), 50);
    for (std::size_t last = 0; last < result.points.size(); ++last) {
        double sum = 0;
        double weights = 0;
        for (std::size_t i = 0; i <= last; ++i) {
            const double weight = std::pow(0.98, static_cast<double>(last - i));
            sum += weight * result.points[i].loss;
            weights += weight;
        }
        EXPECT_NEAR(result.points[last].smoothedLoss, sum / weights, 1e-12);
    }
}

TEST(RangeTest, StopsWhereTheLossHasGrown) {
    const RangeTestSpec spec{.from = 0.15, .to = 1e3, .steps = 200};
    const RangeTest result = testRange(linearExperiment(), *oneExample(), spec);
    EXPECT_EQ(result.end, RangeTestEnd::LossGrew);
    double best = std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < result.points.size(); ++i) {
        best = std::min(best, result.points[i].smoothedLoss);
        EXPECT_EQ(result.points[i].smoothedLoss > 4 * best, i + 1 == result.points.size()) << i;
    }
    EXPECT_GT(result.points.back().learningRate, 0.2) << "2 / 10 is where it begins to grow";
}

TEST(RangeTest, StopsWhereTheLossIsNotFinite) {
    const RangeTestSpec spec{.from = 1e-3, .to = 1e30, .steps = 20, .stopAt = 1e300};
    const RangeTest result = testRange(linearExperiment(), *oneExample(), spec);
    EXPECT_EQ(result.end, RangeTestEnd::NotFinite);
    EXPECT_LT(result.points.size(), 20);
    EXPECT_TRUE(std::ranges::all_of(
        result.points, [](const RangeTestPoint& point) { return std::isfinite(point.loss); }));
}

TEST(RangeTest, TakesTheWeightsAndBatchesOfTraining) {
    Experiment experiment = test::smallExperiment();
    experiment.training.optimizer.learningRate = 0.5;
    const auto data = test::smallData();
    const RangeTest result =
        testRange(experiment, *data, {.from = 0.5, .to = 0.5 * (1 + 1e-12), .steps = 4});
    // 50 examples in batches of 16 are four batches.
    Trainer trainer = test::makeTrainer(experiment, data);
    trainer.trainBatches(4);
    const double mean =
        (16 * (result.points[0].loss + result.points[1].loss + result.points[2].loss) +
         2 * result.points[3].loss) /
        50;
    EXPECT_NEAR(trainer.runs()[0].epochScore().meanLoss(), mean, 1e-6);
}

TEST(RangeTest, IsTheSameEachTimeAndForItsOwnRunAlone) {
    Experiment experiment = test::smallExperiment({"relu", "tanh"});
    const auto data = test::smallData();
    const RangeTestSpec spec{.steps = 40};
    const RangeTest first = reluscope::testRange(experiment, 1, *data, spec, test::anyMemory);
    experiment.runs.erase(experiment.runs.begin());
    experiment.runs[0].learningRate = 17;
    const RangeTest second = reluscope::testRange(experiment, 0, *data, spec, test::anyMemory);
    EXPECT_EQ(first.points, second.points);
}

TEST(RangeTest, TellsEachPointAndCanBeStopped) {
    std::stop_source source;
    std::vector<RangeTestPoint> told;
    const RangeTest result = reluscope::testRange(
        test::smallExperiment(), 0, *test::smallData(), {}, test::anyMemory,
        [&](const RangeTestPoint& point) {
            told.push_back(point);
            if (told.size() == 7) {
                source.request_stop();
            }
        },
        source.get_token());
    EXPECT_EQ(result.end, RangeTestEnd::Stopped);
    EXPECT_EQ(result.points.size(), 7);
    EXPECT_EQ(result.points, told);
}

TEST(RangeTest, RefusesWhatDoesNotSuitTheData) {
    Experiment experiment = test::smallExperiment();
    experiment.training.loss = Loss::CrossEntropy;
    test::expectInputError([&] { testRange(experiment, *test::smallData(), {}); }, "training.loss",
                           "does not suit");
    test::expectInputError(
        [&] { reluscope::testRange(test::smallExperiment(), 0, *test::smallData(), {}, 10); },
        "network.hidden", "memory");
}

TEST(Suggestions, FindTheSteepestFallTheMinimumAndTheValley) {
    // 30 planned steps: the first 3 points and the last 5 are passed over.
    std::vector<double> losses{0, 0, 0};
    const std::vector<double> valley{10, 9.9, 9.8, 9, 7, 6, 5.5, 5.2, 5.1, 5.4, 6};
    losses.insert(losses.end(), valley.begin(), valley.end());
    losses.insert(losses.end(), {7, 8, 9, 10, -1});
    const RangeTestSuggestions suggestions = suggestRates(pointsOf(losses), 30);
    EXPECT_EQ(suggestions.steepest, std::exp2(3 + 3)) << "9 to 7";
    EXPECT_EQ(suggestions.minimumTenth, std::exp2(3 + 8) / 10) << "5.1";
    EXPECT_EQ(suggestions.valley, std::exp2(3 + 4)) << "the fifth of nine falling losses";
}

TEST(Suggestions, DoNotLookForTheSteepestFallBehindTheMinimum) {
    const std::vector<double> losses{10, 9, 7, 6, 20, 15, 8, 0, 0, 0, 0, 0};
    EXPECT_EQ(suggestRates(pointsOf(losses), 5).steepest, std::exp2(1)) << "9 to 7, not 15 to 8";
}

TEST(Suggestions, PassOverBumpsInAValley) {
    const std::vector<double> losses{10, 9, 8, 8.5, 7, 6, 6.5, 5, 4, 6, 0, 0, 0, 0, 0};
    // Falling, without the bumps at 3 and 6: seven, up to the one at 8; those side by side before
    // it begin at 2.
    EXPECT_EQ(suggestRates(pointsOf(losses), 5).valley, std::exp2(2 + 3));
}

TEST(Suggestions, AreNoneWhereNothingFallsOrTooLittleIsLeft) {
    EXPECT_EQ(suggestRates({}, 10), RangeTestSuggestions{});
    EXPECT_EQ(suggestRates(pointsOf({5, 4, 3, 2, 1, 0}), 10), RangeTestSuggestions{});
    EXPECT_EQ(suggestRates(pointsOf({1, 2, 3, 4, 5, 6, 7, 8, 9}), 9), RangeTestSuggestions{});
}

TEST(Suggestions, LieInTheRangeOfTheTest) {
    const RangeTest result = testRange(test::smallExperiment({"tanh"}), *test::smallData(), {});
    const RangeTestSuggestions suggestions = suggestRates(result.points, 200);
    for (const auto& rate : {suggestions.steepest, suggestions.minimumTenth, suggestions.valley}) {
        ASSERT_TRUE(rate);
        EXPECT_GE(*rate, 1e-5);
        EXPECT_LE(*rate, 30);
    }
    EXPECT_LT(*suggestions.minimumTenth, result.points.back().learningRate / 10);
}

} // namespace
} // namespace reluscope

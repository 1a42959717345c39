// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/sharpness.h"
#include "core/training/sharpness_watch.h"
#include "tests/core/training/small_experiment.h"

#include <gtest/gtest.h>

#include <cmath>

namespace reluscope {
namespace {

using namespace std::chrono_literals;

/// How much further from the bottom of a bowl of so much curvature a long descent ends.
double growthIn(const OptimizerSpec& spec, double curvature) {
    Optimizer<double> optimizer;
    optimizer.prepare(spec, 1);
    double w = 1;
    constexpr int steps = 3000;
    for (int step = 0; step < steps; ++step) {
        const double gradient = curvature * w;
        optimizer.update(spec, {&w, 1}, {&gradient, 1}, 1);
    }
    return std::abs(w);
}

TEST(StableSharpness, IsWhereDescentOnABowlBeginsToGrow) {
    for (const double momentum : {0.0, 0.5, 0.9}) {
        for (const bool nesterov : {false, true}) {
            for (const double weightDecay : {0.0, 0.3}) {
                const OptimizerSpec spec{.learningRate = 0.1,
                                         .momentum = momentum,
                                         .nesterov = nesterov && momentum > 0,
                                         .weightDecay = weightDecay};
                const double limit = stableSharpness(spec).value();
                EXPECT_LT(growthIn(spec, 0.98 * limit), 1e-3) << momentum << nesterov;
                EXPECT_GT(growthIn(spec, 1.02 * limit), 1e3) << momentum << nesterov;
            }
        }
    }
    EXPECT_DOUBLE_EQ(stableSharpness({.learningRate = 0.1}).value(), 20);
}

TEST(StableSharpness, IsOfGradientDescentAlone) {
    EXPECT_FALSE(stableSharpness({.method = OptimizerMethod::Adam}));
    EXPECT_FALSE(stableSharpness({.method = OptimizerMethod::RmsProp}));
    EXPECT_FALSE(stableSharpness({.learningRate = 0}));
}

/// A watch whose time stands still until it is told.
class SharpnessWatchTest : public testing::Test {
  protected:
    static std::chrono::nanoseconds now() { return s_now; }
    static void pass(std::chrono::nanoseconds time) { s_now += time; }

    static Experiment experiment() {
        Experiment experiment = test::smallExperiment({"tanh", "silu"});
        experiment.training.epochs = 100;
        return experiment;
    }
    std::vector<SharpnessPoint> measure() { return watch.measure(trainer, {}); }
    void trainEpoch() {
        while (!trainer.trainBatch()) {
        }
    }

    Trainer trainer = test::makeTrainer(experiment());
    SharpnessWatch watch{&now};

  private:
    static inline std::chrono::nanoseconds s_now{0};
};

TEST_F(SharpnessWatchTest, MeasuresEachEpochOnceWhileSomebodyLooks) {
    EXPECT_FALSE(watch.isDue(trainer, false));
    watch.setWatched(true);
    EXPECT_TRUE(watch.isDue(trainer, false));
    EXPECT_EQ(measure().size(), 2);
    EXPECT_FALSE(watch.isDue(trainer, false));
    trainer.trainBatch();
    EXPECT_FALSE(watch.isDue(trainer, false)) << "in the midst of an epoch";
    trainEpoch();
    EXPECT_TRUE(watch.isDue(trainer, false));
    static_cast<void>(measure());
    watch.expectChange();
    EXPECT_TRUE(watch.isDue(trainer, false));
    watch.setWatched(false);
    EXPECT_FALSE(watch.isDue(trainer, false));
}

TEST_F(SharpnessWatchTest, MeasuresAFewTimesASecondWhileNetworksTrain) {
    watch.setWatched(true);
    EXPECT_TRUE(watch.isDue(trainer, true));
    static_cast<void>(measure());
    trainEpoch();
    pass(199ms);
    EXPECT_FALSE(watch.isDue(trainer, true));
    EXPECT_TRUE(watch.isDue(trainer, false));
    pass(1ms);
    EXPECT_TRUE(watch.isDue(trainer, true));
}

TEST_F(SharpnessWatchTest, TellsTheSameWhereverItsSearchBegan) {
    watch.setWatched(true);
    for (int epoch = 0; epoch < 5; ++epoch) {
        const auto points = measure();
        for (const std::size_t run : {std::size_t{0}, std::size_t{1}}) {
            const auto& own = trainer.runs()[run];
            const auto alone = findSharpness(own.network(), own.loss(), trainer.data().train);
            EXPECT_EQ(points[run].run, run);
            EXPECT_EQ(points[run].epoch, trainer.epoch());
            EXPECT_EQ(points[run].batchSize, 16);
            EXPECT_EQ(points[run].optimizer, own.optimizer());
            EXPECT_NEAR(points[run].value, alone->value, 1e-5 * alone->value);
        }
        trainEpoch();
    }
}

TEST_F(SharpnessWatchTest, JoinsWhatWasMeasuredAtOneLook) {
    watch.setWatched(true);
    EXPECT_FALSE(measure()[0].isJoined);
    trainEpoch();
    EXPECT_TRUE(measure()[0].isJoined);
    watch.setWatched(false);
    watch.setWatched(true);
    trainEpoch();
    EXPECT_FALSE(measure()[0].isJoined);
    trainEpoch();
    EXPECT_TRUE(measure()[1].isJoined);
    watch.startOver();
    EXPECT_FALSE(measure()[0].isJoined);
}

TEST_F(SharpnessWatchTest, TellsTheRateOfTheNextStep) {
    Experiment halving = experiment();
    halving.training.schedule = {.shape = ScheduleShape::Step, .stepSize = 1, .gamma = 0.5};
    Trainer slowing = test::makeTrainer(halving);
    EXPECT_DOUBLE_EQ(watch.measure(slowing, {})[0].optimizer.learningRate, 0.1);
    while (!slowing.trainBatch()) {
    }
    EXPECT_DOUBLE_EQ(watch.measure(slowing, {})[0].optimizer.learningRate, 0.05);
}

TEST_F(SharpnessWatchTest, LeavesOutLargeNetworks) {
    Experiment large = experiment();
    large.runs[0].hidden = std::vector<std::size_t>{200, 200};
    const Trainer other = test::makeTrainer(large);
    const auto points = watch.measure(other, {});
    ASSERT_EQ(points.size(), 1);
    EXPECT_EQ(points[0].run, 1);
    EXPECT_FALSE(watch.isDue(other, false));
}

TEST_F(SharpnessWatchTest, StopsWhenTold) {
    watch.setWatched(true);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_TRUE(watch.measure(trainer, stop.get_token()).empty());
    EXPECT_TRUE(watch.isDue(trainer, false));
}

} // namespace
} // namespace reluscope

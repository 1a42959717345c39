// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/curves.h"
#include "core/input_error.h"
#include "tests/core/expect_input_error.h"
#include "tests/core/training/small_experiment.h"

#include <gtest/gtest.h>

namespace reluscope {
namespace {

std::shared_ptr<const Dataset> sineData() {
    DataSpec spec;
    spec.train = 200;
    spec.test = 50;
    spec.noise = 0;
    return std::make_shared<Dataset>(generateCurve(*findCurveSource("sine"), spec));
}

TEST(Regression, FitsASine) {
    Experiment experiment = test::smallExperiment({"tanh"});
    experiment.network.hidden = {16, 16};
    experiment.training.epochs = 100;
    experiment.training.optimizer = {.method = OptimizerMethod::Adam, .learningRate = 0.01};
    Trainer trainer = test::makeTrainer(experiment, sineData());
    const auto records = test::train(trainer, 100);
    EXPECT_GT(records.front().trainLoss, 0.3) << "the sine itself has the mean square 1/2";
    EXPECT_LT(records.back().trainLoss, 0.005);
    EXPECT_LT(records.back().measured->testLoss, 0.005);
    EXPECT_EQ(trainer.status(0), RunStatus::Finished);
}

TEST(Regression, HasNoAccuracy) {
    Trainer trainer = test::makeTrainer(test::smallExperiment(), sineData());
    for (const EpochRecord& record : test::train(trainer, 1)) {
        EXPECT_FALSE(record.trainAccuracy);
        EXPECT_FALSE(record.measured->testAccuracy);
    }
}

TEST(Regression, HalvesTheLossWhereAsked) {
    Experiment experiment = test::smallExperiment({"tanh"});
    Trainer whole = test::makeTrainer(experiment, sineData());
    EXPECT_EQ(whole.runs()[0].loss(), Loss::MeanSquaredError);
    experiment.training.loss = Loss::HalfMeanSquaredError;
    Trainer half = test::makeTrainer(experiment, sineData());
    EXPECT_EQ(half.record(0, false)->trainLoss, whole.record(0, false)->trainLoss / 2);
}

TEST(Regression, RefusesTheLossOfAClassification) {
    Experiment experiment = test::smallExperiment();
    experiment.training.loss = Loss::BinaryCrossEntropy;
    test::expectInputError([&] { test::makeTrainer(experiment, sineData()); }, "training.loss",
                           "does not suit a regression; use mse");
}

TEST(Regression, RefusesToStopAtAnAccuracy) {
    Experiment experiment = test::smallExperiment();
    experiment.training.stop.trainAccuracy = 0.9;
    test::expectInputError([&] { test::makeTrainer(experiment, sineData()); },
                           "training.stop.train_accuracy",
                           "a regression has no accuracy; use train_loss");
}

} // namespace
} // namespace reluscope

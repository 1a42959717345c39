// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/cell_run.h"
#include "tests/core/sweep/small_sweep.h"

#include <gtest/gtest.h>

namespace reluscope {
namespace {

/// What training the runs of the experiment side by side, at one rate and with one seed, gives.
std::vector<SweepResult> trained(const SweepSpec& spec, std::size_t rate, std::size_t seed) {
    Experiment experiment = spec.experiment;
    experiment.training.optimizer.learningRate = spec.learningRates[rate];
    experiment.network.seed += seed;
    Trainer trainer = test::makeTrainer(experiment);
    const auto records = test::train(trainer, experiment.training.epochs);
    std::vector<SweepResult> results;
    for (std::size_t run = 0; run < spec.runCount(); ++run) {
        SweepResult result{.cell = {.run = run, .rate = rate, .seed = seed},
                           .status = trainer.status(run),
                           .epochs = trainer.epoch(),
                           .step = trainer.runs()[run].stepCount()};
        for (const EpochRecord& record : records) {
            if (record.run == run && record.epoch == 0) {
                result.deadFractionAtStart = record.measured->deadFraction;
                result.isOutputConstantAtStart = record.measured->isOutputConstant;
            }
            if (record.run == run && record.epoch == experiment.training.epochs) {
                result.figures =
                    SweepResult::Figures{.trainLoss = record.trainLoss,
                                         .testLoss = record.measured->testLoss,
                                         .trainAccuracy = record.trainAccuracy,
                                         .testAccuracy = record.measured->testAccuracy,
                                         .deadFraction = record.measured->deadFraction};
            }
        }
        if (const auto& divergence = trainer.runs()[run].divergence()) {
            result.epochs = divergence->epoch - 1;
            result.step = divergence->step;
            result.divergedLayer = divergence->layer;
        }
        results.push_back(result);
    }
    return results;
}

TEST(CellRun, IsToTheBitWhatTrainingGives) {
    const SweepSpec spec = test::smallSweep();
    std::size_t diverged = 0;
    for (std::size_t rate = 0; rate < 3; ++rate) {
        for (std::size_t seed = 0; seed < 2; ++seed) {
            for (const SweepResult& expected : trained(spec, rate, seed)) {
                auto result = runCell(spec, expected.cell, test::smallOptions());
                ASSERT_TRUE(result);
                result->seconds = 0;
                EXPECT_EQ(*result, expected) << rate << ' ' << seed << ' ' << expected.cell.run;
                diverged += expected.status == RunStatus::Diverged ? 1U : 0U;
            }
        }
    }
    EXPECT_GT(diverged, 0) << "or that is not looked at";
    EXPECT_LT(diverged, 12);
}

TEST(CellRun, TellsWhereItDivergedAndNoFiguresOfTheEnd) {
    const SweepSpec spec = test::smallSweep();
    const auto result = runCell(spec, {.run = 1, .rate = 2}, test::smallOptions());
    ASSERT_TRUE(result);
    EXPECT_EQ(result->status, RunStatus::Diverged);
    EXPECT_FALSE(result->figures);
    EXPECT_GT(result->step, 0);
    EXPECT_EQ(result->epochs, (result->step - 1) / 4) << "four batches each";
}

TEST(CellRun, DiagnosesAtInitializationWhereThereAreNoEpochs) {
    SweepSpec spec = test::smallSweep();
    spec.experiment.training.epochs = 0;
    spec.experiment.network.initialization.bias = -100; // every ReLU is silent
    const auto result = runCell(spec, {.run = 0, .rate = 2}, test::smallOptions());
    ASSERT_TRUE(result && result->figures);
    EXPECT_EQ(result->status, RunStatus::Finished);
    EXPECT_EQ(result->epochs, 0);
    EXPECT_EQ(result->step, 0);
    EXPECT_EQ(result->deadFractionAtStart, 1);
    EXPECT_EQ(result->figures->deadFraction, 1);
    EXPECT_TRUE(result->isOutputConstantAtStart);
    EXPECT_GT(result->figures->trainLoss, 0);
    const auto alive = runCell(spec, {.run = 1, .rate = 2}, test::smallOptions());
    EXPECT_EQ(alive->deadFractionAtStart, 0);
    EXPECT_FALSE(alive->isOutputConstantAtStart);
}

TEST(CellRun, HasNoAccuracyInARegression) {
    SweepSpec spec = test::smallSweep();
    CellRunOptions options = test::smallOptions();
    auto data = std::make_shared<Dataset>(*options.data);
    data->task = Task::Regression;
    data->classCount = 0;
    for (Examples* split : {&data->train, &data->test}) {
        split->values.assign(split->labels.begin(), split->labels.end());
        split->labels.clear();
    }
    options.data = data;
    const auto result = runCell(spec, {}, options);
    ASSERT_TRUE(result && result->figures);
    EXPECT_FALSE(result->figures->trainAccuracy);
    EXPECT_FALSE(result->figures->testAccuracy);
}

TEST(CellRun, IsNothingWhereStopped) {
    SweepSpec spec = test::smallSweep();
    spec.experiment.training.epochs = 100'000'000;
    std::stop_source source;
    std::size_t pauses = 0;
    const auto pause = [&](std::size_t) {
        if (++pauses == 3) {
            source.request_stop();
        }
    };
    EXPECT_FALSE(runCell(spec, {}, test::smallOptions(), pause, source.get_token()));
    EXPECT_EQ(pauses, 3) << "at once";
}

} // namespace
} // namespace reluscope

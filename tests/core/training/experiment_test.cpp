// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/experiment.h"
#include "tests/core/training/small_experiment.h"

#include <gtest/gtest.h>

namespace reluscope {
namespace {

TEST(Experiment, ARunsSettingsComeFirst) {
    Experiment experiment = test::smallExperiment({"relu", "tanh"});
    RunSpec& run = experiment.runs[1];
    EXPECT_EQ(effectiveOptimizer(experiment, run), experiment.training.optimizer);
    EXPECT_EQ(effectiveHidden(experiment, run), experiment.network.hidden);
    run.optimizer = OptimizerSpec{.learningRate = 0.5, .momentum = 0.9};
    EXPECT_EQ(effectiveOptimizer(experiment, run).learningRate, 0.5);
    run.learningRate = 2;
    EXPECT_EQ(effectiveOptimizer(experiment, run).learningRate, 2);
    EXPECT_EQ(effectiveOptimizer(experiment, run).momentum, 0.9);
    run.hidden = {3};
    EXPECT_EQ(effectiveHidden(experiment, run), std::vector<std::size_t>{3});
    run.initialization = Initialization{.weights = WeightScheme::Zeros};
    EXPECT_EQ(effectiveInitialization(experiment, run).weights, WeightScheme::Zeros);
    EXPECT_EQ(effectiveInitialization(experiment, experiment.runs[0]),
              experiment.network.initialization);
}

TEST(Experiment, OneActivationServesAllHiddenLayers) {
    Experiment experiment = test::smallExperiment({"relu"});
    EXPECT_EQ(activationPerLayer(experiment, experiment.runs[0]).size(), 2);
    experiment.network.hidden = {};
    EXPECT_TRUE(activationPerLayer(experiment, experiment.runs[0]).empty());
    experiment.network.hidden = {4, 4};
    experiment.runs[0].activations.push_back(Activation(*findActivation("tanh")));
    EXPECT_EQ(activationPerLayer(experiment, experiment.runs[0]), experiment.runs[0].activations);
}

TEST(Experiment, WhatCanChangeWhileItTrains) {
    const Experiment before = test::smallExperiment({"relu", "tanh"});
    Experiment after = before;
    after.title = "other";
    after.training.epochs = 99;
    after.training.batchSize = 7;
    after.training.optimizer = {.learningRate = 3, .momentum = 0.5, .weightDecay = 0.1};
    after.training.schedule = {.shape = ScheduleShape::Cosine, .minimum = 0.1};
    after.runs[0].learningRate = 1;
    after.runs[1].name = "other";
    after.runs[1].optimizer = OptimizerSpec{};
    EXPECT_FALSE(startsAfresh(before, after));
    EXPECT_FALSE(startsAfresh(after, before));
}

TEST(Experiment, WhatNeedsNewNetworks) {
    const Experiment before = test::smallExperiment({"relu", "tanh"});
    const auto isAfresh = [&](auto change) {
        Experiment after = before;
        change(after);
        return startsAfresh(before, after);
    };
    EXPECT_TRUE(isAfresh([](Experiment& e) { e.network.hidden = {8}; }));
    EXPECT_TRUE(isAfresh([](Experiment& e) { e.network.seed = 2; }));
    EXPECT_TRUE(isAfresh([](Experiment& e) { e.network.initialization.gain = 2; }));
    EXPECT_TRUE(isAfresh([](Experiment& e) { e.data.seed = 2; }));
    EXPECT_TRUE(isAfresh([](Experiment& e) { e.training.loss = Loss::MeanSquaredError; }));
    EXPECT_TRUE(isAfresh([](Experiment& e) { e.training.shuffle = false; }));
    EXPECT_TRUE(isAfresh([](Experiment& e) { e.training.dropLast = true; }));
    EXPECT_TRUE(isAfresh([](Experiment& e) { e.runs.pop_back(); }));
    EXPECT_TRUE(isAfresh([](Experiment& e) { e.runs[0].activations[0].parameters[0] = 0.5; }));
    EXPECT_TRUE(isAfresh([](Experiment& e) { e.runs[0].hidden = {3}; }));
    EXPECT_TRUE(isAfresh([](Experiment& e) { std::swap(e.runs[0], e.runs[1]); }));
}

TEST(Experiment, AnOptimizerOfAnotherKindNeedsNewNetworks) {
    const Experiment before = test::smallExperiment({"relu", "tanh"});
    const auto isAfresh = [&](const OptimizerSpec& optimizer) {
        Experiment after = before;
        after.training.optimizer = optimizer;
        Experiment inOneRun = before;
        inOneRun.runs[1].optimizer = optimizer;
        EXPECT_EQ(startsAfresh(before, after), startsAfresh(before, inOneRun));
        EXPECT_EQ(startsAfresh(before, after), startsAfresh(after, before));
        return startsAfresh(before, after);
    };
    EXPECT_TRUE(isAfresh({.method = OptimizerMethod::Adam}));
    EXPECT_TRUE(isAfresh({.beta1 = 0.8}));
    EXPECT_TRUE(isAfresh({.beta2 = 0.99}));
    EXPECT_TRUE(isAfresh({.alpha = 0.9}));
    EXPECT_TRUE(isAfresh({.centered = true}));
    EXPECT_TRUE(isAfresh({.epsilon = 1e-6}));
    EXPECT_FALSE(isAfresh({.learningRate = 1, .momentum = 0.9, .nesterov = true}));
}

} // namespace
} // namespace reluscope

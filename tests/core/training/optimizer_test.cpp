// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/optimizer.h"

#include <gtest/gtest.h>

#include <cmath>

namespace reluscope {
namespace {

/// One weight that starts at 1, with gradients 2, then 3, by hand.
std::vector<double> twoSteps(const OptimizerSpec& spec) {
    Optimizer<double> optimizer;
    optimizer.prepare(spec, 1);
    std::vector<double> weight{1};
    std::vector<double> weights;
    for (const double slope : {2.0, 3.0}) {
        std::vector<double> gradient{slope};
        optimizer.update(spec, weight, gradient, 1);
        weights.push_back(weight[0]);
    }
    return weights;
}

void expectSteps(double first, double second, const OptimizerSpec& spec) {
    const auto weights = twoSteps(spec);
    EXPECT_NEAR(weights[0], first, 1e-15);
    EXPECT_NEAR(weights[1], second, 1e-15);
}

TEST(Optimizer, Plain) {
    expectSteps(0.8, 0.5, {.learningRate = 0.1});
}

TEST(Optimizer, Momentum) {
    // v = 2, then 0.5 * 2 + 3 = 4.
    expectSteps(0.8, 0.4, {.learningRate = 0.1, .momentum = 0.5});
}

TEST(Optimizer, Nesterov) {
    // g + 0.5 v = 2 + 1, then 3 + 2.
    expectSteps(0.7, 0.2, {.learningRate = 0.1, .momentum = 0.5, .nesterov = true});
}

TEST(Optimizer, WeightDecay) {
    // g = 2 + 0.5 * 1, then 3 + 0.5 * 0.75.
    expectSteps(0.75, 0.75 - 0.3375, {.learningRate = 0.1, .weightDecay = 0.5});
}

TEST(Optimizer, MomentumWithDecay) {
    // v = 2.5, then 0.5 * 2.5 + 3 + 0.5 * 0.75 = 4.625.
    expectSteps(0.75, 0.75 - 0.4625, {.learningRate = 0.1, .momentum = 0.5, .weightDecay = 0.5});
}

TEST(Optimizer, Adam) {
    // Mean 1, then 2; of the square 1, then 3; divided by 1 - 0.5^n and 1 - 0.75^n.
    const double first = 1 - 0.1 * 2 / (2 + 0.5);
    expectSteps(first, first - 0.1 * (8.0 / 3) / (std::sqrt(48.0 / 7) + 0.5),
                {.method = OptimizerMethod::Adam,
                 .learningRate = 0.1,
                 .beta1 = 0.5,
                 .beta2 = 0.75,
                 .epsilon = 0.5});
}

TEST(Optimizer, AdamWithDecay) {
    // Whatever the gradient, the first step is as long as the learning rate, and so is each one
    // after the same: decay turns 2, then 3 into 12, then 12.
    expectSteps(
        0.9, 0.8,
        {.method = OptimizerMethod::Adam, .learningRate = 0.1, .weightDecay = 10, .epsilon = 0});
}

TEST(Optimizer, RmsProp) {
    // Mean square 1, then 3.
    const double first = 1 - 0.1 * 2 / 1.5;
    expectSteps(
        first, first - 0.1 * 3 / (std::sqrt(3.0) + 0.5),
        {.method = OptimizerMethod::RmsProp, .learningRate = 0.1, .alpha = 0.75, .epsilon = 0.5});
}

TEST(Optimizer, RmsPropWithMomentum) {
    const double velocity = 2 / 1.5;
    const double first = 1 - 0.1 * velocity;
    expectSteps(first, first - 0.1 * (0.5 * velocity + 3 / (std::sqrt(3.0) + 0.5)),
                {.method = OptimizerMethod::RmsProp,
                 .learningRate = 0.1,
                 .momentum = 0.5,
                 .alpha = 0.75,
                 .epsilon = 0.5});
}

TEST(Optimizer, RmsPropCentered) {
    // Mean 0.5, then 1.125: variance 0.75, then 3 - 1.265625.
    const double first = 1 - 0.1 * 2 / (std::sqrt(0.75) + 0.5);
    expectSteps(first, first - 0.1 * 3 / (std::sqrt(1.734375) + 0.5),
                {.method = OptimizerMethod::RmsProp,
                 .learningRate = 0.1,
                 .alpha = 0.75,
                 .centered = true,
                 .epsilon = 0.5});
}

TEST(Optimizer, RmsPropCenteredStaysFiniteWhereTheGradientDoesNotChange) {
    // The variance goes to 0, and in floats rounding takes it below.
    const OptimizerSpec spec{.method = OptimizerMethod::RmsProp, .alpha = 0.5, .centered = true};
    Optimizer<float> optimizer;
    optimizer.prepare(spec, 1);
    std::vector<float> weight{0};
    for (int step = 0; step < 200; ++step) {
        std::vector<float> gradient{0.1F};
        optimizer.update(spec, weight, gradient, 1);
        ASSERT_TRUE(std::isfinite(weight[0])) << "step " << step;
    }
}

TEST(Optimizer, DecayLeavesOutWhatIsBehindWeightsAndBiases) {
    for (const auto& info : optimizerMethods()) {
        const OptimizerSpec spec{.method = info.method, .learningRate = 0.1, .weightDecay = 0.5};
        Optimizer<double> optimizer;
        optimizer.prepare(spec, 3);
        std::vector<double> parameters{1, 1, 1};
        std::vector<double> gradient{0, 0, 0};
        optimizer.update(spec, parameters, gradient, 2);
        EXPECT_LT(parameters[0], 1) << info.id;
        EXPECT_EQ(parameters[1], parameters[0]) << info.id;
        EXPECT_EQ(parameters[2], 1) << info.id;
    }
}

TEST(Optimizer, PreparingAgainKeepsItsState) {
    const OptimizerSpec spec{.learningRate = 0.1, .momentum = 0.5};
    Optimizer<double> optimizer;
    std::vector<double> weight{1};
    for (const double slope : {2.0, 3.0}) {
        optimizer.prepare(spec, 1);
        std::vector<double> gradient{slope};
        optimizer.update(spec, weight, gradient, 1);
    }
    EXPECT_NEAR(weight[0], 0.4, 1e-15) << "as without preparing again";
}

TEST(Optimizer, MomentumSwitchedOnBeginsFromRest) {
    OptimizerSpec spec{.learningRate = 0.1};
    Optimizer<double> optimizer;
    optimizer.prepare(spec, 1);
    std::vector<double> weight{1};
    std::vector<double> gradient{2};
    optimizer.update(spec, weight, gradient, 1);
    spec.momentum = 0.5;
    optimizer.prepare(spec, 1);
    gradient = {3};
    optimizer.update(spec, weight, gradient, 1);
    EXPECT_NEAR(weight[0], 0.8 - 0.3, 1e-15);
    gradient = {0};
    optimizer.update(spec, weight, gradient, 1);
    EXPECT_NEAR(weight[0], 0.5 - 0.15, 1e-15);
}

TEST(Optimizer, NamesAndDefaultsOfPyTorch) {
    EXPECT_EQ(optimizerMethodInfo(OptimizerMethod::Sgd).id, "sgd");
    EXPECT_EQ(optimizerMethodInfo(OptimizerMethod::Adam).id, "adam");
    EXPECT_EQ(optimizerMethodInfo(OptimizerMethod::Adam).learningRate, 0.001);
    EXPECT_EQ(optimizerMethodInfo(OptimizerMethod::RmsProp).id, "rmsprop");
    EXPECT_EQ(optimizerMethodInfo(OptimizerMethod::RmsProp).learningRate, 0.01);
    const OptimizerSpec defaults;
    EXPECT_EQ(defaults.beta1, 0.9);
    EXPECT_EQ(defaults.beta2, 0.999);
    EXPECT_EQ(defaults.alpha, 0.99);
    EXPECT_EQ(defaults.epsilon, 1e-8);
    EXPECT_FALSE(defaults.centered);
}

TEST(Optimizer, UpdatesEachOfManyAlike) {
    for (const std::size_t count : {1U, 3U, 8U, 33U}) {
        const OptimizerSpec spec{.learningRate = 0.25, .momentum = 0.5};
        Optimizer<float> optimizer;
        optimizer.prepare(spec, count);
        std::vector<float> weights(count, 1);
        std::vector<float> gradient(count, 2);
        optimizer.update(spec, weights, gradient, count);
        EXPECT_EQ(weights, std::vector<float>(count, 0.5F));
    }
}

} // namespace
} // namespace reluscope

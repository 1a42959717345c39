// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/optimizer.h"

#include <gtest/gtest.h>

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

// SPDX-License-Identifier: GPL-3.0-or-later
// The activation parameters that a network learns: where they stand, and their gradient.
#include "core/network/loss.h"
#include "tests/core/network/small_network.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <ostream>
#include <span>

namespace reluscope {
namespace {

Activation prelu(double initial, bool isPerUnit) {
    Activation activation(*findActivation("prelu"));
    activation.parameters = {initial, isPerUnit ? 1.0 : 0.0};
    return activation;
}

Activation swish(double beta, bool isLearned, bool isPerUnit) {
    Activation activation(*findActivation("silu"));
    activation.parameters = {beta, isLearned ? 1.0 : 0.0, isPerUnit ? 1.0 : 0.0};
    return activation;
}

/// Layers that learn one value, one for each of 9 units, and none.
Architecture threeKinds() {
    Architecture form = test::architecture(2, {3, 9, 4}, 1);
    form.activations = {prelu(0.25, false), swish(1.5, true, true), swish(1.5, false, true)};
    return form;
}

TEST(LearnedParameters, AreCounted) {
    const Architecture form = threeKinds();
    EXPECT_EQ(form.learnedCount(0), 1);
    EXPECT_EQ(form.learnedCount(1), 9);
    EXPECT_EQ(form.learnedCount(2), 0);
    EXPECT_EQ(form.parameterCount(), 3 * 3 + 9 * 4 + 4 * 10 + 1 * 5 + 1 + 9);
}

TEST(LearnedParameters, StartAtTheirInitialValues) {
    Network<float> network(threeKinds());
    const auto expectInitial = [&network] {
        EXPECT_EQ(network.learned(0)[0], 0.25F);
        EXPECT_EQ(std::ranges::count(network.learned(1), 1.5F), 9);
        EXPECT_TRUE(network.learned(2).empty());
    };
    expectInitial();
    std::ranges::fill(network.parameters(), 7.0F);
    initialize(network, {}, 1);
    expectInitial();
}

TEST(LearnedParameters, StandBehindAllWeightsAndBiases) {
    Network<double> network(threeKinds());
    const double* first = network.parameters().data();
    EXPECT_EQ(network.learned(0).data(), first + network.weightAndBiasCount());
    EXPECT_GE(network.learned(1).data(), network.learned(0).data() + 1);
    EXPECT_LE(network.learned(1).data() + 9, first + network.parameters().size());
    EXPECT_LT(network.biasIndex(3, 0), network.weightAndBiasCount());
}

TEST(LearnedParameters, ConsumeNoDraws) {
    const auto learning = test::drawnNetwork<double>(threeKinds());
    const auto plain = test::drawnNetwork<double>(test::architecture(2, {3, 9, 4}, 1));
    EXPECT_TRUE(std::ranges::equal(learning.parameters().first(learning.weightAndBiasCount()),
                                   plain.parameters()));
}

TEST(LearnedParameters, TakeThePlaceOfTheInitialOnes) {
    Network<double> network(threeKinds());
    network.learned(0)[0] = -0.5;
    network.learned(1)[8] = 3;
    EXPECT_EQ(network.activationOf(0, 2).parameters[0], -0.5) << "shared by all units";
    EXPECT_EQ(network.activationOf(1, 8).parameters[0], 3);
    EXPECT_EQ(network.activationOf(1, 7).parameters[0], 1.5);
    EXPECT_EQ(network.activationOf(2, 0).parameters[0], 1.5);
}

TEST(LearnedParameters, AreAppliedUnitByUnit) {
    Architecture form = test::architecture(1, {9}, 1);
    form.activations = {prelu(0.25, true)};
    Network<double> network(form);
    for (std::size_t unit = 0; unit < 9; ++unit) {
        network.setWeight(0, unit, 0, 1);
        network.learned(0)[unit] = 0.125 * static_cast<double>(unit);
    }
    Workspace<double> workspace(form, 2);
    network.forward(std::array{-8.0, 5.0}, workspace);
    for (std::size_t unit = 0; unit < 9; ++unit) {
        EXPECT_EQ(workspace.a(0)[unit], -static_cast<double>(unit));
        EXPECT_EQ(workspace.a(0)[workspace.stride(0) + unit], 5);
    }
}

struct Case {
    const char* name;
    Activation activation;
    std::size_t units;
};

void PrintTo(const Case& shown, std::ostream* out) {
    *out << shown.name << ", " << shown.units << " units";
}

class LearnedGradient : public testing::TestWithParam<Case> {
  protected:
    static constexpr std::size_t examples = 6;

    static Architecture form() {
        Architecture made = test::architecture(3, {GetParam().units, 4, GetParam().units}, 2);
        std::ranges::fill(made.activations, GetParam().activation);
        return made;
    }

    double loss() {
        network.forwardWithSlopes(features, workspace);
        return scoreWithGradient<double>(Loss::CrossEntropy, workspace.logits(),
                                         workspace.stride(3), 2, {labels}, workspace.delta(3))
            .meanLoss();
    }

    Network<double> network = test::drawnNetwork<double>(form(), 3);
    Workspace<double> workspace{network.architecture(), examples};
    std::vector<double> features = test::numbers<double>(examples * 3, 5);
    std::vector<std::uint32_t> labels = test::labels(examples, 2, 6);
};

TEST_P(LearnedGradient, IsTheCentralDifference) {
    constexpr double step = 1e-6;
    // Away from the initial values, where a mistake might cancel.
    for (std::size_t layer = 0; layer < 3; ++layer) {
        double value = 0.3;
        for (double& parameter : network.learned(layer)) {
            parameter = value += 0.1;
        }
    }
    loss();
    std::vector<double> gradient(network.parameters().size(), std::nan(""));
    network.backward(features, workspace, gradient);
    double largest = 0;
    for (std::size_t layer = 0; layer < 3; ++layer) {
        for (double& parameter : network.learned(layer)) {
            const auto place = static_cast<std::size_t>(&parameter - network.parameters().data());
            const double at = parameter;
            parameter = at + step;
            const double above = loss();
            parameter = at - step;
            const double below = loss();
            parameter = at;
            EXPECT_NEAR(gradient[place], (above - below) / (2 * step), 2e-9) << "layer " << layer;
            largest = std::max(largest, std::abs(gradient[place]));
        }
    }
    EXPECT_GT(largest, 1e-4) << "something to learn";
}

INSTANTIATE_TEST_SUITE_P(Kinds, LearnedGradient,
                         testing::Values(Case{"PReLU, shared", prelu(0.25, false), 5},
                                         Case{"PReLU, per unit", prelu(0.25, true), 5},
                                         Case{"PReLU, per unit", prelu(0.25, true), 17},
                                         Case{"PReLU, per unit", prelu(0.25, true), 1},
                                         Case{"Swish, shared", swish(1, true, false), 9},
                                         Case{"Swish, per unit", swish(1, true, true), 9}));

} // namespace
} // namespace reluscope

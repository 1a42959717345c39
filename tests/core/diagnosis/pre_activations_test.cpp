// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/pre_activations.h"
#include "tests/core/network/small_network.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace reluscope {
namespace {

/// One unit per weight, which it multiplies the only input by.
Network<float> multiples(std::string_view activation, const std::vector<float>& weights) {
    Network<float> network(test::architecture(1, {weights.size()}, 1, {activation}));
    for (std::size_t unit = 0; unit < weights.size(); ++unit) {
        network.setWeight(0, unit, 0, weights[unit]);
    }
    return network;
}

PreActivations found(const Network<float>& network, const std::vector<float>& inputs) {
    Workspace<float> workspace(network.architecture(), inputs.size());
    network.forward(inputs, workspace);
    return findPreActivations(network, workspace, 0, 4, 8, 0.01);
}

TEST(PreActivations, AreThoseOfAllUnitsAndNoPadding) {
    const auto all = found(multiples("relu", {1, -2, 3}), {-1, 0.5F});
    // -1, 2, -3 and 0.5, -1, 1.5
    EXPECT_EQ(all.histogram.low, -4);
    EXPECT_EQ(all.histogram.high, 4);
    EXPECT_EQ(all.histogram.counts, (std::vector<std::size_t>{0, 1, 0, 2, 1, 1, 1, 0}));
}

TEST(PreActivations, SayWhereThereIsNoGradient) {
    const auto relu = found(multiples("relu", {1, -1}), {-2, -1, 0, 3});
    EXPECT_DOUBLE_EQ(relu.noGradient, 5.0 / 8) << "0 itself has none either";
    EXPECT_EQ(relu.littleGradient, 0);
    const auto leaky = found(multiples("leaky_relu", {1}), {-2, -1, 0, 3});
    EXPECT_EQ(leaky.noGradient, 0);
    EXPECT_EQ(leaky.littleGradient, 0) << "0.01 is not below 0.01 of the steepest";
}

TEST(PreActivations, SayWhereThereIsLittle) {
    // sigma'(z) is below 0.0025 beyond |z| = 5.99.
    const auto sigmoid = found(multiples("sigmoid", {1}), {-200, -7, -5, 0, 5, 5.9F, 6.1F, 9});
    EXPECT_EQ(sigmoid.noGradient, 0) << "not even where f' is 0 by rounding";
    EXPECT_DOUBLE_EQ(sigmoid.littleGradient, 4.0 / 8);
}

TEST(PreActivations, FollowTheParameterOfEachUnit) {
    auto architecture = test::architecture(1, {2}, 1, {"prelu"});
    architecture.activations[0].parameters[1] = 1;
    Network<float> network(architecture);
    network.setWeight(0, 0, 0, 1);
    network.setWeight(0, 1, 0, 1);
    network.learned(0)[0] = 0;
    network.learned(0)[1] = 0.5F;
    EXPECT_DOUBLE_EQ(found(network, {-1, 1}).noGradient, 1.0 / 4);
}

TEST(PreActivations, ReachAsFarAsMostOfThem) {
    const auto network = multiples("relu", {2});
    Workspace<float> workspace(network.architecture(), 4);
    network.forward(std::vector<float>{-1, 1, 1, -1}, workspace);
    EXPECT_DOUBLE_EQ(usualReach(network, workspace, 0), 4);
    constexpr float infinity = std::numeric_limits<float>::infinity();
    network.forward(std::vector<float>{-1, 1, infinity, std::nanf("")}, workspace);
    EXPECT_DOUBLE_EQ(usualReach(network, workspace, 0), 4);
    network.forward(std::vector<float>{infinity}, workspace);
    EXPECT_EQ(usualReach(network, workspace, 0), 0);
}

} // namespace
} // namespace reluscope

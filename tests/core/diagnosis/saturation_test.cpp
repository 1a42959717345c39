// SPDX-License-Identifier: GPL-3.0-or-later
// Saturated units, units whose learned slope makes them silent, and constant outputs.
#include "core/diagnosis/network_health.h"
#include "tests/core/network/small_network.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

namespace reluscope {
namespace {

constexpr float nan = std::numeric_limits<float>::quiet_NaN();

/// One input and units whose z is `weight` times it, which the output adds up.
Network<float> network(std::string_view activation, const std::vector<float>& weights) {
    Network<float> made(test::architecture(1, {weights.size()}, 1, {activation}));
    for (std::size_t unit = 0; unit < weights.size(); ++unit) {
        made.setWeight(0, unit, 0, weights[unit]);
        made.setWeight(1, 0, unit, 1);
    }
    return made;
}

NetworkHealth diagnose(const Network<float>& network, const std::vector<float>& examples,
                       double tau = defaultSaturationThreshold, std::size_t chunk = 2) {
    Workspace<float> workspace(network.architecture(), chunk);
    return *findHealth(network, examples, workspace, tau);
}

TEST(Saturation, IsASmallSlopeOnEveryExample) {
    const auto found = diagnose(network("tanh", {100, 1, -100}), {1, -2, 3});
    EXPECT_TRUE(found.saturated.at(0, 0));
    EXPECT_FALSE(found.saturated.at(0, 1));
    EXPECT_TRUE(found.saturated.at(0, 2));
    EXPECT_FALSE(found.silent.isAnySet());
    EXPECT_EQ(found.deadFraction(), 0) << "saturated is not dead";
}

TEST(Saturation, EndsWithOneExampleWhereverItStands) {
    for (std::size_t place = 0; place < 7; ++place) {
        std::vector<float> examples(7, 10);
        examples[place] = 0;
        for (std::size_t chunk = 1; chunk <= 8; ++chunk) {
            EXPECT_FALSE(diagnose(network("tanh", {1}), examples, 0.01, chunk).saturated.at(0, 0))
                << "place " << place << ", chunks of " << chunk;
        }
    }
}

TEST(Saturation, IsMeasuredByTauAndTheSteepestSlope) {
    // tanh' = 1 / cosh(z)^2, at most 1; sigmoid' = 1 / (4 cosh(z / 2)^2), at most 1/4.
    const double share = 1 / (std::cosh(2.0) * std::cosh(2.0));
    for (const auto& [activation, z] : {std::pair{"tanh", 2.0F}, {"sigmoid", 4.0F}}) {
        EXPECT_TRUE(diagnose(network(activation, {z}), {1}, share * 1.001).saturated.at(0, 0));
        EXPECT_FALSE(diagnose(network(activation, {z}), {1}, share * 0.999).saturated.at(0, 0));
    }
}

TEST(Saturation, DefaultTauIsOneInAHundred) {
    // 1 / cosh(z)^2 is 0.01 at z = 2.9932.
    EXPECT_FALSE(diagnose(network("tanh", {2.99F}), {1}).saturated.at(0, 0));
    EXPECT_TRUE(diagnose(network("tanh", {3.0F}), {1}).saturated.at(0, 0));
}

TEST(Saturation, NanIsNone) {
    EXPECT_FALSE(diagnose(network("tanh", {100}), {1, nan, 1}).saturated.at(0, 0));
}

TEST(Saturation, FunctionsWithAZeroSetHaveNone) {
    for (const auto* id : {"relu", "relu6", "hardtanh", "hardsigmoid", "hardswish"}) {
        EXPECT_FALSE(diagnose(network(id, {1, -1}), {-100, -50}).saturated.isAnySet()) << id;
    }
}

TEST(LearnedSlope, OfZeroMakesAUnitSilent) {
    Architecture form = test::architecture(1, {3}, 1, {"prelu"});
    form.activations[0].parameters[1] = 1; // a slope for each unit
    Network<float> network(form);
    for (std::size_t unit = 0; unit < 3; ++unit) {
        network.setWeight(0, unit, 0, -1);
    }
    network.learned(0)[1] = 0;
    network.learned(0)[2] = 0.001F;
    const auto found = diagnose(network, {1, 2});
    EXPECT_FALSE(found.silent.at(0, 0));
    EXPECT_TRUE(found.silent.at(0, 1));
    EXPECT_FALSE(found.silent.at(0, 2));
    EXPECT_TRUE(found.saturated.at(0, 2)) << "0.001 is flat against the slope 1 of z > 0";
    EXPECT_FALSE(found.saturated.at(0, 1)) << "silent, which says more";
}

TEST(LearnedSlope, OfTheOneUnitThatIsLeftIsItsOwn) {
    Architecture form = test::architecture(1, {3}, 1, {"prelu"});
    form.activations[0].parameters[1] = 1; // a slope for each unit
    Network<float> network(form);
    for (std::size_t unit = 0; unit < 3; ++unit) {
        network.setWeight(0, unit, 0, 1);
    }
    network.learned(0)[1] = 0.001F;
    std::vector<float> examples(100, -1);
    EXPECT_TRUE(diagnose(network, examples, 0.01, 40).saturated.at(0, 1));
    EXPECT_EQ(diagnose(network, examples, 0.01, 40).saturated.count(0), 1);
    for (const std::size_t place : {0U, 15U, 16U, 39U, 40U, 99U}) {
        std::vector<float> others = examples;
        others[place] = 1;
        EXPECT_FALSE(diagnose(network, others, 0.01, 40).saturated.at(0, 1)) << place;
    }
}

TEST(LearnedSlope, SharedByALayerCountsForAllItsUnits) {
    auto shared = network("prelu", {-1, -1, 1});
    EXPECT_FALSE(diagnose(shared, {1, 2}).silent.isAnySet());
    shared.learned(0)[0] = 0;
    EXPECT_EQ(diagnose(shared, {1, 2}).silent.countPerLayer(), std::vector<std::size_t>{2});
}

TEST(ConstantOutput, IsTheSameForEveryExample) {
    EXPECT_TRUE(diagnose(network("relu", {-1, -2}), {1, 2, 3}).isOutputConstant);
    EXPECT_FALSE(diagnose(network("relu", {-1, 1}), {1, 2, 3}).isOutputConstant);
    EXPECT_TRUE(diagnose(network("identity", {1}), {2, 2, 2}).isOutputConstant);
}

TEST(ConstantOutput, IsReadToTheLastExample) {
    for (std::size_t chunk = 1; chunk <= 5; ++chunk) {
        const std::vector<float> lastDiffers{2, 2, 2, std::nextafter(2.0F, 3.0F)};
        EXPECT_FALSE(diagnose(network("identity", {1}), lastDiffers, 0.01, chunk).isOutputConstant);
        EXPECT_TRUE(diagnose(network("identity", {1}), {2, 2, 2, 2}, 0.01, chunk).isOutputConstant);
    }
}

TEST(ConstantOutput, NeedsAllOutputsToBe) {
    Network<float> network(test::architecture(1, {}, 3));
    EXPECT_TRUE(diagnose(network, {1, 2}).isOutputConstant) << "all weights 0";
    network.setWeight(0, 2, 0, 1);
    EXPECT_FALSE(diagnose(network, {1, 2}).isOutputConstant);
}

TEST(ConstantOutput, NoneWhereItIsNotANumber) {
    EXPECT_FALSE(diagnose(network("identity", {nan}), {1, 2}).isOutputConstant);
}

} // namespace
} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/network_health.h"
#include "tests/core/network/small_network.h"

#include <gtest/gtest.h>

#include <limits>

namespace reluscope {
namespace {

/// One input, one hidden layer of five units whose z is w x + b.
Network<float> fiveUnits(const char* activation = "relu") {
    Network<float> network(test::architecture(1, {5}, 1, {activation}));
    const std::vector<float> weights{1, -1, 0, 0, 1};
    const std::vector<float> biases{0, 0, -1, 1, -9};
    for (std::size_t unit = 0; unit < 5; ++unit) {
        network.setWeight(0, unit, 0, weights[unit]);
        network.setBias(0, unit, biases[unit]);
    }
    return network;
}

NetworkHealth diagnose(const Network<float>& network, const std::vector<float>& examples,
                       std::size_t capacity) {
    Workspace<float> workspace(network.architecture(), capacity);
    return *findHealth(network, examples, workspace);
}

std::vector<bool> silentOf(const NetworkHealth& found, std::size_t layer, std::size_t units) {
    std::vector<bool> silent;
    for (std::size_t unit = 0; unit < units; ++unit) {
        silent.push_back(found.silent.at(layer, unit));
    }
    return silent;
}

TEST(NetworkHealth, CountsExactly) {
    // x in 1..8: unit 0 fires, 1 and 2 never do, 3 always, 4 only beyond 9.
    const std::vector<float> examples{1, 2, 3, 4, 5, 6, 7, 8};
    const auto found = diagnose(fiveUnits(), examples, 8);
    EXPECT_EQ(silentOf(found, 0, 5), (std::vector<bool>{false, true, true, false, true}));
    EXPECT_EQ(found.silent.countPerLayer(), std::vector<std::size_t>{3});
    EXPECT_EQ(found.deadFraction(), 0.6);
}

TEST(NetworkHealth, FindsTheOneExampleWhereverItStands) {
    // A single example wakes unit 4, in each place and with chunks of each size.
    for (std::size_t place = 0; place < 9; ++place) {
        std::vector<float> examples(9, 1);
        examples[place] = 10;
        for (std::size_t capacity = 1; capacity <= 10; ++capacity) {
            const auto found = diagnose(fiveUnits(), examples, capacity);
            EXPECT_EQ(silentOf(found, 0, 5), (std::vector<bool>{false, true, true, false, false}))
                << "place " << place << ", chunks of " << capacity;
        }
    }
}

TEST(NetworkHealth, OfAFunctionWithoutAZeroSetAreNone) {
    for (const auto* id : {"tanh", "sigmoid", "elu", "silu", "identity", "leaky_relu"}) {
        const auto found = diagnose(fiveUnits(id), {1e30F, -1e30F}, 2);
        EXPECT_EQ(found.silent.count(0), 0) << id;
    }
}

TEST(NetworkHealth, ZeroIsSilentAndNanIsNot) {
    EXPECT_TRUE(diagnose(fiveUnits(), {0}, 1).silent.at(0, 0));
    EXPECT_FALSE(
        diagnose(fiveUnits(), {std::numeric_limits<float>::denorm_min()}, 1).silent.at(0, 0));
    EXPECT_FALSE(
        diagnose(fiveUnits(), {std::numeric_limits<float>::quiet_NaN()}, 1).silent.at(0, 0));
}

TEST(NetworkHealth, EachLayerCountsItsOwn) {
    // The first layer passes x on; of the second, the first two units are silent for x > 0.
    Network<float> network(test::architecture(1, {1, 9}, 1, {"relu"}));
    network.setWeight(0, 0, 0, 1);
    for (std::size_t unit = 0; unit < 9; ++unit) {
        network.setWeight(1, unit, 0, unit < 2 ? -1.0F : 1.0F);
    }
    const auto found = diagnose(network, {1, 2, 3}, 2);
    EXPECT_EQ(found.silent.countPerLayer(), (std::vector<std::size_t>{0, 2}));
    EXPECT_EQ(found.deadFraction(), 0.2);
    // For x < 0 the first layer is silent and the second gets nothing.
    const auto below = diagnose(network, {-1, -2, -3}, 2);
    EXPECT_EQ(below.silent.countPerLayer(), (std::vector<std::size_t>{1, 9}));
    EXPECT_EQ(below.deadFraction(), 1);
}

TEST(NetworkHealth, ReadsOnWhileAnyLayerHasOneLeft) {
    // Unit 1 of the first layer wakes last, while the second layer is active from the start.
    Network<float> network(test::architecture(1, {2, 1}, 1, {"relu"}));
    network.setBias(0, 0, 1);
    network.setWeight(0, 1, 0, 1);
    network.setBias(0, 1, -5);
    network.setBias(1, 0, 1);
    const auto found = diagnose(network, {1, 1, 1, 10}, 2);
    EXPECT_EQ(found.silent.countPerLayer(), (std::vector<std::size_t>{0, 0}));
}

TEST(NetworkHealth, WithoutHiddenLayersTheDeadFractionIsZero) {
    const auto network = test::drawnNetwork<float>(test::architecture(2, {}, 1));
    const auto found = diagnose(network, {1, 2, 3, 4}, 1);
    EXPECT_EQ(found.deadFraction(), 0);
    EXPECT_TRUE(found.silent.countPerLayer().empty());
}

TEST(NetworkHealth, EndsWithTheChunkAfterWhichNoneIsLeft) {
    // All units active and two outputs seen in the first chunk; reading on would find the workspace
    // elsewhere.
    Network<float> network(test::architecture(1, {2}, 1, {"relu"}));
    network.setBias(0, 0, 1);
    network.setWeight(0, 0, 0, 1);
    network.setWeight(1, 0, 0, 1);
    network.setBias(0, 1, 1);
    Workspace<float> workspace(network.architecture(), 2);
    const std::vector<float> examples{0, 1, 2, 3, 4, 5, 6};
    EXPECT_EQ(findHealth(network, examples, workspace)->silent.count(0), 0);
    EXPECT_EQ(workspace.count(), 2);
    network.setBias(0, 1, -1);
    EXPECT_EQ(findHealth(network, examples, workspace)->silent.count(0), 1);
    EXPECT_EQ(workspace.count(), 1) << "the last chunk";
}

TEST(NetworkHealth, StopsWhenAsked) {
    const auto network = fiveUnits();
    Workspace<float> workspace(network.architecture(), 2);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_FALSE(findHealth(network, std::vector<float>{1, 2}, workspace, 0.01, stop.get_token()));
}

} // namespace
} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/network_health.h"
#include "core/diagnosis/unit_readings.h"
#include "tests/core/network/small_network.h"

#include <gtest/gtest.h>

namespace reluscope {
namespace {

TEST(UnitReadings, AreOfTheExamplesLookedAt) {
    Network<float> network(test::architecture(2, {2}, 1, {"relu"}));
    network.setWeight(0, 0, 0, 3);
    network.setWeight(0, 0, 1, 4);
    network.setBias(0, 0, 1);
    network.setBias(0, 1, -2);
    Workspace<float> workspace(network.architecture(), 4);
    network.forward(std::vector<float>{1, 0, 0, 1, -1, 0, 0, -1}, workspace);
    const auto readings = readUnits(network, workspace, defaultSaturationThreshold);
    ASSERT_EQ(readings.size(), 1);
    EXPECT_EQ(
        readings[0][0],
        (UnitReading{
            .gradientShare = 0.5, .meanActivation = (4.0 + 5.0) / 4, .bias = 1, .weightNorm = 5}));
    EXPECT_EQ(readings[0][1],
              (UnitReading{.gradientShare = 0, .meanActivation = 0, .bias = -2, .weightNorm = 0}));
}

TEST(UnitReadings, CountNoGradientWhereAFunctionIsFlat) {
    Network<float> network(test::architecture(1, {1}, 1, {"sigmoid"}));
    network.setWeight(0, 0, 0, 1);
    Workspace<float> workspace(network.architecture(), 4);
    network.forward(std::vector<float>{0, 1, 20, -20}, workspace);
    EXPECT_EQ(readUnits(network, workspace, defaultSaturationThreshold)[0][0].gradientShare, 0.5);
}

} // namespace
} // namespace reluscope

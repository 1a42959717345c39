// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/unit_states.h"
#include "tests/core/network/small_network.h"

#include <gtest/gtest.h>

namespace reluscope {
namespace {

using enum UnitState;
using States = std::vector<std::vector<UnitState>>;

TEST(UnitStates, AreThoseOfTheDiagnosis) {
    Network<float> network(test::architecture(1, {2, 2}, 1, {"relu", "sigmoid"}));
    network.setBias(0, 0, 1);
    network.setBias(0, 1, -1);
    network.setBias(1, 0, 20);
    Workspace<float> workspace(network.architecture(), 4);
    const auto health = findHealth(network, std::vector<float>{-1, 1}, workspace);
    ASSERT_TRUE(health);
    EXPECT_EQ(unitStates(network, *health, true),
              (States{{Alive, PermanentlyDead}, {Saturated, Alive}}));
    EXPECT_EQ(unitStates(network, *health, false), (States{{Alive, Silent}, {Saturated, Alive}}));
}

} // namespace
} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/io/trained_example.h"

namespace reluscope {
namespace {

// The window starts with this experiment, so it has to show what it claims on every CPU: its rate
// is near chaos, and other rounding leads to other figures.
TEST(StartUpExperiment, KillsReluUnitsWhileLeakyLives) {
    const auto records = trainExample("start-up.reluscope.json");
    const auto& relu = records.at(0).measured.value();
    const auto& leaky = records.at(1).measured.value();
    EXPECT_GE(relu.deadFraction, 0.25);
    EXPECT_EQ(leaky.deadFraction, 0);
    EXPECT_GE(leaky.testAccuracy, relu.testAccuracy);
}

} // namespace
} // namespace reluscope

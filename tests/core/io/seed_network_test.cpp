// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/io/trained_example.h"

namespace reluscope {
namespace {

TEST(SeedNetwork, LearnsFashionMnistInTenEpochs) {
    const auto records = trainExample("seed-network.reluscope.json");
    EXPECT_EQ(records.at(0).epoch, 10U);
    EXPECT_EQ(records.at(0).step, 18'750U);
    EXPECT_GE(records.at(0).measured.value().testAccuracy, 0.82);
}

} // namespace
} // namespace reluscope

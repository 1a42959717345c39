// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/unit_pictures.h"
#include "tests/core/network/small_network.h"

#include <gtest/gtest.h>

namespace reluscope {
namespace {

TEST(UnitPictures, AreTheActivationsUnitByUnit) {
    // The first layer passes x and -x on; of the second, the units are their sum |x| and 2 x.
    Network<float> network(test::architecture(1, {2, 2}, 1, {"relu", "identity"}));
    network.setWeight(0, 0, 0, 1);
    network.setWeight(0, 1, 0, -1);
    network.setWeight(1, 0, 0, 1);
    network.setWeight(1, 0, 1, 1);
    network.setWeight(1, 1, 0, 2);
    network.setWeight(1, 1, 1, -2);
    const std::vector<float> inputs{-2, -1, 0, 1, 3};
    for (std::size_t capacity = 1; capacity <= 6; ++capacity) {
        Workspace<float> workspace(network.architecture(), capacity);
        EXPECT_EQ(unitPictures(network, 0, inputs, workspace),
                  (std::vector<float>{0, 0, 0, 1, 3, 2, 1, 0, 0, 0}));
        EXPECT_EQ(unitPictures(network, 1, inputs, workspace),
                  (std::vector<float>{2, 1, 0, 1, 3, -4, -2, 0, 2, 6}));
    }
}

TEST(UnitPicture, IsThatOfOneUnit) {
    const auto network = test::drawnNetwork<float>(test::architecture(2, {5, 9}, 1));
    const auto inputs = test::numbers<float>(2 * 11, 3);
    Workspace<float> workspace(network.architecture(), 4);
    const auto all = unitPictures(network, 1, inputs, workspace);
    for (std::size_t unit = 0; unit < 9; ++unit) {
        const auto first = all.begin() + static_cast<std::ptrdiff_t>(11 * unit);
        EXPECT_EQ(unitPicture(network, 1, unit, inputs, workspace),
                  std::vector<float>(first, first + 11));
    }
}

TEST(UnitPictures, TakeInputsOfManyFeatures) {
    Network<float> network(test::architecture(3, {1}, 1, {"identity"}));
    for (std::size_t in = 0; in < 3; ++in) {
        network.setWeight(0, 0, in, 1);
    }
    Workspace<float> workspace(network.architecture(), 8);
    EXPECT_EQ(unitPictures(network, 0, std::vector<float>{1, 2, 3, 4, 5, 6}, workspace),
              (std::vector<float>{6, 15}));
}

} // namespace
} // namespace reluscope

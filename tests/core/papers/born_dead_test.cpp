// SPDX-License-Identifier: GPL-3.0-or-later
// Lu et al. 2019, "Dying ReLU and Initialization", arXiv 1903.06733: how often a deep ReLU network
// is dead before its first step.
#include "core/diagnosis/network_health.h"
#include "tests/core/network/small_network.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

namespace reluscope {
namespace {

constexpr std::uint64_t networks = 2'000;

struct Form {
    std::size_t width;  ///< units of each hidden layer
    std::size_t layers; ///< as the paper counts them: the output layer is one
};

bool isAnyLayerSilent(const UnitFlags& silent) {
    const auto counts = silent.countPerLayer();
    for (std::size_t layer = 0; layer < counts.size(); ++layer) {
        if (counts[layer] == silent.unitCount(layer)) {
            return true;
        }
    }
    return false;
}

class BornDead : public testing::TestWithParam<Form> {};

TEST_P(BornDead, AsOftenAsThePaperSays) {
    const auto [width, layers] = GetParam();
    // One input that is not 0. The other one is there to compare the output with: without biases
    // a network says 0 of it, and its units are all silent there.
    const std::vector<float> examples{0.5F, -1, 2, 0, 0, 0};
    Network<float> network(
        test::architecture(3, std::vector<std::size_t>(layers - 1, width), 1, {"relu"}));
    Workspace<float> workspace(network.architecture(), 2);

    double dead = 0;
    for (std::uint64_t seed = 1; seed <= networks; ++seed) {
        initialize(network, {.weights = WeightScheme::HeNormal}, seed);
        const auto health = findHealth(network, examples, workspace);
        ASSERT_TRUE(health);
        ASSERT_EQ(health->isOutputConstant, isAnyLayerSilent(health->silent)) << "seed " << seed;
        dead += health->isOutputConstant ? 1 : 0;
    }

    // A unit with an input that is not 0 is silent with probability 1/2, a layer of N such with
    // 2^-N, and the network lives where each of its L - 1 hidden layers does. The output layer
    // applies no ReLU, so that it cannot die.
    const double alive =
        std::pow(1 - std::exp2(-static_cast<double>(width)), static_cast<double>(layers - 1));
    const double deviation = std::sqrt(alive * (1 - alive) / networks);
    EXPECT_NEAR(dead / networks, 1 - alive, 4 * deviation);
}

INSTANTIATE_TEST_SUITE_P(Forms, BornDead,
                         testing::Values(Form{1, 2}, Form{1, 4}, Form{2, 2}, Form{2, 5},
                                         Form{3, 10}, Form{3, 20}, Form{4, 3}, Form{4, 30},
                                         Form{6, 2}, Form{6, 20}, Form{8, 10}),
                         [](const auto& form) {
                             return std::to_string(form.param.width) + "_units_" +
                                    std::to_string(form.param.layers) + "_layers";
                         });

} // namespace
} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/layer_statistics.h"
#include "tests/core/network/small_network.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

namespace reluscope {
namespace {

using testing::ElementsAre;

/// Two units of opposite sign, 3 and -1 times x, which the output weighs by 2 and 1.
Network<float> twoUnits() {
    Network<float> network(test::architecture(1, {2}, 1, {"relu"}));
    network.setWeight(0, 0, 0, 3);
    network.setWeight(0, 1, 0, -1);
    network.setWeight(1, 0, 0, 2);
    network.setWeight(1, 0, 1, 1);
    return network;
}

TEST(LayerStatistics, FiguresByHand) {
    // x = 1: a = (3, 0), y = 6. x = -2: a = (0, 2), y = 2. x = 0: a = (0, 0), y = 0.
    const auto network = twoUnits();
    const std::vector<float> examples{1, -2, 0};
    const std::vector<float> values{5, 4, 0};
    Workspace<float> workspace(network.architecture(), 5);
    std::vector<float> gradient(network.parameters().size());
    const auto statistics = measureLayers(network, Loss::HalfMeanSquaredError, examples,
                                          {{}, values}, workspace, gradient);
    EXPECT_THAT(statistics.sparsity, ElementsAre(4.0 / 6));
    EXPECT_THAT(statistics.meanActivation, ElementsAre(5.0 / 6));
    // dLoss/dy = 1/3, -2/3 and 0. To the output: 3 * 1/3 and 2 * -2/3. To the units: 2 * 1/3 times
    // x = 1, and 1 * -2/3 times x = -2.
    ASSERT_EQ(statistics.gradientNorm.size(), 2);
    EXPECT_NEAR(statistics.gradientNorm[0], std::hypot(2.0 / 3, 4.0 / 3), 1e-6);
    EXPECT_NEAR(statistics.gradientNorm[1], std::hypot(1.0, 4.0 / 3), 1e-6);
    EXPECT_NEAR(gradient[network.weightIndex(1, 0, 1)], -4.0 / 3, 1e-6);
}

TEST(LayerStatistics, ALinearModelHasOneGradientNorm) {
    Network<float> network(test::architecture(2, {}, 1));
    Workspace<float> workspace(network.architecture(), 1);
    std::vector<float> gradient(network.parameters().size());
    const std::vector<float> example{3, 4};
    const std::vector<std::uint32_t> label{1};
    const auto statistics =
        measureLayers(network, Loss::BinaryCrossEntropy, example, {label}, workspace, gradient);
    EXPECT_TRUE(statistics.sparsity.empty());
    EXPECT_TRUE(statistics.meanActivation.empty());
    EXPECT_THAT(statistics.gradientNorm, ElementsAre(2.5)) << "sigmoid(0) - 1 = -1/2 times (3, 4)";
}

} // namespace
} // namespace reluscope

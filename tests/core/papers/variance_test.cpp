// SPDX-License-Identifier: GPL-3.0-or-later
// He et al. 2015, "Delving Deep into Rectifiers", arXiv 1502.01852, section 2.2: weights of
// variance 2 / fan-in keep the variance of pre-activations from one ReLU layer to the next, weights
// of variance 1 / fan-in halve it.
#include "tests/core/network/small_network.h"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <numeric>
#include <vector>

namespace reluscope {
namespace {

constexpr std::size_t width = 128;
constexpr std::size_t depth = 30;
constexpr std::uint64_t seeds = 16;

/// The mean of z^2 over the units of each hidden layer, for one example.
std::vector<double> preActivationVariances(WeightScheme scheme, std::uint64_t seed,
                                           const std::vector<float>& example) {
    const std::vector<std::size_t> hidden(depth, width);
    Network<float> network(test::architecture(width, hidden, 1, {"relu"}));
    initialize(network, {.weights = scheme}, seed);
    Workspace<float> workspace(network.architecture(), 1);
    network.forward(example, workspace);
    std::vector<double> variances;
    for (std::size_t layer = 0; layer < depth; ++layer) {
        const auto z = workspace.z(layer).first(width);
        variances.push_back(std::inner_product(z.begin(), z.end(), z.begin(), 0.0) / width);
    }
    return variances;
}

TEST(PreActivationVariance, IsKeptByHeAndHalvedByVarianceOneOverN) {
    // With z = s g, g standard normal, the next layer's s^2 is s^2 times the mean of 2 relu(g)^2
    // over n units: 1 on average, with variance 5 / n, independently in each layer. So over k
    // layers the logarithm moves by -5k / 2n, the price of averaging a logarithm, and has variance
    // 5k / n. Taking z^2 in place of s^2 at both ends changes neither.
    constexpr double layers = depth - 1;
    constexpr double expected = -5 * layers / (2 * width);
    const double deviation = std::sqrt(5 * layers / width / seeds);
    const auto example = test::numbers<float>(width, 5);

    double growth = 0;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        const auto kept = preActivationVariances(WeightScheme::HeNormal, seed, example);
        const auto halved = preActivationVariances(WeightScheme::LecunNormal, seed, example);
        growth += std::log(kept.back() / kept.front()) / seeds;
        // The same draws, smaller by the root of 2, through functions that scale with them.
        for (std::size_t layer = 0; layer < depth; ++layer) {
            EXPECT_NEAR(halved[layer] / kept[layer], std::exp2(-1.0 - static_cast<double>(layer)),
                        1e-5 * std::exp2(-1.0 - static_cast<double>(layer)))
                << "seed " << seed << ", layer " << layer;
        }
    }
    EXPECT_NEAR(growth, expected, 4 * deviation);
}

} // namespace
} // namespace reluscope

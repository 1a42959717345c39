// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/initialization.h"
#include "tests/core/network/small_network.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <set>

namespace reluscope {
namespace {

constexpr std::size_t fanIn = 120;
constexpr std::size_t fanOut = 240;

Network<double> made(const Initialization& initialization, std::uint64_t seed = 1) {
    Network<double> network(test::architecture(fanIn, {fanOut}, 1));
    initialize(network, initialization, seed);
    return network;
}

/// The weights of the first layer.
std::vector<double> weightsOf(const Network<double>& network) {
    std::vector<double> weights;
    for (std::size_t out = 0; out < fanOut; ++out) {
        for (std::size_t in = 0; in < fanIn; ++in) {
            weights.push_back(network.weight(0, out, in));
        }
    }
    return weights;
}

struct Moments {
    double mean = 0;
    double variance = 0;
    double kurtosis = 0;
    double largest = 0;
};

Moments momentsOf(const std::vector<double>& values) {
    Moments sum;
    for (const double value : values) {
        sum.mean += value;
        sum.variance += value * value;
        sum.kurtosis += value * value * value * value;
        sum.largest = std::max(sum.largest, std::abs(value));
    }
    const auto count = static_cast<double>(values.size());
    sum.mean /= count;
    sum.variance /= count;
    sum.kurtosis /= count * sum.variance * sum.variance;
    return sum;
}

void expectUniform(const Initialization& initialization, double bound) {
    SCOPED_TRACE(weightSchemeInfo(initialization.weights).id);
    const Moments moments = momentsOf(weightsOf(made(initialization)));
    EXPECT_NEAR(moments.mean, 0, 0.02 * bound);
    EXPECT_NEAR(moments.variance, bound * bound / 3, 0.02 * bound * bound / 3);
    EXPECT_NEAR(moments.kurtosis, 9.0 / 5, 0.03);
    EXPECT_LE(moments.largest, bound);
    EXPECT_GT(moments.largest, 0.999 * bound);
}

void expectNormal(const Initialization& initialization, double variance) {
    SCOPED_TRACE(weightSchemeInfo(initialization.weights).id);
    const Moments moments = momentsOf(weightsOf(made(initialization)));
    EXPECT_NEAR(moments.mean, 0, 0.03 * std::sqrt(variance));
    EXPECT_NEAR(moments.variance, variance, 0.03 * variance);
    EXPECT_NEAR(moments.kurtosis, 3, 0.15);
    EXPECT_GT(moments.largest, 3.5 * std::sqrt(variance));
}

TEST(Initialization, DistributionsByTheFans) {
    expectUniform({.weights = WeightScheme::XavierUniform}, std::sqrt(6.0 / (fanIn + fanOut)));
    expectUniform({.weights = WeightScheme::HeUniform}, std::sqrt(6.0 / fanIn));
    expectUniform({.weights = WeightScheme::TorchDefault}, std::sqrt(1.0 / fanIn));
    expectNormal({.weights = WeightScheme::XavierNormal}, 2.0 / (fanIn + fanOut));
    expectNormal({.weights = WeightScheme::HeNormal}, 2.0 / fanIn);
    expectNormal({.weights = WeightScheme::LecunNormal}, 1.0 / fanIn);
}

TEST(Initialization, DistributionsByTheirParameter) {
    expectUniform({.weights = WeightScheme::Uniform, .parameter = 0.3}, 0.3);
    expectNormal({.weights = WeightScheme::Normal, .parameter = 0.3}, 0.09);
    EXPECT_EQ(weightsOf(made({.weights = WeightScheme::Constant, .parameter = -0.3})),
              std::vector<double>(fanIn * fanOut, -0.3));
    EXPECT_EQ(weightsOf(made({.weights = WeightScheme::Zeros, .parameter = 5})),
              std::vector<double>(fanIn * fanOut, 0.0));
}

/// second = factor * first, in every place.
void expectProportional(double factor, const std::vector<double>& first,
                        const std::vector<double>& second) {
    ASSERT_EQ(first.size(), second.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
        ASSERT_NEAR(second[i], factor * first[i], 1e-15);
    }
}

TEST(Initialization, SchemesShareTheirDraws) {
    const auto xavier = weightsOf(made({.weights = WeightScheme::XavierUniform}));
    const auto he = weightsOf(made({.weights = WeightScheme::HeUniform}));
    expectProportional(std::sqrt((fanIn + fanOut) / double{fanIn}), xavier, he);
    const auto xavierNormal = weightsOf(made({.weights = WeightScheme::XavierNormal}));
    const auto heNormal = weightsOf(made({.weights = WeightScheme::HeNormal}));
    expectProportional(std::sqrt((fanIn + fanOut) / double{fanIn}), xavierNormal, heNormal);
    for (std::size_t i = 0; i < he.size(); ++i) {
        ASSERT_EQ(he[i] > 0, heNormal[i] > 0) << "one draw below or above the median for both";
    }
}

TEST(Initialization, NormalIsTheQuantileOfWhatUniformScales) {
    const auto uniform = weightsOf(made({.weights = WeightScheme::Uniform, .parameter = 1}));
    const auto normal = weightsOf(made({.weights = WeightScheme::Normal, .parameter = 2}));
    for (std::size_t i = 0; i < uniform.size(); ++i) {
        const double u = (uniform[i] + 1) / 2;
        // The distribution function of N(0, 2^2) takes a weight back to its draw.
        ASSERT_NEAR(std::erfc(-normal[i] / (2 * std::sqrt(2.0))) / 2, u, 1e-14);
    }
}

TEST(Initialization, GainMultipliesWeightsAlone) {
    const Initialization doubled{.weights = WeightScheme::TorchDefault, .gain = 2};
    const auto plain = made({});
    const auto gained = made(doubled);
    expectProportional(2, weightsOf(plain), weightsOf(gained));
    for (std::size_t out = 0; out < fanOut; ++out) {
        EXPECT_EQ(plain.bias(0, out), gained.bias(0, out));
    }
    const auto constant =
        made({.weights = WeightScheme::Constant, .parameter = 0.5, .gain = 3, .bias = 0.25});
    EXPECT_EQ(constant.weight(0, 7, 11), 1.5);
    EXPECT_EQ(constant.bias(0, 7), 0.25);
}

TEST(Initialization, Biases) {
    const auto constant = made({.weights = WeightScheme::HeNormal, .bias = 0.25});
    const auto torch = made({.weights = WeightScheme::TorchDefault});
    const double bound = std::sqrt(1.0 / fanIn);
    std::set<double> distinct;
    for (std::size_t out = 0; out < fanOut; ++out) {
        EXPECT_EQ(constant.bias(0, out), 0.25);
        EXPECT_LE(std::abs(torch.bias(0, out)), bound);
        distinct.insert(torch.bias(0, out));
    }
    EXPECT_EQ(distinct.size(), fanOut);
    EXPECT_LT(*distinct.begin(), -0.9 * bound);
    EXPECT_GT(*distinct.rbegin(), 0.9 * bound);
    EXPECT_LE(std::abs(torch.bias(1, 0)), std::sqrt(1.0 / fanOut)) << "by its own fan-in";
}

TEST(Initialization, SeedsAndLayersDiffer) {
    const auto first = weightsOf(made({}, 1));
    EXPECT_EQ(first, weightsOf(made({}, 1)));
    EXPECT_NE(first, weightsOf(made({}, 2)));
    const auto far = weightsOf(made({}, (std::uint64_t{1} << 32) + 1));
    EXPECT_NE(first, far) << "all 64 bits of a seed count";
    std::size_t same = 0;
    for (std::size_t i = 0; i < first.size(); ++i) {
        same += first[i] == far[i] ? 1U : 0U;
    }
    EXPECT_EQ(same, 0);

    const auto square = test::drawnNetwork<double>(test::architecture(4, {4, 4}, 4));
    std::set<double> distinct;
    for (const double parameter : square.parameters()) {
        distinct.insert(parameter);
    }
    distinct.erase(0); // padding
    EXPECT_EQ(distinct.size(), square.architecture().parameterCount());
}

TEST(Initialization, AUnitsDrawsDoNotDependOnTheWidth) {
    const auto narrow = test::drawnNetwork<double>(test::architecture(3, {5}, 1));
    const auto wide = test::drawnNetwork<double>(test::architecture(3, {50}, 1));
    for (std::size_t out = 0; out < 5; ++out) {
        EXPECT_EQ(narrow.weight(0, out, 2), wide.weight(0, out, 2));
        EXPECT_EQ(narrow.bias(0, out), wide.bias(0, out));
    }
}

TEST(Initialization, LeavesPaddingAlone) {
    const auto network = test::drawnNetwork<float>(test::architecture(3, {9}, 2));
    std::size_t zeros = 0;
    for (const float parameter : network.parameters()) {
        zeros += parameter == 0 ? 1U : 0U;
    }
    EXPECT_EQ(network.parameters().size() - zeros, network.architecture().parameterCount());
}

/// FNV-1a over the bits of all parameters, unit by unit.
std::uint64_t hashOf(const Network<float>& network) {
    std::uint64_t hash = 0xcbf29ce484222325;
    const auto add = [&](float value) {
        hash = (hash ^ std::bit_cast<std::uint32_t>(value)) * 0x100000001b3;
    };
    const Architecture& form = network.architecture();
    for (std::size_t layer = 0; layer < form.layerCount(); ++layer) {
        for (std::size_t out = 0; out < form.layerOutputs(layer); ++out) {
            for (std::size_t in = 0; in < form.layerInputs(layer); ++in) {
                add(network.weight(layer, out, in));
            }
            add(network.bias(layer, out));
        }
    }
    return hash;
}

// Figures that people have published must come out again: never change these.
TEST(Initialization, StaysWhatItWas) {
    const auto hash = [](WeightScheme scheme) {
        Network<float> network(test::architecture(7, {17, 9}, 3));
        initialize(network, {.weights = scheme, .gain = 1.5}, 20240607);
        return hashOf(network);
    };
    EXPECT_EQ(hash(WeightScheme::TorchDefault), 8954078726283214390U);
    EXPECT_EQ(hash(WeightScheme::HeUniform), 11056690348000344747U);
    EXPECT_EQ(hash(WeightScheme::HeNormal), 9292438581697373122U);
    EXPECT_EQ(hash(WeightScheme::XavierUniform), 4889326218020290422U);
    EXPECT_EQ(hash(WeightScheme::XavierNormal), 2632201826663035997U);
}

} // namespace
} // namespace reluscope

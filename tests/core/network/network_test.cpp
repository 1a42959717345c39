// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/network.h"
#include "tests/core/network/small_network.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <set>
#include <vector>

namespace reluscope {
namespace {

TEST(Architecture, CountsUnitsAndParameters) {
    const auto form = test::architecture(2, {8, 3}, 1);
    EXPECT_EQ(form.layerCount(), 3);
    EXPECT_EQ(form.hiddenUnitCount(), 11);
    EXPECT_EQ(form.parameterCount(), 8 * 3 + 3 * 9 + 1 * 4);
    EXPECT_EQ(form.layerInputs(0), 2);
    EXPECT_EQ(form.layerOutputs(0), 8);
    EXPECT_EQ(form.layerInputs(2), 3);
    EXPECT_EQ(form.layerOutputs(2), 1);
    const auto linear = test::architecture(784, {}, 10);
    EXPECT_EQ(linear.layerCount(), 1);
    EXPECT_EQ(linear.hiddenUnitCount(), 0);
    EXPECT_EQ(linear.parameterCount(), 7850);
}

TEST(Network, KeepsEachParameterInAPlaceOfItsOwn) {
    Network<float> network(test::architecture(3, {9, 1}, 2));
    const Architecture& form = network.architecture();
    std::set<std::size_t> places;
    float next = 1;
    for (std::size_t layer = 0; layer < form.layerCount(); ++layer) {
        for (std::size_t out = 0; out < form.layerOutputs(layer); ++out) {
            for (std::size_t in = 0; in < form.layerInputs(layer); ++in) {
                network.setWeight(layer, out, in, next);
                places.insert(network.weightIndex(layer, out, in));
                EXPECT_EQ(network.parameters()[network.weightIndex(layer, out, in)], next++);
            }
            network.setBias(layer, out, next);
            places.insert(network.biasIndex(layer, out));
            EXPECT_EQ(network.parameters()[network.biasIndex(layer, out)], next++);
        }
    }
    EXPECT_EQ(places.size(), form.parameterCount());
    EXPECT_LT(*places.rbegin(), network.parameters().size());
    float again = 1;
    for (std::size_t layer = 0; layer < form.layerCount(); ++layer) {
        for (std::size_t out = 0; out < form.layerOutputs(layer); ++out) {
            for (std::size_t in = 0; in < form.layerInputs(layer); ++in) {
                EXPECT_EQ(network.weight(layer, out, in), again++);
            }
            EXPECT_EQ(network.bias(layer, out), again++);
        }
    }
}

TEST(Network, BlocksSharePanelsAndCoverEachParameterOnce) {
    constexpr std::size_t inputs = 3;
    const Network<float> network(test::architecture(inputs, {40, 20}, 2, {"prelu", "relu"}));
    for (std::size_t threads = 1; threads <= 4; ++threads) {
        std::vector<int> taken(network.parameters().size());
        for (std::size_t thread = 0; thread < threads; ++thread) {
            const Part part{thread, threads};
            for (const Blocks& blocks : network.blocks()) {
                const Range own = blocks.of(part);
                for (std::size_t i = own.begin; i < own.end; ++i) {
                    ++taken[i];
                }
            }
            // What multiply() has this thread do in the first layer.
            const Range panels = part.of(panelCount(40));
            EXPECT_EQ(network.blocks()[0].of(part).begin, panels.begin * widePanel * inputs);
            EXPECT_EQ(network.blocks()[0].of(part).end, panels.end * widePanel * inputs);
        }
        EXPECT_THAT(taken, testing::Each(1)) << threads << " threads";
    }
}

TEST(Network, ForwardIsTheFormula) {
    auto network =
        test::drawnNetwork<double>(test::architecture(3, {9, 5}, 2, {"silu", "leaky_relu"}));
    const Architecture& form = network.architecture();
    constexpr std::size_t examples = 8;
    const auto features = test::numbers<double>(examples * 3, 3);
    Workspace<double> workspace(form, examples);
    network.forward(features, workspace);
    ASSERT_EQ(workspace.count(), examples);
    for (std::size_t example = 0; example < examples; ++example) {
        std::vector<double> a(features.begin() + static_cast<std::ptrdiff_t>(example * 3),
                              features.begin() + static_cast<std::ptrdiff_t>(example * 3 + 3));
        for (std::size_t layer = 0; layer < form.layerCount(); ++layer) {
            std::vector<double> z;
            for (std::size_t out = 0; out < form.layerOutputs(layer); ++out) {
                double sum = network.bias(layer, out);
                for (std::size_t in = 0; in < a.size(); ++in) {
                    sum += network.weight(layer, out, in) * a[in];
                }
                z.push_back(sum);
                EXPECT_NEAR(workspace.z(layer)[example * workspace.stride(layer) + out], sum,
                            1e-14);
            }
            a = z;
            if (layer < form.hidden.size()) {
                form.activations[layer].applyInPlace(std::span(a));
                for (std::size_t out = 0; out < a.size(); ++out) {
                    EXPECT_NEAR(workspace.a(layer)[example * workspace.stride(layer) + out], a[out],
                                1e-14);
                }
            }
        }
    }
}

template <class Real>
void expectSameWhereverItStands(std::size_t inputs, const std::vector<std::size_t>& hidden) {
    const auto network =
        test::drawnNetwork<Real>(test::architecture(inputs, hidden, 3, {"relu", "silu", "tanh"}));
    constexpr std::size_t examples = 31;
    const auto features = test::numbers<Real>(examples * inputs, 11);
    Workspace<Real> all(network.architecture(), examples);
    network.forward(features, all);
    for (const std::size_t chunk : {1U, 2U, 5U, 6U, 7U, 12U, 30U}) {
        Workspace<Real> part(network.architecture(), chunk);
        for (std::size_t begin = 0; begin < examples; begin += chunk) {
            const std::size_t count = std::min(chunk, examples - begin);
            network.forward(std::span(features).subspan(begin * inputs, count * inputs), part);
            for (std::size_t layer = 0; layer <= hidden.size(); ++layer) {
                const auto expected =
                    all.z(layer).subspan(begin * all.stride(layer), count * all.stride(layer));
                ASSERT_TRUE(std::ranges::equal(part.z(layer), expected))
                    << "layer " << layer << ", examples from " << begin << ", " << chunk
                    << " at a time";
            }
        }
    }
}

TEST(Network, AnExamplesResultDoesNotDependOnItsPlace) {
    expectSameWhereverItStands<float>(2, {8, 8});
    expectSameWhereverItStands<float>(37, {17, 9, 1});
    expectSameWhereverItStands<float>(1, {});
    expectSameWhereverItStands<double>(5, {3, 8});
}

TEST(Workspace, HoldsFewerExamplesThanItHasRoomFor) {
    const auto network = test::drawnNetwork<float>(test::architecture(2, {3}, 1));
    Workspace<float> workspace(network.architecture(), 10);
    EXPECT_EQ(workspace.capacity(), 10);
    network.forward(test::numbers<float>(8, 1), workspace);
    EXPECT_EQ(workspace.count(), 4);
    EXPECT_EQ(workspace.z(0).size(), 4 * workspace.stride(0));
    EXPECT_EQ(workspace.logits().size(), 4 * workspace.stride(1));
}

} // namespace
} // namespace reluscope

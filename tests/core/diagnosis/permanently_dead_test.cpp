// SPDX-License-Identifier: GPL-3.0-or-later
// "Permanently dead", clause by clause of its definition, and whole against a search of all sets.
#include "core/diagnosis/network_health.h"
#include "tests/core/network/small_network.h"

#include <gtest/gtest.h>

namespace reluscope {
namespace {

/// For each hidden layer, a 1 for each unit that is meant.
using Marks = std::vector<std::vector<int>>;

/// Hidden layers as wide as the marks, every weight 1.
Network<float> network(const Marks& marks,
                       const std::vector<std::string_view>& activations = {"relu"}) {
    std::vector<std::size_t> hidden;
    for (const auto& layer : marks) {
        hidden.push_back(layer.size());
    }
    Network<float> made(test::architecture(1, hidden, 1, activations));
    initialize(made, {.weights = WeightScheme::Constant, .parameter = 1}, 1);
    return made;
}

Marks permanentlyDead(const Network<float>& network, const Marks& silent) {
    UnitFlags flags(network.architecture(), false);
    for (std::size_t layer = 0; layer < silent.size(); ++layer) {
        for (std::size_t unit = 0; unit < silent[layer].size(); ++unit) {
            flags.set(layer, unit, silent[layer][unit] == 1);
        }
    }
    const UnitFlags found = findPermanentlyDead(network, flags);
    Marks dead = silent;
    for (std::size_t layer = 0; layer < silent.size(); ++layer) {
        for (std::size_t unit = 0; unit < silent[layer].size(); ++unit) {
            dead[layer][unit] = found.at(layer, unit) ? 1 : 0;
        }
    }
    return dead;
}

/// Of dense networks that learn nothing but weights and biases.
Marks permanentlyDead(const Marks& silent) {
    return permanentlyDead(network(silent), silent);
}

TEST(PermanentlyDead, IsEverySilentUnitOfTheFirstLayer) {
    EXPECT_EQ(permanentlyDead({{1, 0, 1}}), (Marks{{1, 0, 1}}));
    EXPECT_EQ(permanentlyDead({{0, 1}, {0, 0}}), (Marks{{0, 1}, {0, 0}}));
    EXPECT_EQ(permanentlyDead(Marks{{0, 0}}), (Marks{{0, 0}}));
}

TEST(PermanentlyDead, IsNoUnitWhoseInputsStillChange) {
    EXPECT_EQ(permanentlyDead({{0, 0}, {1, 0}}), (Marks{{0, 0}, {0, 0}}));
    EXPECT_EQ(permanentlyDead({{1, 0}, {1, 0}}), (Marks{{1, 0}, {0, 0}}))
        << "one live input is enough";
}

TEST(PermanentlyDead, IsASilentUnitBehindDeadOnes) {
    EXPECT_EQ(permanentlyDead({{1, 1}, {1, 0}}), (Marks{{1, 1}, {1, 0}}));
    EXPECT_EQ(permanentlyDead({{1, 1}, {0, 1}, {1, 0}}), (Marks{{1, 1}, {0, 1}, {0, 0}}))
        << "but not behind a live one, whose bias still moves";
}

TEST(PermanentlyDead, InputsOfZeroWeightDoNotCount) {
    const Marks silent{{1, 0}, {1, 0}};
    auto partly = network(silent);
    partly.setWeight(1, 0, 1, 0); // from the live unit to the silent one
    EXPECT_EQ(permanentlyDead(partly, silent), silent);
    auto wrongOne = network(silent);
    wrongOne.setWeight(1, 0, 0, 0); // from the dead unit
    EXPECT_EQ(permanentlyDead(wrongOne, silent), (Marks{{1, 0}, {0, 0}}));
}

TEST(PermanentlyDead, AnOutgoingWeightOfZeroFreezesNothing) {
    // The live unit of the first layer reaches only dead units now, but the weight to the live one
    // above grows as soon as there is gradient.
    const Marks silent{{0, 1}, {1, 0}};
    auto cut = network(silent);
    cut.setWeight(1, 1, 0, 0);
    EXPECT_EQ(permanentlyDead(cut, silent), (Marks{{0, 1}, {0, 0}}));
}

TEST(PermanentlyDead, AWholeSilentLayerFreezesTheLiveUnitsBelowIt) {
    EXPECT_EQ(permanentlyDead({{0, 1}, {1, 1}}), (Marks{{0, 1}, {1, 1}}));
    EXPECT_EQ(permanentlyDead({{0, 0}, {1, 0}, {1, 1}}), (Marks{{0, 0}, {1, 0}, {1, 1}}))
        << "also two layers below";
    EXPECT_EQ(permanentlyDead({{0}, {1, 1}, {1, 0}}), (Marks{{0}, {1, 1}, {1, 0}}))
        << "and above it inputs no longer change";
}

TEST(PermanentlyDead, HighUpInAHealthyNetworkThereIsNone) {
    EXPECT_EQ(permanentlyDead({{0, 0}, {1, 0}, {1, 0}}), (Marks{{0, 0}, {0, 0}, {0, 0}}));
}

TEST(PermanentlyDead, IsNoUnitThatLearnsItsSlope) {
    const Marks first{{1, 1}};
    EXPECT_EQ(permanentlyDead(network(first, {"prelu"}), first), (Marks{{0, 0}}));
    // Nor does such a layer, though all silent, freeze what is below or above it.
    const Marks middle{{0, 1}, {1, 1}, {1, 0}};
    EXPECT_EQ(permanentlyDead(network(middle, {"relu", "prelu", "relu"}), middle),
              (Marks{{0, 1}, {0, 0}, {0, 0}}));
    // Where no gradient gets down to it, its slopes stay as they are.
    const Marks below{{1, 1}, {1, 1}};
    EXPECT_EQ(permanentlyDead(network(below, {"prelu", "relu"}), below), (Marks{{0, 0}, {1, 1}}));
}

/// The definition by itself: whether every unit of a set has only frozen units upstream.
class Definition {
  public:
    explicit Definition(const Network<float>& network)
        : m_network(network)
        , m_hidden(network.architecture().hidden) {}

    bool isConsistent(const Marks& set) const {
        for (std::size_t layer = 0; layer < m_hidden.size(); ++layer) {
            for (std::size_t unit = 0; unit < m_hidden[layer]; ++unit) {
                if (set[layer][unit] == 1 && !areInputsFixed(set, layer, unit)) {
                    return false;
                }
            }
        }
        return true;
    }

  private:
    bool areInputsFixed(const Marks& set, std::size_t layer, std::size_t unit) const {
        for (std::size_t in = 0; layer > 0 && in < m_hidden[layer - 1]; ++in) {
            if (m_network.weight(layer, unit, in) != 0 && !isFrozen(set, layer - 1, in)) {
                return false;
            }
        }
        return true;
    }

    bool isFrozen(const Marks& set, std::size_t layer, std::size_t unit) const {
        return areInputsFixed(set, layer, unit) && (set[layer][unit] == 1 || isCutOff(set, layer));
    }

    /// Whether all ways from a layer to the output lead through the set.
    bool isCutOff(const Marks& set, std::size_t layer) const {
        for (std::size_t above = layer + 1; above < m_hidden.size(); ++above) {
            if (set[above] == std::vector<int>(m_hidden[above], 1)) {
                return true;
            }
        }
        return false;
    }

    const Network<float>& m_network;
    const std::vector<std::size_t>& m_hidden;
};

/// The union of all sets of silent units that the definition admits: the largest one.
Marks bySearch(const Network<float>& network, const Marks& silent) {
    std::vector<std::pair<std::size_t, std::size_t>> candidates;
    for (std::size_t layer = 0; layer < silent.size(); ++layer) {
        for (std::size_t unit = 0; unit < silent[layer].size(); ++unit) {
            if (silent[layer][unit] == 1 && network.learned(layer).empty()) {
                candidates.emplace_back(layer, unit);
            }
        }
    }
    const Definition definition(network);
    Marks none = silent;
    for (auto& layer : none) {
        std::ranges::fill(layer, 0);
    }
    Marks largest = none;
    for (std::size_t bits = 0; bits < std::size_t{1} << candidates.size(); ++bits) {
        Marks set = none;
        for (std::size_t i = 0; i < candidates.size(); ++i) {
            set[candidates[i].first][candidates[i].second] = static_cast<int>(bits >> i & 1);
        }
        if (definition.isConsistent(set)) {
            for (const auto& [layer, unit] : candidates) {
                largest[layer][unit] |= set[layer][unit];
            }
        }
    }
    EXPECT_TRUE(definition.isConsistent(largest)) << "a largest set exists";
    return largest;
}

TEST(PermanentlyDead, IsTheLargestSetThatTheDefinitionAdmits) {
    std::uint32_t next = 0;
    const auto below = [&next](std::uint64_t bound) {
        return bitsDraw(7, Draw::Point, 0, next++, 0) % bound;
    };
    std::size_t deadAboveTheFirstLayer = 0;
    std::size_t silentOnly = 0;
    for (int trial = 0; trial < 1000; ++trial) {
        Marks silent(1 + below(4));
        std::vector<std::string_view> activations;
        for (auto& layer : silent) {
            layer.resize(1 + below(3));
            for (int& unit : layer) {
                unit = below(3) > 0 ? 1 : 0;
            }
            activations.push_back(below(6) == 0 ? "prelu" : "relu");
        }
        auto made = network(silent, activations);
        for (std::size_t layer = 1; layer < silent.size(); ++layer) {
            for (std::size_t out = 0; out < silent[layer].size(); ++out) {
                for (std::size_t in = 0; in < silent[layer - 1].size(); ++in) {
                    made.setWeight(layer, out, in, below(3) == 0 ? 0.0F : 1.0F);
                }
            }
        }
        const Marks dead = permanentlyDead(made, silent);
        ASSERT_EQ(dead, bySearch(made, silent))
            << "silent " << testing::PrintToString(silent) << ", trial " << trial;
        for (std::size_t layer = 1; layer < silent.size(); ++layer) {
            for (std::size_t unit = 0; unit < silent[layer].size(); ++unit) {
                deadAboveTheFirstLayer += dead[layer][unit] == 1 ? 1U : 0U;
                silentOnly += silent[layer][unit] > dead[layer][unit] ? 1U : 0U;
            }
        }
    }
    EXPECT_GT(deadAboveTheFirstLayer, 100);
    EXPECT_GT(silentOnly, 100);
}

} // namespace
} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
// One step of gradient descent, done in one go and in two, and by any number of threads.
#include "core/network/loss.h"
#include "tests/core/network/small_network.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <ostream>
#include <vector>

namespace reluscope {
namespace {

constexpr std::size_t inputs = 11;
constexpr std::size_t outputs = 5;
constexpr std::size_t examples = 29;

struct Form {
    const char* name;
    Architecture architecture;
};

void PrintTo(const Form& form, std::ostream* out) {
    *out << form.name;
}

/// With functions that learn a parameter, shared or per unit, and without.
std::vector<Form> forms() {
    Architecture learning = test::architecture(inputs, {17, 40, 6}, outputs, {"prelu"});
    learning.activations[1].parameters[1] = 1; // per unit
    return {
        {"linear", test::architecture(inputs, {}, outputs)},
        {"oneLayer", test::architecture(inputs, {19}, outputs)},
        {"threeLayers", test::architecture(inputs, {33, 8, 3}, outputs, {"relu", "tanh", "silu"})},
        {"learning", learning}};
}

class DescendTest : public testing::TestWithParam<Form> {
  protected:
    /// A network that has seen the examples and knows dLoss/dlogits.
    struct Trained {
        Network<float> network;
        Workspace<float> workspace;

        Trained(const Architecture& form, Team* team)
            : network(test::drawnNetwork<float>(form, 7))
            , workspace(form, examples) {
            network.forwardWithSlopes(features(), workspace, team);
            const std::size_t last = form.layerCount() - 1;
            scoreWithGradient<float>(Loss::CrossEntropy, workspace.logits(), workspace.stride(last),
                                     outputs, {labels()}, workspace.delta(last));
        }
        std::vector<float> parameters() const {
            return {network.parameters().begin(), network.parameters().end()};
        }
    };

    static const std::vector<float>& features() {
        static const auto all = test::numbers<float>(examples * inputs, 3);
        return all;
    }
    static const std::vector<std::uint32_t>& labels() {
        static const auto all = test::labels(examples, outputs, 5);
        return all;
    }
    static std::vector<float> gradientBy(Team* team) {
        Trained trained(GetParam().architecture, team);
        std::vector<float> gradient(trained.network.parameters().size(), std::nanf(""));
        trained.network.backward(features(), trained.workspace, gradient, team);
        return gradient;
    }
    static std::vector<float> descendedBy(Team* team, Descent<float> descent) {
        Trained trained(GetParam().architecture, team);
        trained.network.descend(features(), trained.workspace, descent, team);
        return trained.parameters();
    }
};

TEST_P(DescendTest, IsAnUpdateByTheGradient) {
    for (const float decay : {0.0F, 0.125F}) {
        const Descent<float> descent{0.5F, decay};
        const auto gradient = gradientBy(nullptr);
        const Trained before(GetParam().architecture, nullptr);
        auto expected = before.parameters();
        for (std::size_t i = 0; i < expected.size(); ++i) {
            const bool isDecayed = i < before.network.weightAndBiasCount();
            Descent<float>{descent.rate, isDecayed ? decay : 0}.update(expected[i], gradient[i]);
        }
        const auto made = descendedBy(nullptr, descent);
        for (std::size_t i = 0; i < expected.size(); ++i) {
            // The library may have fused what this file rounds twice.
            ASSERT_NEAR(made[i], expected[i], 1e-7 * std::abs(expected[i]) + 1e-9) << "at " << i;
        }
        EXPECT_NE(made, before.parameters());
    }
}

TEST_P(DescendTest, GivesTheSameBitsOnAnyNumberOfThreads) {
    const Descent<float> descent{0.5F, 0.125F};
    const auto gradient = gradientBy(nullptr);
    const auto descended = descendedBy(nullptr, descent);
    for (const std::size_t size : {1U, 2U, 3U, 7U}) {
        Team team(size);
        EXPECT_EQ(gradientBy(&team), gradient) << size << " threads";
        EXPECT_EQ(descendedBy(&team, descent), descended) << size << " threads";
    }
}

INSTANTIATE_TEST_SUITE_P(Forms, DescendTest, testing::ValuesIn(forms()),
                         [](const auto& form) { return form.param.name; });

} // namespace
} // namespace reluscope

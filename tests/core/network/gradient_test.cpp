// SPDX-License-Identifier: GPL-3.0-or-later
// The gradient of whole networks by every parameter, against central differences.
#include "core/network/loss.h"
#include "tests/core/network/small_network.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace reluscope {
namespace {

struct Case {
    Loss loss;
    std::size_t outputs;
    std::vector<std::size_t> hidden;
};

void PrintTo(const Case& shown, std::ostream* out) {
    *out << lossId(shown.loss) << ", hidden " << testing::PrintToString(shown.hidden)
         << ", outputs " << shown.outputs;
}

class Gradient : public testing::TestWithParam<Case> {
  protected:
    static constexpr std::size_t inputs = 3;
    static constexpr std::size_t examples = 7;

    Network<double> network = test::drawnNetwork<double>(
        test::architecture(inputs, GetParam().hidden, GetParam().outputs,
                           {"tanh", "elu", "silu", "sigmoid", "leaky_relu", "relu", "identity"}),
        4);
    Workspace<double> workspace{network.architecture(), examples + 2};
    std::vector<double> features = test::numbers<double>(examples * inputs, 5);
    std::vector<std::uint32_t> labels =
        test::labels(examples, std::max<std::size_t>(2, GetParam().outputs), 6);

    double loss() {
        network.forward(features, workspace);
        return score<double>(GetParam().loss, workspace.logits(), stride(), GetParam().outputs,
                             {labels})
            .meanLoss();
    }

    std::size_t stride() const { return workspace.stride(GetParam().hidden.size()); }

    std::vector<double> gradient() {
        network.forwardWithSlopes(features, workspace);
        const Score score = scoreWithGradient<double>(GetParam().loss, workspace.logits(), stride(),
                                                      GetParam().outputs, {labels},
                                                      workspace.delta(GetParam().hidden.size()));
        EXPECT_EQ(score.count, examples);
        std::vector<double> made(network.parameters().size(), std::nan(""));
        network.backward(features, workspace, made);
        return made;
    }

    void expectGradientAt(std::size_t index, const std::vector<double>& gradient) {
        constexpr double step = 1e-6;
        double& parameter = network.parameters()[index];
        const double at = parameter;
        parameter = at + step;
        const double above = loss();
        parameter = at - step;
        const double below = loss();
        parameter = at;
        EXPECT_NEAR(gradient[index], (above - below) / (2 * step), 2e-9);
    }
};

TEST_P(Gradient, IsTheCentralDifference) {
    const auto computed = gradient();
    const Architecture& form = network.architecture();
    std::vector<bool> isPadding(computed.size(), true);
    for (std::size_t layer = 0; layer < form.layerCount(); ++layer) {
        for (std::size_t out = 0; out < form.layerOutputs(layer); ++out) {
            for (std::size_t in = 0; in < form.layerInputs(layer); ++in) {
                SCOPED_TRACE(testing::Message() << "weight " << layer << ' ' << out << ' ' << in);
                expectGradientAt(network.weightIndex(layer, out, in), computed);
                isPadding[network.weightIndex(layer, out, in)] = false;
            }
            SCOPED_TRACE(testing::Message() << "bias " << layer << ' ' << out);
            expectGradientAt(network.biasIndex(layer, out), computed);
            isPadding[network.biasIndex(layer, out)] = false;
        }
    }
    for (std::size_t i = 0; i < computed.size(); ++i) {
        if (isPadding[i]) {
            EXPECT_EQ(computed[i], 0) << "padding at " << i;
        }
    }
}

TEST_P(Gradient, IsTheSameAfterALargerBatch) {
    const auto alone = gradient();
    const auto larger = test::numbers<double>((examples + 2) * inputs, 15);
    network.forwardWithSlopes(larger, workspace);
    std::ranges::fill(workspace.delta(GetParam().hidden.size()), 3.0);
    EXPECT_EQ(gradient(), alone);
}

std::vector<Case> cases() {
    std::vector<Case> all;
    const std::vector<std::vector<std::size_t>> hiddens{
        {}, {1}, {3}, {8}, {9, 17}, {17, 3, 1}, {8, 9, 3, 8}, {5, 4, 6, 3, 7, 2, 4}};
    for (const auto& hidden : hiddens) {
        all.push_back({Loss::BinaryCrossEntropy, 1, hidden});
        for (const std::size_t outputs : {3U, 9U}) {
            all.push_back({Loss::CrossEntropy, outputs, hidden});
        }
        for (const Loss loss : {Loss::MeanSquaredError, Loss::HalfMeanSquaredError}) {
            all.push_back({loss, 1, hidden});
            all.push_back({loss, 4, hidden});
        }
    }
    return all;
}

INSTANTIATE_TEST_SUITE_P(Networks, Gradient, testing::ValuesIn(cases()));

} // namespace
} // namespace reluscope

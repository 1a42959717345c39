// SPDX-License-Identifier: GPL-3.0-or-later
// Training as PyTorch does it: tests/reference/make_sgd_trajectory.py made the files.
#include "core/network/loss.h"
#include "core/network/network.h"
#include "core/training/optimizer.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

namespace reluscope {
namespace {

using nlohmann::json;

std::vector<std::filesystem::path> referenceFiles() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(RELUSCOPE_REFERENCE)) {
        const auto name = entry.path().filename().string();
        if (name.starts_with("sgd_") && name.ends_with(".json")) {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files);
    return files;
}

struct FileName {
    std::string operator()(const testing::TestParamInfo<std::filesystem::path>& file) const {
        return file.param.stem().string();
    }
};

Architecture architectureOf(const json& reference) {
    const std::vector<std::size_t> sizes = reference["sizes"];
    Activation activation(*findActivation(reference["activation"].get<std::string>()));
    if (reference.contains("parameter")) {
        activation.parameters[0] = reference["parameter"];
    }
    Architecture made{.inputs = sizes.front(),
                      .hidden = {sizes.begin() + 1, sizes.end() - 1},
                      .outputs = sizes.back(),
                      .activations = {}};
    made.activations.assign(made.hidden.size(), activation);
    return made;
}

template <class Real>
void setParameters(Network<Real>& network, const json& layers) {
    for (std::size_t layer = 0; layer < layers.size(); ++layer) {
        const auto& weights = layers[layer][0];
        for (std::size_t out = 0; out < weights.size(); ++out) {
            for (std::size_t in = 0; in < weights[out].size(); ++in) {
                network.setWeight(layer, out, in, static_cast<Real>(weights[out][in].get<float>()));
            }
            network.setBias(layer, out, static_cast<Real>(layers[layer][1][out].get<float>()));
        }
    }
}

/// Numbers within `tolerance` times the largest of `expected`.
void expectNear(const std::vector<double>& actual, const std::vector<double>& expected,
                double tolerance) {
    ASSERT_EQ(actual.size(), expected.size());
    double scale = 0;
    for (const double value : expected) {
        scale = std::max(scale, std::abs(value));
    }
    for (std::size_t i = 0; i < expected.size(); ++i) {
        EXPECT_NEAR(actual[i], expected[i], tolerance * scale) << "place " << i;
    }
}

template <class Real>
void expectFinal(const Network<Real>& network, const json& layers, double tolerance) {
    for (std::size_t layer = 0; layer < layers.size(); ++layer) {
        SCOPED_TRACE(testing::Message() << "layer " << layer);
        std::vector<double> weights;
        std::vector<double> expectedWeights;
        std::vector<double> biases;
        for (std::size_t out = 0; out < layers[layer][0].size(); ++out) {
            for (std::size_t in = 0; in < layers[layer][0][out].size(); ++in) {
                weights.push_back(network.weight(layer, out, in));
                expectedWeights.push_back(layers[layer][0][out][in]);
            }
            biases.push_back(network.bias(layer, out));
        }
        expectNear(weights, expectedWeights, tolerance);
        expectNear(biases, layers[layer][1], tolerance);
    }
}

Loss lossCalled(const std::string& id) {
    return std::ranges::find(losses(), id, &LossInfo::id)->loss;
}

template <class Real>
void replay(const json& reference, const json& expected, double tolerance) {
    Network<Real> network(architectureOf(reference));
    setParameters(network, reference["initial"]);
    const Loss loss = lossCalled(reference["loss"]);
    const OptimizerSpec spec{.learningRate = reference["learning_rate"],
                             .momentum = reference.value("momentum", 0.0),
                             .nesterov = reference.value("nesterov", false),
                             .weightDecay = reference.value("weight_decay", 0.0)};

    std::vector<std::vector<Real>> batches;
    for (const auto& batch : reference["features"]) {
        batches.emplace_back();
        for (const auto& example : batch) {
            for (const auto& feature : example) {
                batches.back().push_back(static_cast<Real>(feature.get<float>()));
            }
        }
    }
    const std::vector<std::vector<std::uint32_t>> labels = reference["labels"];

    Workspace<Real> workspace(network.architecture(), labels[0].size());
    const std::size_t last = network.architecture().hidden.size();
    std::vector<Real> gradient(network.parameters().size());
    Optimizer<Real> optimizer;
    optimizer.prepare(spec, network.parameters().size());
    std::vector<double> lossesMade;
    for (std::size_t step = 0; step < expected["losses"].size(); ++step) {
        const auto& batch = batches[step % batches.size()];
        network.forward(batch, workspace);
        lossesMade.push_back(
            scoreWithGradient<Real>(loss, workspace.logits(), workspace.stride(last),
                                    network.architecture().outputs, {labels[step % labels.size()]},
                                    workspace.delta(last))
                .meanLoss());
        network.backward(batch, workspace, gradient);
        optimizer.update(spec, network.parameters(), gradient, network.weightAndBiasCount());
    }
    expectNear(lossesMade, expected["losses"], tolerance);
    expectFinal(network, expected["final"], tolerance);
}

class SgdTrajectory : public testing::TestWithParam<std::filesystem::path> {
  protected:
    json reference = json::parse(std::ifstream(GetParam()));
};

TEST_P(SgdTrajectory, InDoubleIsPyTorchs) {
    replay<double>(reference, reference["float64"], 1e-10);
}

TEST_P(SgdTrajectory, InFloatIsPyTorchs) {
    // PyTorch's own two precisions are `precision_gap` apart; we stay as near.
    const double gap = reference["precision_gap"];
    ASSERT_LT(gap, 2e-5);
    replay<float>(reference, reference["float32"], std::max(5 * gap, 2e-6));
}

INSTANTIATE_TEST_SUITE_P(Networks, SgdTrajectory, testing::ValuesIn(referenceFiles()), FileName{});

TEST(SgdTrajectories, AreThere) {
    EXPECT_GE(referenceFiles().size(), 8);
}

} // namespace
} // namespace reluscope

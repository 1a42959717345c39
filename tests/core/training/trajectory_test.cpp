// SPDX-License-Identifier: GPL-3.0-or-later
// Training as PyTorch does it: tests/reference/make_trajectories.py made the files.
#include "core/training/optimizer.h"
#include "tests/core/training/trajectory.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace reluscope {
namespace {

using nlohmann::json;
using test::Trajectory;

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
void expectParameters(const Network<Real>& network, const json& expected, double tolerance) {
    const Architecture& architecture = network.architecture();
    for (std::size_t layer = 0; layer < architecture.layerCount(); ++layer) {
        SCOPED_TRACE(testing::Message() << "layer " << layer);
        std::vector<double> weights;
        std::vector<double> expectedWeights;
        std::vector<double> biases;
        for (std::size_t out = 0; out < architecture.layerOutputs(layer); ++out) {
            for (std::size_t in = 0; in < architecture.layerInputs(layer); ++in) {
                weights.push_back(network.weight(layer, out, in));
                expectedWeights.push_back(expected["weights"][layer][out].at(in));
            }
            biases.push_back(network.bias(layer, out));
        }
        expectNear(weights, expectedWeights, tolerance);
        expectNear(biases, expected["biases"][layer], tolerance);
    }
    std::vector<std::vector<double>> learned;
    for (std::size_t layer = 0; layer < architecture.hidden.size(); ++layer) {
        if (const auto values = network.learned(layer); !values.empty()) {
            learned.emplace_back(values.begin(), values.end());
        }
    }
    ASSERT_EQ(learned.size(), expected["learned"].size());
    for (std::size_t i = 0; i < learned.size(); ++i) {
        SCOPED_TRACE(testing::Message() << "learned by hidden layer " << i);
        expectNear(learned[i], expected["learned"][i], tolerance);
    }
}

template <class Real>
void replay(const json& file, const json& expected, double tolerance) {
    SCOPED_TRACE(test::described(expected));
    Trajectory<Real> trajectory(file, expected);
    Network<Real>& network = trajectory.network;
    const std::size_t last = network.architecture().layerCount() - 1;
    const OptimizerSpec spec = test::optimizerOf(expected["optimizer"]);
    const Loss loss = test::lossOf(expected);
    Optimizer<Real> optimizer;
    optimizer.prepare(spec, network.parameters().size());
    Workspace<Real> workspace(network.architecture(), file["batch_size"]);
    std::vector<Real> gradient(network.parameters().size());

    std::vector<double> lossesMade;
    for (std::size_t step = 1; step <= file["steps"]; ++step) {
        const auto& batch = trajectory.batches[(step - 1) % trajectory.batches.size()];
        network.forwardWithSlopes(batch.features, workspace);
        const Score score = scoreWithGradient<Real>(
            loss, workspace.logits(), workspace.stride(last), network.architecture().outputs,
            {.labels = batch.labels, .values = batch.values}, workspace.delta(last));
        if (step % file["loss_every"].get<std::size_t>() == 0) {
            lossesMade.push_back(score.meanLoss());
        }
        network.backward(batch.features, workspace, gradient);
        optimizer.update(spec, network.parameters(), gradient, network.weightAndBiasCount());
    }
    expectNear(lossesMade, expected["losses"], tolerance);
    expectParameters(network, expected, tolerance);
}

std::vector<std::string_view> idsInTheTable() {
    std::vector<std::string_view> ids;
    for (const ActivationInfo& row : activationTable()) {
        ids.push_back(row.id);
    }
    return ids;
}

class TrajectoriesOf : public testing::TestWithParam<std::string_view> {
  protected:
    void SetUp() override {
        const auto read = test::readTrajectories(GetParam());
        ASSERT_TRUE(read) << "no trajectories; add it to make_trajectories.py";
        m_file = *read;
    }

    json m_file;
};

TEST_P(TrajectoriesOf, ComeWithEveryOptimizer) {
    std::set<std::string> methods;
    for (const json& expected : m_file["cases"]) {
        ASSERT_EQ(expected["activation"], GetParam());
        methods.insert(expected["optimizer"]["method"]);
    }
    for (const OptimizerMethodInfo& method : optimizerMethods()) {
        EXPECT_TRUE(methods.contains(std::string(method.id))) << method.id;
    }
}

TEST_P(TrajectoriesOf, InDoubleArePyTorchs) {
    for (const json& expected : m_file["cases"]) {
        replay<double>(m_file, expected, 1e-12);
    }
}

TEST_P(TrajectoriesOf, InFloatStayWithItsDoubles) {
    for (const json& expected : m_file["cases"]) {
        // PyTorch's own two precisions are so far apart.
        ASSERT_LT(expected["precision_gap"], 1e-5);
        replay<float>(m_file, expected, 1e-4);
    }
}

INSTANTIATE_TEST_SUITE_P(Table, TrajectoriesOf, testing::ValuesIn(idsInTheTable()),
                         [](const auto& id) { return std::string(id.param); });

} // namespace
} // namespace reluscope

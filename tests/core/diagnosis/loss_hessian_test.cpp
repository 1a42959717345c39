// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/loss_hessian.h"
#include "core/network/initialization.h"
#include "tests/core/activation/every_activation.h"
#include "tests/core/diagnosis/dense_hessian.h"
#include "tests/core/network/small_network.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace reluscope {
namespace {

struct Case {
    Loss loss;
    Task task;
    std::size_t outputs;
};

constexpr std::size_t inputs = 3;
constexpr std::size_t count = 7;

Network<double> networkOf(const Activation& activation, std::size_t outputs) {
    // One layer of a wide panel and more, one of a narrow one.
    Network<double> network({.inputs = inputs,
                             .hidden = {18, 5},
                             .outputs = outputs,
                             .activations = {activation, activation}});
    initialize(network, {.weights = WeightScheme::Normal, .parameter = 0.7, .bias = 0.2}, 3);
    return network;
}

Targets targetsOf(const Case& tested) {
    static const std::vector<std::uint32_t> classes{0, 1, 2, 1, 0, 2, 1};
    static const std::vector<std::uint32_t> labels{0, 1, 1, 0, 1, 0, 0};
    static const std::vector<float> values{0.3F, -1, 0.5F, 2, -0.25F, 0, 1};
    if (tested.task == Task::Regression) {
        return {.labels = {}, .values = values};
    }
    return {.labels = tested.outputs == 1 ? labels : classes, .values = {}};
}

/// Compares products with differences of exact gradients.
void expectDerivativeOfTheGradient(const Activation& activation, const Case& tested) {
    const Network<double> network = networkOf(activation, tested.outputs);
    const std::vector<float> features = test::numbers<float>(inputs * count, 5);
    const Targets targets = targetsOf(tested);
    LossHessian hessian(network, tested.loss, features, targets);

    // Along a random direction, which is 0 between the parameters as another network's are.
    Network<double> direction = network;
    initialize(direction, {.weights = WeightScheme::Normal, .parameter = 1, .bias = -0.4}, 8);
    std::vector<double> product(network.parameters().size());
    hessian.multiply(direction.parameters(), product);

    const double step = 1e-6;
    const auto gradientAt = [&](double distance) {
        Network<double> moved = network;
        for (std::size_t i = 0; i < product.size(); ++i) {
            moved.parameters()[i] += distance * direction.parameters()[i];
        }
        return test::gradientOf(moved, tested.loss, features, targets);
    };
    const auto above = gradientAt(step);
    const auto below = gradientAt(-step);
    double largest = 0;
    for (const double value : product) {
        largest = std::max(largest, std::abs(value));
    }
    for (std::size_t i = 0; i < product.size(); ++i) {
        EXPECT_NEAR(product[i], (above[i] - below[i]) / (2 * step), 1e-7 * (1 + largest)) << i;
    }
}

class LossHessianOf : public testing::TestWithParam<Activation> {};

TEST_P(LossHessianOf, IsTheDerivativeOfTheGradient) {
    expectDerivativeOfTheGradient(GetParam(), {Loss::BinaryCrossEntropy, Task::Classification, 1});
}

std::vector<Activation> testedActivations() {
    std::vector<Activation> all;
    for (const ActivationInfo& info : activationTable()) {
        all.emplace_back(info);
    }
    for (const char* id : {"prelu", "silu"}) {
        Activation learned = test::activation(id);
        for (std::size_t i = 1; i < learned.info->parameters.size(); ++i) {
            learned.parameters[i] = 1; // learn_beta, then per_unit
            all.push_back(learned);
        }
    }
    return all;
}

INSTANTIATE_TEST_SUITE_P(All, LossHessianOf, testing::ValuesIn(testedActivations()),
                         test::ActivationName());

TEST(LossHessian, IsRightForEveryLoss) {
    const Activation tanh = test::activation("tanh");
    for (const Case& tested : {Case{Loss::CrossEntropy, Task::Classification, 3},
                               Case{Loss::MeanSquaredError, Task::Classification, 3},
                               Case{Loss::HalfMeanSquaredError, Task::Classification, 1},
                               Case{Loss::MeanSquaredError, Task::Regression, 1},
                               Case{Loss::HalfMeanSquaredError, Task::Regression, 1}}) {
        SCOPED_TRACE(lossId(tested.loss));
        expectDerivativeOfTheGradient(tanh, tested);
    }
}

TEST(LossHessian, OfALinearModelIsThatOfItsInputs) {
    // The mean of (w x + b - t)^2 has the Hessian 2 mean (x, 1) (x, 1)^T.
    Network<double> network({.inputs = 2, .hidden = {}, .outputs = 1, .activations = {}});
    const std::vector<float> features{1, 2, -3, 0.5F};
    const std::vector<float> values{7, 8};
    LossHessian hessian(network, Loss::MeanSquaredError, features,
                        {.labels = {}, .values = values});
    const auto dense = test::denseHessian(hessian);
    const double rows[3][2]{{1, -3}, {2, 0.5}, {1, 1}};
    for (Eigen::Index i = 0; i < 3; ++i) {
        for (Eigen::Index j = 0; j < 3; ++j) {
            EXPECT_DOUBLE_EQ(dense(i, j), rows[i][0] * rows[j][0] + rows[i][1] * rows[j][1]);
        }
    }
}

TEST(LossHessian, IsSymmetric) {
    const Network<double> network = networkOf(test::activation("gelu"), 3);
    const std::vector<float> features = test::numbers<float>(inputs * count, 5);
    const Targets targets = targetsOf({Loss::CrossEntropy, Task::Classification, 3});
    LossHessian hessian(network, Loss::CrossEntropy, features, targets);
    const Eigen::MatrixXd dense = test::denseHessian(hessian);
    EXPECT_LT((dense - dense.transpose()).norm(), 1e-13 * dense.norm());
}

} // namespace
} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/sharpness.h"
#include "tests/core/diagnosis/dense_hessian.h"
#include "tests/core/training/small_experiment.h"

#include <gtest/gtest.h>

#include <Eigen/Eigenvalues>
#include <algorithm>
#include <cmath>

namespace reluscope {
namespace {

/// The small network after some training, and its data.
struct Trained {
    std::shared_ptr<const Dataset> data = test::smallData();
    Trainer trainer;

    explicit Trained(std::string_view activation, std::size_t epochs = 5)
        : trainer(test::makeTrainer(test::smallExperiment({activation}), data)) {
        while (trainer.epoch() < epochs) {
            trainer.trainBatch();
        }
    }

    const Network<float>& network() const { return trainer.runs()[0].network(); }
    Sharpness sharpness(const SharpnessOptions& options = {}) const {
        return *findSharpness(network(), trainer.runs()[0].loss(), data->train, options);
    }
    LossHessian hessian() const {
        return {network(), trainer.runs()[0].loss(), data->train.features,
                data->train.targets(0, data->train.count())};
    }
};

double largestEigenvalue(LossHessian hessian) {
    const Eigen::MatrixXd dense = test::denseHessian(hessian);
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(dense, Eigen::EigenvaluesOnly);
    return solver.eigenvalues().maxCoeff();
}

class SharpnessOf : public testing::TestWithParam<const char*> {};

TEST_P(SharpnessOf, AgreesWithADenseEigensolver) {
    const Trained trained(GetParam());
    const Sharpness sharpness = trained.sharpness();
    const double expected = largestEigenvalue(trained.hessian());
    EXPECT_NEAR(sharpness.value, expected, 1e-6 * expected);
    EXPECT_LE(std::abs(sharpness.value - expected), sharpness.error + 1e-12 * expected);
}

TEST_P(SharpnessOf, ComesWithItsEigenvector) {
    const Trained trained(GetParam());
    const Sharpness sharpness = trained.sharpness();
    std::vector<double> product(sharpness.direction.size());
    trained.hessian().multiply(sharpness.direction, product);
    double norm = 0;
    double residual = 0;
    for (std::size_t i = 0; i < product.size(); ++i) {
        norm += sharpness.direction[i] * sharpness.direction[i];
        const double rest = product[i] - sharpness.value * sharpness.direction[i];
        residual += rest * rest;
    }
    EXPECT_NEAR(norm, 1, 1e-12);
    EXPECT_LE(std::sqrt(residual), 2e-6 * sharpness.value);
}

INSTANTIATE_TEST_SUITE_P(Activations, SharpnessOf,
                         testing::Values("relu", "tanh", "gelu", "prelu", "elu", "sigmoid"));

TEST(Sharpness, TakesAShortWayFromAnEarlierDirection) {
    const Trained before("tanh", 20);
    const Trained after("tanh", 21);
    const Sharpness fresh = after.sharpness();
    const Sharpness again = after.sharpness({.from = before.sharpness().direction});
    EXPECT_NEAR(again.value, fresh.value, 1e-6 * fresh.value);
    EXPECT_LE(again.products, fresh.products);
}

TEST(Sharpness, LeavesADirectionThatIsNoLongerTheFirst) {
    const Trained trained("tanh");
    LossHessian hessian = trained.hessian();
    const Eigen::MatrixXd dense = test::denseHessian(hessian);
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(dense);
    const auto indices = test::parameterIndices(hessian.network());
    std::vector<double> second(hessian.network().parameters().size());
    for (std::size_t i = 0; i < indices.size(); ++i) {
        second[indices[i]] = solver.eigenvectors()(static_cast<Eigen::Index>(i), dense.cols() - 2);
    }
    const double expected = solver.eigenvalues()[dense.cols() - 1];
    EXPECT_NEAR(trained.sharpness({.from = second}).value, expected, 1e-6 * expected);
}

TEST(Sharpness, EndsWhereTheSpaceIsWhole) {
    // 3 parameters, and an input that is always 0: the Hessian has rank 2.
    Dataset data;
    data.task = Task::Regression;
    data.featureCount = 2;
    data.train = {.features = {1, 0, 2, 0, -1, 0}, .values = {1, 2, 3}};
    const Network<float> network({.inputs = 2, .hidden = {}, .outputs = 1, .activations = {}});
    const auto sharpness = findSharpness(network, Loss::HalfMeanSquaredError, data.train);
    ASSERT_TRUE(sharpness);
    // Of the matrix (6, 2; 2, 3) / 3.
    EXPECT_NEAR(sharpness->value, 7.0 / 3, 1e-12);
    EXPECT_LE(sharpness->products, 3);
}

TEST(Sharpness, IsNothingWhereStopped) {
    const Trained trained("relu", 0);
    std::stop_source source;
    source.request_stop();
    EXPECT_FALSE(findSharpness(trained.network(), Loss::BinaryCrossEntropy, trained.data->train, {},
                               source.get_token()));
}

TEST(Sharpness, DecidesAtWhichRateALinearModelDiverges) {
    auto data = std::make_shared<Dataset>();
    data->task = Task::Regression;
    data->featureCount = 3;
    data->train.features = test::numbers<float>(60, 4);
    data->train.values = test::numbers<float>(20, 6);
    data->test = data->train;
    Experiment experiment = test::smallExperiment({"identity"});
    experiment.network.hidden.clear();
    experiment.training.batchSize = 20;
    const auto lossAfter = [&](double rate, std::size_t steps) {
        experiment.training.optimizer.learningRate = rate;
        Trainer trainer = test::makeTrainer(experiment, data);
        while (trainer.isAnyRunTraining() && trainer.epoch() < steps) {
            trainer.trainBatch();
        }
        return trainer.runs()[0].divergence() ? std::numeric_limits<double>::infinity()
                                              : trainer.runs()[0].epochScore().meanLoss();
    };
    const Trainer trainer = test::makeTrainer(experiment, data);
    const auto sharpness =
        findSharpness(trainer.runs()[0].network(), trainer.runs()[0].loss(), data->train);
    ASSERT_TRUE(sharpness);
    const double limit = 2 / sharpness->value;
    // The error along the eigenvector grows or shrinks by 0.2 % a step.
    EXPECT_LT(lossAfter(0.999 * limit, 4000), lossAfter(0.999 * limit, 1));
    EXPECT_LE(lossAfter(0.999 * limit, 8000), lossAfter(0.999 * limit, 4000) * 1.0001);
    EXPECT_GT(lossAfter(1.001 * limit, 8000), 1e3 * lossAfter(1.001 * limit, 1));
}

} // namespace
} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
// Cohen, Kaur, Li, Kolter and Talwalkar 2021, "Gradient descent on neural networks typically occurs
// at the edge of stability".
#include "core/diagnosis/sharpness.h"
#include "tests/core/training/small_experiment.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <memory>
#include <vector>

namespace reluscope {
namespace {

/// 20 points of the Chebyshev polynomial of degree 3.
std::shared_ptr<const Dataset> chebyshevData() {
    constexpr std::size_t count = 20;
    auto data = std::make_shared<Dataset>();
    data->task = Task::Regression;
    data->featureCount = 1;
    for (std::size_t i = 0; i < count; ++i) {
        const double x = -1 + 2 * static_cast<double>(i) / (count - 1);
        data->train.features.push_back(static_cast<float>(x));
        data->train.values.push_back(static_cast<float>(4 * x * x * x - 3 * x));
    }
    data->test = data->train;
    return data;
}

/// Gradient descent with full batches on 100 tanh units.
class FullBatchDescent {
  public:
    explicit FullBatchDescent(double rate)
        : m_trainer(test::makeTrainer(experimentOf(rate), chebyshevData())) {}

    void trainTo(std::size_t step) {
        while (m_trainer.epoch() < step) {
            m_trainer.trainBatch();
        }
    }
    double sharpness() {
        const Run& run = m_trainer.runs()[0];
        const auto found =
            findSharpness(run.network(), run.loss(), m_trainer.data().train, {.from = m_direction});
        m_direction = found->direction;
        return found->value;
    }
    double loss() const { return m_trainer.runs()[0].epochScore().meanLoss(); }

  private:
    static Experiment experimentOf(double rate) {
        Experiment experiment = test::smallExperiment({"tanh"});
        experiment.network.hidden = {100};
        experiment.network.initialization.weights = WeightScheme::XavierUniform;
        experiment.training.batchSize = 20;
        experiment.training.loss = Loss::HalfMeanSquaredError;
        experiment.training.optimizer.learningRate = rate;
        return experiment;
    }

    Trainer m_trainer;
    std::vector<double> m_direction;
};

TEST(EdgeOfStability, IsWhereSharpnessClimbsToAndStays) {
    constexpr double rate = 0.1;
    constexpr double edge = 2 / rate;
    FullBatchDescent descent(rate);
    double before = descent.sharpness();
    EXPECT_LT(before, 0.2 * edge);
    for (std::size_t step = 1000; step <= 7000; step += 1000) {
        descent.trainTo(step);
        const double now = descent.sharpness();
        EXPECT_GT(now, before) << "progressive sharpening, step " << step;
        before = now;
    }
    EXPECT_GT(before, 0.75 * edge);
    descent.trainTo(10'000);
    const double lossAtTheEdge = descent.loss();
    for (std::size_t step = 10'000; step <= 30'000; step += 250) {
        descent.trainTo(step);
        EXPECT_NEAR(descent.sharpness(), edge, 0.2 * edge) << "step " << step;
    }
    EXPECT_LT(descent.loss(), lossAtTheEdge) << "which it keeps falling at, though not always";
}

} // namespace
} // namespace reluscope

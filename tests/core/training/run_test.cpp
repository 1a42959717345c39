// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/run.h"
#include "tests/core/training/small_experiment.h"

#include <gtest/gtest.h>

namespace reluscope {
namespace {

/// Trains on all of 20 examples at once.
Experiment wholeBatchExperiment(std::string_view activation) {
    Experiment experiment = test::smallExperiment({activation});
    experiment.training.batchSize = 20;
    return experiment;
}

Batch wholeOf(const Examples& examples) {
    return {examples.features, examples.targets(0, examples.count())};
}

TEST(Run, TakesOneStepDownTheGradient) {
    const auto data = test::smallData(20);
    Experiment experiment = wholeBatchExperiment("tanh");
    reluscope::Run run(experiment, experiment.runs[0], *data);

    // The same step by the parts that have tests of their own, in double.
    auto network = Network<double>(run.network().architecture());
    std::ranges::copy(run.network().parameters(), network.parameters().begin());
    Workspace<double> workspace(network.architecture(), 20);
    const std::vector<double> features(data->train.features.begin(), data->train.features.end());
    network.forwardWithSlopes(features, workspace);
    const Score score =
        scoreWithGradient<double>(Loss::BinaryCrossEntropy, workspace.logits(), workspace.stride(2),
                                  1, {data->train.labels}, workspace.delta(2));
    std::vector<double> gradient(network.parameters().size());
    network.backward(features, workspace, gradient);

    run.startEpoch();
    run.step(wholeOf(data->train), 1, run.optimizer().learningRate);
    EXPECT_EQ(run.stepCount(), 1);
    EXPECT_EQ(run.epochScore().count, 20);
    EXPECT_EQ(run.epochScore().correct, score.correct);
    EXPECT_NEAR(run.epochScore().meanLoss(), score.meanLoss(), 1e-6);
    for (std::size_t i = 0; i < gradient.size(); ++i) {
        EXPECT_NEAR(run.network().parameters()[i], network.parameters()[i] - 0.1 * gradient[i],
                    1e-6);
    }
}

TEST(Run, EvaluatesInChunksAsInOnePass) {
    const std::size_t count = 2 * reluscope::Run::evaluationChunk + 37;
    const auto data = test::smallData(count);
    Experiment experiment = wholeBatchExperiment("silu");
    reluscope::Run run(experiment, experiment.runs[0], *data);
    const auto chunked = run.evaluate(data->train, {});
    ASSERT_TRUE(chunked);
    Workspace<float> workspace(run.network().architecture(), count);
    run.network().forward(data->train.features, workspace);
    const Score whole = score<float>(Loss::BinaryCrossEntropy, workspace.logits(),
                                     workspace.stride(2), 1, {data->train.labels});
    EXPECT_EQ(chunked->count, count);
    EXPECT_EQ(chunked->correct, whole.correct);
    EXPECT_NEAR(chunked->lossSum, whole.lossSum, 1e-9 * whole.lossSum);

    std::vector<float> logits(count);
    run.predict(data->train.features, logits);
    for (std::size_t i = 0; i < count; ++i) {
        ASSERT_EQ(logits[i], workspace.logits()[i * workspace.stride(2)]);
    }

    std::stop_source stop;
    stop.request_stop();
    EXPECT_FALSE(run.evaluate(data->train, stop.get_token()));
    EXPECT_FALSE(run.findHealth(data->train, stop.get_token()));
}

/// The first layer's output is `scale` or more on these data, the second's the square of that.
reluscope::Run hotRun(const char* activation, double scale, Loss loss = Loss::BinaryCrossEntropy) {
    const auto data = test::smallData(20);
    Experiment experiment = wholeBatchExperiment(activation);
    experiment.network.initialization = {.weights = WeightScheme::HeUniform, .gain = scale};
    experiment.training.loss = loss;
    reluscope::Run run(experiment, experiment.runs[0], *data);
    run.startEpoch();
    run.step(wholeOf(data->train), 7, run.optimizer().learningRate);
    return run;
}

TEST(Run, DivergesAtTheFirstLayerThatIsNotFinite) {
    const reluscope::Run first = hotRun("relu", 1e25);
    ASSERT_TRUE(first.divergence());
    EXPECT_EQ(*first.divergence(), (Divergence{.epoch = 7, .step = 1, .layer = 2}));
    EXPECT_EQ(first.stepCount(), 0);
    EXPECT_EQ(first.epochScore().count, 0);

    const reluscope::Run last = hotRun("relu", 1e14);
    ASSERT_TRUE(last.divergence());
    EXPECT_EQ(last.divergence()->layer, 3U) << "the output layer";
}

TEST(Run, DivergesAtTheLossWhereAllLayersAreFinite) {
    // The logits differ by more than the largest float.
    const auto data = test::smallData(20);
    auto wide = std::make_shared<Dataset>(*data);
    wide->classCount = 3;
    Experiment experiment = wholeBatchExperiment("identity");
    experiment.network.hidden = {};
    experiment.network.initialization = {.weights = WeightScheme::HeUniform, .gain = 2.5e38 / 2};
    reluscope::Run run(experiment, experiment.runs[0], *wide);
    run.startEpoch();
    run.step(wholeOf(wide->train), 1, run.optimizer().learningRate);
    ASSERT_TRUE(run.divergence());
    EXPECT_FALSE(run.divergence()->layer);
}

TEST(Run, KeepsItsWeightsWhereItDiverges) {
    const auto data = test::smallData(20);
    Experiment experiment = wholeBatchExperiment("relu");
    experiment.network.initialization.gain = 1e25;
    reluscope::Run run(experiment, experiment.runs[0], *data);
    const std::vector<float> before(run.network().parameters().begin(),
                                    run.network().parameters().end());
    run.step(wholeOf(data->train), 1, run.optimizer().learningRate);
    EXPECT_TRUE(run.divergence());
    EXPECT_TRUE(std::ranges::equal(run.network().parameters(), before));
    run.rewind();
    EXPECT_FALSE(run.divergence());
}

} // namespace
} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
// The numbers of a step are those of the very step that is made.
#include "core/training/step_trace.h"
#include "tests/core/training/small_experiment.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace reluscope {
namespace {

using test::makeTrainer;
using test::parametersOf;
using test::smallData;
using test::smallExperiment;

/// The loss of a network over what the trace holds of the batch, which is all of it.
double lossOf(const Network<double>& network, const StepTrace& trace) {
    const auto& features = trace.layers.front().a;
    const std::vector<double> examples(features.begin(), features.end());
    Workspace<double> workspace(network.architecture(), trace.examples);
    network.forward(examples, workspace);
    return score<double>(trace.loss, workspace.logits(),
                         workspace.stride(network.architecture().hidden.size()),
                         network.architecture().outputs, {trace.labels})
        .meanLoss();
}

double difference(Network<double>& network, double& parameter, const StepTrace& trace) {
    constexpr double step = 1e-6;
    const double at = parameter;
    parameter = at + step;
    const double above = lossOf(network, trace);
    parameter = at - step;
    const double below = lossOf(network, trace);
    parameter = at;
    return (above - below) / (2 * step);
}

TEST(StepTrace, HasTheGradientsThatDifferencesGive) {
    Trainer trainer = makeTrainer(smallExperiment({"tanh"}));
    trainer.trainBatches(2);
    const StepTrace trace = *trainer.traceNextStep(0);
    ASSERT_EQ(trace.examples, trace.batchExamples);
    const auto& source = trainer.runs()[0].network();
    Network<double> network(source.architecture());
    std::ranges::copy(source.parameters(), network.parameters().begin());
    EXPECT_NEAR(trace.meanLoss, lossOf(network, trace), 1e-6);
    for (std::size_t layer = 0; layer + 1 < trace.layers.size(); ++layer) {
        const StepTrace::Layer& own = trace.layers[layer + 1];
        std::size_t weight = 0;
        for (std::size_t unit = 0; unit < own.units.size(); ++unit) {
            for (const std::size_t in : trace.layers[layer].units) {
                double& at = network.parameters()[network.weightIndex(layer, own.units[unit], in)];
                EXPECT_NEAR(own.weightGradient[weight], difference(network, at, trace), 1e-6);
                ++weight;
            }
            double& at = network.parameters()[network.biasIndex(layer, own.units[unit])];
            EXPECT_NEAR(own.biasGradient[unit], difference(network, at, trace), 1e-6);
        }
    }
}

TEST(StepTrace, FollowsFromItselfForwardAndBack) {
    for (const auto* activation : {"relu", "sigmoid", "prelu", "silu"}) {
        Trainer trainer = makeTrainer(smallExperiment({activation}));
        const StepTrace trace = *trainer.traceNextStep(0);
        for (std::size_t layer = 1; layer < trace.layers.size(); ++layer) {
            const StepTrace::Layer& own = trace.layers[layer];
            const StepTrace::Layer& before = trace.layers[layer - 1];
            const std::size_t width = own.units.size();
            for (std::size_t unit = 0; unit < width; ++unit) {
                float summedGradient = 0;
                for (std::size_t example = 0; example < trace.examples; ++example) {
                    const std::size_t at = example * width + unit;
                    float z = own.bias[unit];
                    for (std::size_t in = 0; in < before.units.size(); ++in) {
                        z += own.weight[unit * before.units.size() + in] *
                             before.a[example * before.units.size() + in];
                    }
                    EXPECT_NEAR(own.z[at], z, 1e-5);
                    summedGradient += own.dz[at];
                    if (layer + 1 == trace.layers.size()) {
                        continue;
                    }
                    float f = 0;
                    float slope = 0;
                    own.functions[unit].apply<float>({&own.z[at], 1}, {&f, 1});
                    own.functions[unit].differentiate<float>({&own.z[at], 1}, {&slope, 1});
                    EXPECT_NEAR(own.a[at], f, 1e-6);
                    EXPECT_NEAR(own.slope[at], slope, 1e-6);
                    EXPECT_NEAR(own.dz[at], own.da[at] * own.slope[at], 1e-6);
                }
                EXPECT_NEAR(own.biasGradient[unit], summedGradient, 1e-6);
            }
        }
    }
}

TEST(StepTrace, LeavesNoGradientWhereTheSlopeIsZero) {
    Trainer trainer = makeTrainer(smallExperiment({"relu"}));
    const StepTrace trace = *trainer.traceNextStep(0);
    std::size_t flat = 0;
    for (std::size_t layer = 1; layer + 1 < trace.layers.size(); ++layer) {
        const StepTrace::Layer& own = trace.layers[layer];
        for (std::size_t i = 0; i < own.z.size(); ++i) {
            EXPECT_EQ(own.slope[i] == 0, own.z[i] <= 0);
            if (own.slope[i] == 0) {
                EXPECT_EQ(own.dz[i], 0);
                ++flat;
            }
        }
    }
    EXPECT_GT(flat, 0);
}

void expectUpdateOf(const StepTrace& trace, const Network<float>& network) {
    for (std::size_t layer = 0; layer + 1 < trace.layers.size(); ++layer) {
        const StepTrace::Layer& own = trace.layers[layer + 1];
        std::size_t weight = 0;
        for (std::size_t unit = 0; unit < own.units.size(); ++unit) {
            for (const std::size_t in : trace.layers[layer].units) {
                EXPECT_EQ(own.weightAfter[weight++], network.weight(layer, own.units[unit], in));
            }
            EXPECT_EQ(own.biasAfter[unit], network.bias(layer, own.units[unit]));
        }
    }
}

TEST(StepTrace, EndsWithTheParametersAfterTheStep) {
    for (const auto& [method, momentum] :
         {std::pair(OptimizerMethod::Sgd, 0.0), std::pair(OptimizerMethod::Sgd, 0.9),
          std::pair(OptimizerMethod::Adam, 0.0), std::pair(OptimizerMethod::RmsProp, 0.0)}) {
        Experiment experiment = smallExperiment({"relu", "tanh"});
        experiment.training.optimizer.method = method;
        experiment.training.optimizer.momentum = momentum;
        experiment.training.optimizer.weightDecay = 0.01;
        experiment.training.changes = {
            {.run = "tanh", .step = 2, .field = ChangedField::LearningRate, .value = 0.03},
            {.run = "relu", .step = 3, .field = ChangedField::Kill, .value = UnitPlace{0, 1}}};
        Trainer trainer = makeTrainer(experiment);
        while (trainer.epoch() < 2) {
            for (std::size_t run = 0; run < 2; ++run) {
                const std::size_t batch = trainer.batchInEpoch();
                const StepTrace trace = *trainer.traceNextStep(run);
                EXPECT_EQ(trace.batch, batch + 1);
                EXPECT_EQ(trace.epoch, trainer.epoch() + 1);
                // The same again, but really.
                Trainer real = makeTrainer(experiment);
                while (real.runs()[run].stepCount() <= trainer.runs()[run].stepCount()) {
                    real.trainBatch();
                }
                expectUpdateOf(trace, real.runs()[run].network());
                EXPECT_EQ(trace.learningRate, real.runs()[run].learningRate());
            }
            trainer.trainBatch();
        }
    }
}

TEST(StepTrace, ChangesNothing) {
    Experiment experiment = smallExperiment({"prelu", "relu"});
    experiment.training.optimizer.momentum = 0.5;
    experiment.training.changes = {
        {.run = "relu", .step = 2, .field = ChangedField::Revive, .value = UnitPlace{1, 1}},
        {.run = "relu", .step = 3, .field = ChangedField::BatchSize, .value = 10.0}};
    Trainer looked = makeTrainer(experiment);
    Trainer alone = makeTrainer(experiment);
    for (Trainer* trainer : {&looked, &alone}) {
        trainer->recordAll(true);
    }
    while (alone.epoch() < 4) {
        looked.traceNextStep(1);
        looked.traceNextStep(0);
        EXPECT_EQ(looked.trainBatch(), alone.trainBatch());
        looked.traceNextStep(0);
        for (std::size_t run = 0; run < 2; ++run) {
            ASSERT_EQ(parametersOf(looked, run), parametersOf(alone, run));
            if (alone.isBetweenEpochs()) {
                EXPECT_TRUE(test::sameResults(*looked.record(run, true), *alone.record(run, true)));
            }
        }
    }
}

TEST(StepTrace, HoldsAPartOfWideLayersAndLargeBatches) {
    Experiment experiment = smallExperiment();
    experiment.network.hidden = {100, 5};
    experiment.training.batchSize = 50;
    Trainer trainer = makeTrainer(experiment);
    const StepTrace trace = *trainer.traceNextStep(0);
    EXPECT_EQ(trace.batchExamples, 50);
    EXPECT_EQ(trace.examples, StepTrace::mostExamples);
    const StepTrace::Layer& wide = trace.layers[1];
    EXPECT_EQ(wide.width, 100);
    ASSERT_EQ(wide.units.size(), StepTrace::mostUnits);
    EXPECT_TRUE(std::ranges::is_sorted(wide.units));
    EXPECT_LT(wide.units.back(), 100);
    EXPECT_EQ(wide.a.size(), trace.examples * StepTrace::mostUnits);
    EXPECT_EQ(trace.layers[2].weight.size(), 5 * StepTrace::mostUnits);
    expectUpdateOf(trace, [&] {
        trainer.trainBatch();
        return trainer.runs()[0].network();
    }());
}

TEST(StepTrace, TellsNothingOfARunThatHasDiverged) {
    Experiment experiment = smallExperiment();
    experiment.training.optimizer.learningRate = 1e30;
    Trainer trainer = makeTrainer(experiment);
    while (trainer.isAnyRunTraining()) {
        static_cast<void>(trainer.traceNextStep(0)); // the last of them can't be made
        trainer.trainBatch();
    }
    EXPECT_FALSE(trainer.traceNextStep(0));
}

} // namespace
} // namespace reluscope

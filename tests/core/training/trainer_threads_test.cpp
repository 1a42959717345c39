// SPDX-License-Identifier: GPL-3.0-or-later
// However many threads train, and however many batches at a time, the results are the same bits.
#include "tests/core/training/small_experiment.h"

#include <gtest/gtest.h>

#include <vector>

namespace reluscope {
namespace {

using test::smallExperiment;

/// All that can be seen of a race: its records, parameters, divergences and how far it came.
struct Outcome {
    std::vector<EpochRecord> records;
    std::vector<std::vector<float>> parameters;
    std::vector<std::optional<Divergence>> divergences;
    std::size_t epoch;
    std::size_t batchInEpoch;
};

Outcome race(const Experiment& experiment, std::size_t threads, std::size_t batchesAtATime) {
    Trainer trainer = test::makeTrainer(experiment, test::smallData(), threads);
    Outcome outcome{};
    while (trainer.epoch() < 3 && trainer.isAnyRunTraining()) {
        if (trainer.trainBatches(batchesAtATime)) {
            for (auto& record : trainer.recordAll(true)) {
                if (record) {
                    outcome.records.push_back(std::move(*record));
                }
            }
        }
    }
    for (std::size_t run = 0; run < trainer.runs().size(); ++run) {
        outcome.parameters.push_back(test::parametersOf(trainer, run));
        outcome.divergences.push_back(trainer.runs()[run].divergence());
    }
    outcome.epoch = trainer.epoch();
    outcome.batchInEpoch = trainer.batchInEpoch();
    return outcome;
}

void expectSameByAll(const Experiment& experiment) {
    const Outcome expected = race(experiment, 1, 1);
    for (const std::size_t threads : {1U, 2U, 4U}) {
        for (const std::size_t batches : {1U, 3U, 1000U}) {
            const Outcome made = race(experiment, threads, batches);
            EXPECT_TRUE(test::sameResults(made.records, expected.records));
            EXPECT_EQ(made.parameters, expected.parameters)
                << threads << " threads, " << batches << " batches at a time";
            EXPECT_EQ(made.divergences, expected.divergences);
            EXPECT_EQ(made.epoch, expected.epoch);
            EXPECT_EQ(made.batchInEpoch, expected.batchInEpoch);
        }
    }
}

TEST(TrainerThreads, GiveTheSameBits) {
    Experiment experiment = smallExperiment({"relu", "tanh", "prelu", "silu", "gelu"});
    experiment.runs[1].optimizer = OptimizerSpec{.method = OptimizerMethod::Adam};
    expectSameByAll(experiment);
}

/// With enough work in a step to be shared.
TEST(TrainerThreads, GiveTheSameBitsOfOneLargeRun) {
    Experiment experiment = smallExperiment({"relu"});
    experiment.network.hidden = {1400, 300};
    experiment.training.batchSize = 50;
    for (const bool learns : {false, true}) {
        experiment.training.optimizer.momentum = learns ? 0.9 : 0;
        experiment.runs[0].activations = {Activation(*findActivation(learns ? "prelu" : "relu"))};
        const Outcome expected = race(experiment, 1, 1000);
        const Outcome made = race(experiment, 2, 1000);
        EXPECT_TRUE(test::sameResults(made.records, expected.records));
        EXPECT_EQ(made.parameters, expected.parameters);
    }
}

TEST(TrainerThreads, AgreeWhereRunsDiverge) {
    Experiment experiment = smallExperiment({"relu", "identity", "tanh"});
    experiment.runs[1].learningRate = 1e30;
    expectSameByAll(experiment);
}

TEST(TrainerThreads, AgreeWhereAllRunsDivergeWithinAnEpoch) {
    Experiment experiment = smallExperiment({"identity", "identity"});
    experiment.training.batchSize = 5;
    experiment.runs[0].learningRate = 1e30;
    experiment.runs[1].learningRate = 1e10;
    const Outcome outcome = race(experiment, 2, 1000);
    ASSERT_TRUE(outcome.divergences[0] && outcome.divergences[1]);
    EXPECT_GT(outcome.batchInEpoch, 0);
    expectSameByAll(experiment);
}

TEST(TrainerThreads, AgreeOnRecordedChanges) {
    Experiment experiment = smallExperiment({"relu", "tanh"});
    experiment.training.changes = {
        {.run = "relu", .step = 1, .field = ChangedField::BatchSize, .value = 30.0},
        {.run = "tanh", .step = 2, .field = ChangedField::BatchSize, .value = 25.0},
        {.run = "tanh", .step = 3, .field = ChangedField::LearningRate, .value = 0.4},
        {.run = "relu", .step = 4, .field = ChangedField::Kill, .value = UnitPlace{0, 2}}};
    expectSameByAll(experiment);
}

} // namespace
} // namespace reluscope

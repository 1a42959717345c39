// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/input_error.h"
#include "core/training/memory.h"
#include "core/training/trainer.h"
#include "tests/core/training/small_experiment.h"

#include <gtest/gtest.h>

#include <cmath>

namespace reluscope {
namespace {

using test::makeTrainer;
using test::parametersOf;
using test::smallData;
using test::smallExperiment;

const std::vector<std::string_view> everyId{"relu", "leaky_relu", "elu",     "silu",
                                            "tanh", "sigmoid",    "identity"};

TEST(Trainer, IsDeterministic) {
    Trainer one = makeTrainer(smallExperiment(everyId));
    Trainer other = makeTrainer(smallExperiment(everyId));
    const auto records = test::train(one, 4);
    EXPECT_EQ(records.size(), 5 * everyId.size());
    EXPECT_TRUE(test::sameResults(records, test::train(other, 4)));
    for (std::size_t run = 0; run < everyId.size(); ++run) {
        EXPECT_EQ(parametersOf(one, run), parametersOf(other, run));
    }
}

TEST(Trainer, RacingRunsAreEachRunAlone) {
    Experiment experiment = smallExperiment(everyId);
    experiment.training.optimizer.momentum = 0.9;
    experiment.runs[1].learningRate = 0.3;
    experiment.runs[2].hidden = {17};
    experiment.runs[3].initialization = Initialization{.weights = WeightScheme::XavierNormal};
    experiment.runs[4].optimizer = OptimizerSpec{.learningRate = 0.05, .weightDecay = 0.01};
    Trainer race = makeTrainer(experiment);
    const auto raced = test::train(race, 3);
    for (std::size_t run = 0; run < everyId.size(); ++run) {
        Experiment single = experiment;
        single.runs = {experiment.runs[run]};
        Trainer alone = makeTrainer(single);
        auto records = test::train(alone, 3);
        EXPECT_EQ(parametersOf(alone), parametersOf(race, run)) << everyId[run];
        for (std::size_t epoch = 0; epoch < records.size(); ++epoch) {
            records[epoch].run = run;
            EXPECT_TRUE(test::sameResults(records[epoch], raced[epoch * everyId.size() + run]));
        }
    }
}

TEST(Trainer, ARunThatDivergesLeavesTheOthersAlone) {
    Experiment experiment = smallExperiment({"relu", "identity", "tanh"});
    experiment.runs[1].learningRate = 1e30;
    Trainer race = makeTrainer(experiment);
    test::train(race, 3);
    EXPECT_EQ(race.status(1), RunStatus::Diverged);
    EXPECT_NE(race.status(0), RunStatus::Diverged);
    EXPECT_TRUE(race.isAnyRunTraining());
    EXPECT_EQ(race.epoch(), 3);
    experiment.runs = {experiment.runs[2]};
    Trainer alone = makeTrainer(experiment);
    test::train(alone, 3);
    EXPECT_EQ(parametersOf(alone), parametersOf(race, 2));
}

TEST(Trainer, RewindsToTheSameTrajectory) {
    Experiment experiment = smallExperiment({"relu", "silu"});
    experiment.training.optimizer.momentum = 0.9;
    Trainer trainer = makeTrainer(experiment);
    const auto initial = parametersOf(trainer, 1);
    const auto records = test::train(trainer, 3);
    EXPECT_NE(parametersOf(trainer, 1), initial);
    trainer.trainBatch(); // rewinding is allowed in the middle of an epoch
    trainer.rewind();
    EXPECT_EQ(trainer.epoch(), 0);
    EXPECT_TRUE(trainer.isBetweenEpochs());
    EXPECT_EQ(trainer.samples(0), 0);
    EXPECT_EQ(parametersOf(trainer, 1), initial);
    EXPECT_TRUE(test::sameResults(test::train(trainer, 3), records));
}

TEST(Trainer, RewindsARunThatDiverged) {
    Experiment experiment = smallExperiment({"identity"});
    experiment.runs[0].learningRate = 1e30;
    Trainer trainer = makeTrainer(experiment);
    test::train(trainer, 3);
    ASSERT_EQ(trainer.status(0), RunStatus::Diverged);
    const Divergence first = *trainer.runs()[0].divergence();
    trainer.rewind();
    EXPECT_EQ(trainer.status(0), RunStatus::Training);
    test::train(trainer, 3);
    EXPECT_EQ(trainer.runs()[0].divergence(), first);
}

/// A logistic regression on two points in one dimension, in batches of one, in file order.
struct ByHand {
    std::shared_ptr<Dataset> data = std::make_shared<Dataset>();
    Experiment experiment = smallExperiment({"relu"});

    ByHand() {
        data->featureCount = 1;
        data->classCount = 2;
        data->train = {.features = {1, -2}, .labels = {1, 0}};
        data->test = {.features = {3}, .labels = {0}};
        experiment.network.hidden = {};
        experiment.network.initialization = {.weights = WeightScheme::Zeros, .bias = 0.5};
        experiment.training.batchSize = 1;
        experiment.training.shuffle = false;
        experiment.training.optimizer.learningRate = 0.5;
    }
};

TEST(Trainer, RecordsWhatOneComputesByHand) {
    ByHand tiny;
    Trainer trainer = makeTrainer(tiny.experiment, tiny.data);
    const auto records = test::train(trainer, 1);
    ASSERT_EQ(records.size(), 2);

    const auto sigmoid = [](double z) { return 1 / (1 + std::exp(-z)); };
    const auto cost = [&](double z, int label) {
        return -std::log(label == 1 ? sigmoid(z) : 1 - sigmoid(z));
    };
    double w = 0;
    double b = 0.5;
    EXPECT_EQ(records[0].epoch, 0);
    EXPECT_EQ(records[0].step, 0);
    EXPECT_NEAR(records[0].trainLoss, (cost(0.5, 1) + cost(0.5, 0)) / 2, 1e-7);
    EXPECT_EQ(records[0].trainAccuracy, 0.5);
    EXPECT_NEAR(records[0].measured->testLoss, cost(0.5, 0), 1e-7);
    EXPECT_EQ(records[0].measured->testAccuracy, 0);
    EXPECT_EQ(records[0].measured->deadFraction, 0) << "no hidden layers";
    EXPECT_TRUE(records[0].measured->silent.empty());

    double loss = 0;
    int correct = 0;
    for (const auto& [x, label] : {std::pair{1.0, 1}, {-2.0, 0}}) {
        const double z = w * x + b;
        loss += cost(z, label) / 2;
        correct += (z > 0) == (label == 1) ? 1 : 0;
        const double slope = sigmoid(z) - label;
        w -= 0.5 * slope * x;
        b -= 0.5 * slope;
    }
    EXPECT_EQ(records[1].epoch, 1);
    EXPECT_EQ(records[1].step, 2);
    EXPECT_EQ(records[1].learningRate, 0.5);
    EXPECT_NEAR(records[1].trainLoss, loss, 1e-7) << "as it trained, not after";
    EXPECT_EQ(records[1].trainAccuracy, correct / 2.0);
    EXPECT_NEAR(records[1].measured->testLoss, cost(3 * w + b, 0), 1e-6);
    EXPECT_NEAR(trainer.runs()[0].network().weight(0, 0, 0), w, 1e-7);
    EXPECT_NEAR(trainer.runs()[0].network().bias(0, 0), b, 1e-7);
    EXPECT_EQ(trainer.samples(0), 2);
    EXPECT_GE(records[1].seconds, 0);
}

TEST(Trainer, TrainingLossWeighsBatchesByTheirSize) {
    // At learning rate 0 the epoch's loss is that of one pass, last partial batch or not.
    Experiment experiment = smallExperiment({"tanh"});
    experiment.training.optimizer.learningRate = 0;
    experiment.training.batchSize = 16; // of 50: the last has 2
    Trainer trainer = makeTrainer(experiment);
    const auto records = test::train(trainer, 2);
    for (const auto& record : records) {
        EXPECT_NEAR(record.trainLoss, records[0].trainLoss, 1e-6);
        EXPECT_EQ(record.trainAccuracy, records[0].trainAccuracy);
    }
    EXPECT_EQ(records[2].step, 8);
}

TEST(Trainer, AnEpochThatIsNotMeasuredHasNoTestPass) {
    Trainer trainer = makeTrainer(smallExperiment());
    const auto record = trainer.record(0, false);
    ASSERT_TRUE(record);
    EXPECT_FALSE(record->measured);
    EXPECT_EQ(record->trainLoss, trainer.record(0, true)->trainLoss);
}

TEST(Trainer, LearnsAndFinishes) {
    Experiment experiment = smallExperiment({"tanh"});
    experiment.training.epochs = 200;
    Trainer trainer = makeTrainer(experiment);
    EXPECT_EQ(trainer.status(0), RunStatus::Training);
    const auto records = test::train(trainer, 200);
    EXPECT_LT(records.back().trainLoss, 0.3 * records.front().trainLoss);
    EXPECT_EQ(trainer.status(0), RunStatus::Finished);
}

TEST(Trainer, FailsWhereTheLossEndsAboveItsStart) {
    Experiment experiment = smallExperiment({"tanh"});
    experiment.runs[0].learningRate = 1000;
    experiment.training.epochs = 2;
    Trainer trainer = makeTrainer(experiment);
    const auto records = test::train(trainer, 2);
    ASSERT_GT(records.back().trainLoss, records.front().trainLoss);
    EXPECT_EQ(trainer.status(0), RunStatus::Failed);
}

TEST(Trainer, WhoTrainsOnBeyondTheLastEpochIsTrainingAgain) {
    Experiment experiment = smallExperiment({"tanh"});
    experiment.runs[0].learningRate = 1000;
    experiment.training.epochs = 1;
    Trainer trainer = makeTrainer(experiment);
    test::train(trainer, 1);
    trainer.trainBatch();
    EXPECT_EQ(trainer.status(0), RunStatus::Training) << "half an epoch's loss is no verdict";
}

TEST(Trainer, WithoutEpochsItFinishesAtOnce) {
    Experiment experiment = smallExperiment();
    experiment.training.epochs = 0;
    Trainer trainer = makeTrainer(experiment);
    EXPECT_EQ(test::train(trainer, 0).size(), 1);
    EXPECT_EQ(trainer.status(0), RunStatus::Finished);
}

TEST(Trainer, DivergenceNamesStepAndLayer) {
    ByHand tiny;
    tiny.data->train = {.features = {1, 1}, .labels = {1, 1}};
    tiny.experiment.training.loss = Loss::MeanSquaredError;
    tiny.experiment.training.batchSize = 2;
    tiny.experiment.training.optimizer.learningRate = 1e12;
    Trainer trainer = makeTrainer(tiny.experiment, tiny.data);
    test::train(trainer, 100);
    // y - 1 grows by the factor 1 - 4e12 a step from -0.5: below 1.8e38 / 2 for three steps.
    const auto& divergence = trainer.runs()[0].divergence();
    ASSERT_TRUE(divergence);
    EXPECT_EQ(divergence->epoch, 5);
    EXPECT_EQ(divergence->step, 5);
    EXPECT_EQ(divergence->layer, 1U);
    EXPECT_EQ(trainer.runs()[0].stepCount(), 4);
    EXPECT_FALSE(trainer.isAnyRunTraining());
    EXPECT_EQ(trainer.status(0), RunStatus::Diverged);
    EXPECT_EQ(trainer.samples(0), 8) << "four updates on two examples";
}

TEST(Trainer, CountsSilentUnits) {
    // Biases of -100 silence every unit of the first layer, and all in the second but the biases.
    Experiment experiment = smallExperiment({"relu", "tanh", "leaky_relu"});
    experiment.network.initialization.bias = -100;
    Trainer trainer = makeTrainer(experiment);
    EXPECT_EQ(trainer.record(0, true)->measured->silent, (std::vector<std::size_t>{8, 5}));
    EXPECT_EQ(trainer.record(0, true)->measured->deadFraction, 1);
    EXPECT_EQ(trainer.record(1, true)->measured->deadFraction, 0);
    EXPECT_EQ(trainer.record(2, true)->measured->deadFraction, 0);
}

TEST(Trainer, TakesALearningRateOverAtTheNextStep) {
    ByHand tiny;
    Trainer trainer = makeTrainer(tiny.experiment, tiny.data);
    trainer.trainBatch();
    const auto before = parametersOf(trainer);
    tiny.experiment.training.optimizer.learningRate = 0;
    trainer.adjust(tiny.experiment);
    EXPECT_TRUE(trainer.trainBatch());
    EXPECT_EQ(parametersOf(trainer), before) << "at once, in the middle of an epoch";
    tiny.experiment.runs[0].learningRate = 0.25;
    trainer.adjust(tiny.experiment);
    trainer.trainBatch();
    EXPECT_NE(parametersOf(trainer), before) << "a run's own rate comes first";
    EXPECT_EQ(trainer.runs()[0].optimizer().learningRate, 0.25);
}

TEST(Trainer, TakesABatchSizeOverAtTheNextEpoch) {
    Experiment experiment = smallExperiment();
    experiment.training.batchSize = 10;
    Trainer trainer = makeTrainer(experiment);
    trainer.trainBatch();
    experiment.training.batchSize = 40;
    trainer.adjust(experiment);
    EXPECT_EQ(trainer.batchesPerEpoch(), 5);
    EXPECT_FALSE(trainer.trainBatch());
    EXPECT_EQ(trainer.samples(0), 20);
    while (!trainer.trainBatch()) {
    }
    EXPECT_EQ(trainer.samples(0), 50);
    trainer.trainBatch();
    EXPECT_EQ(trainer.samples(0), 90);
    EXPECT_EQ(trainer.batchesPerEpoch(), 2);
    experiment.training.batchSize = 1'000'000;
    trainer.adjust(experiment);
    trainer.trainBatch();
    EXPECT_TRUE(trainer.trainBatch()) << "all at once";
}

TEST(Trainer, AdjustingToTheSameChangesNothing) {
    Trainer plain = makeTrainer(smallExperiment({"silu"}));
    Trainer adjusted = makeTrainer(smallExperiment({"silu"}));
    for (int step = 0; step < 9; ++step) {
        plain.trainBatch();
        adjusted.adjust(smallExperiment({"silu"}));
        adjusted.trainBatch();
    }
    EXPECT_EQ(parametersOf(plain), parametersOf(adjusted));
}

TEST(Trainer, EpochsCanBeAdjusted) {
    Experiment experiment = smallExperiment();
    experiment.training.epochs = 1;
    Trainer trainer = makeTrainer(experiment);
    test::train(trainer, 1);
    EXPECT_NE(trainer.status(0), RunStatus::Training);
    experiment.training.epochs = 5;
    trainer.adjust(experiment);
    EXPECT_EQ(trainer.status(0), RunStatus::Training);
}

TEST(Trainer, RefusesABatchThatDoesNotFitIntoMemoryAndGoesOn) {
    Experiment experiment = smallExperiment({"silu"});
    experiment.training.batchSize = 1;
    const auto data = smallData();
    Trainer trainer(experiment, data, test::steadyClock, trainingBytes(experiment, *data));
    Experiment larger = experiment;
    larger.training.batchSize = data->train.count();
    larger.training.optimizer.learningRate = 7;
    EXPECT_THROW(trainer.adjust(larger), InputError);
    EXPECT_EQ(trainer.experiment(), experiment);
    EXPECT_EQ(trainer.runs()[0].optimizer(), experiment.training.optimizer);
    while (!trainer.trainBatch()) {
    }
    EXPECT_EQ(trainer.runs()[0].stepCount(), data->train.count());
}

TEST(Trainer, RefusesALossThatDoesNotFit) {
    Experiment experiment = smallExperiment();
    experiment.training.loss = Loss::CrossEntropy;
    try {
        makeTrainer(experiment);
        FAIL() << "softmax over one logit";
    } catch (const InputError& error) {
        EXPECT_EQ(error.place(), "training.loss");
    }
    experiment.training.loss = Loss::MeanSquaredError;
    EXPECT_NO_THROW(makeTrainer(experiment));
}

TEST(Trainer, RefusesToDropTheOnlyBatch) {
    Experiment experiment = smallExperiment();
    experiment.training.dropLast = true;
    experiment.training.batchSize = 51;
    EXPECT_THROW(makeTrainer(experiment), InputError);
    experiment.training.batchSize = 50;
    EXPECT_NO_THROW(makeTrainer(experiment));
}

TEST(Trainer, ClockReadsDoNotAffectResults) {
    const auto data = smallData();
    const auto frozen = [] { return std::chrono::nanoseconds{0}; };
    Trainer one(smallExperiment({"silu"}), data, test::steadyClock, test::anyMemory);
    Trainer other(smallExperiment({"silu"}), data, frozen, test::anyMemory);
    EXPECT_TRUE(test::sameResults(test::train(one, 2), test::train(other, 2)));
    EXPECT_GT(one.trainingSeconds(0), 0);
    EXPECT_EQ(other.trainingSeconds(0), 0);
}

} // namespace
} // namespace reluscope

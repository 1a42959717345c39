// SPDX-License-Identifier: GPL-3.0-or-later
// What was changed while a run trained is done again when it trains again.
#include "core/input_error.h"
#include "tests/core/expect_input_error.h"
#include "tests/core/training/small_experiment.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace reluscope {
namespace {

using test::makeTrainer;
using test::parametersOf;
using test::smallExperiment;

/// 50 examples in batches of 16: four steps an epoch.
constexpr std::size_t stepsPerEpoch = 4;

void trainSteps(Trainer& trainer, std::size_t steps) {
    for (std::size_t step = 0; step < steps; ++step) {
        trainer.trainBatch();
    }
}

Experiment changed(Change change, std::string_view activation = "relu") {
    Experiment experiment = smallExperiment({activation});
    change.run = activation;
    experiment.training.changes = {std::move(change)};
    return experiment;
}

/// The weights after as many steps, where the setting was `before` for `change.step` of them.
template <class Set>
void expectAsIfSet(const Change& change, std::size_t steps, Set set) {
    Trainer replayed = makeTrainer(changed(change));
    trainSteps(replayed, steps);

    Experiment experiment = smallExperiment();
    Trainer byHand = makeTrainer(experiment);
    trainSteps(byHand, change.step);
    set(experiment);
    byHand.adjust(experiment);
    trainSteps(byHand, steps - change.step);
    EXPECT_EQ(parametersOf(replayed), parametersOf(byHand));

    Trainer unchanged = makeTrainer(smallExperiment());
    trainSteps(unchanged, steps);
    EXPECT_NE(parametersOf(replayed), parametersOf(unchanged));
}

TEST(Changes, OfSettingsTakeEffectAtTheNextStep) {
    expectAsIfSet({.run = {}, .step = 3, .field = ChangedField::LearningRate, .value = 0.4}, 7,
                  [](Experiment& e) { e.training.optimizer.learningRate = 0.4; });
    expectAsIfSet({.run = {}, .step = 2, .field = ChangedField::Momentum, .value = 0.9}, 7,
                  [](Experiment& e) { e.training.optimizer.momentum = 0.9; });
    expectAsIfSet({.run = {}, .step = 5, .field = ChangedField::WeightDecay, .value = 0.1}, 7,
                  [](Experiment& e) { e.training.optimizer.weightDecay = 0.1; });
}

TEST(Changes, OfTheBatchSizeTakeEffectAtTheNextEpoch) {
    Trainer trainer = makeTrainer(
        changed({.run = {}, .step = 1, .field = ChangedField::BatchSize, .value = 25.0}));
    trainSteps(trainer, stepsPerEpoch);
    EXPECT_EQ(trainer.epoch(), 1);
    trainSteps(trainer, 2);
    EXPECT_EQ(trainer.epoch(), 2) << "two batches of 25";
}

TEST(Changes, LeaveTheControlsToWhoTouchesThem) {
    Experiment experiment =
        changed({.run = {}, .step = 1, .field = ChangedField::BatchSize, .value = 25.0});
    experiment.training.changes.push_back(
        {.run = "relu", .step = 1, .field = ChangedField::LearningRate, .value = 0.4});
    Trainer trainer = makeTrainer(experiment);
    trainSteps(trainer, stepsPerEpoch);
    experiment.training.epochs = 7;
    trainer.adjust(experiment);
    EXPECT_EQ(trainer.runs()[0].optimizer().learningRate, 0.4) << "nobody touched it";
    experiment.training.batchSize = 50;
    trainer.adjust(experiment);
    trainSteps(trainer, 1);
    EXPECT_EQ(trainer.epoch(), 2) << "one batch of 50";
}

TEST(Changes, KillAUnitForGood) {
    Trainer trainer = makeTrainer(
        changed({.run = {}, .step = 5, .field = ChangedField::Kill, .value = UnitPlace{0, 2}}));
    trainSteps(trainer, stepsPerEpoch);
    trainer.record(0, true);
    trainSteps(trainer, stepsPerEpoch);
    const auto measured = trainer.record(0, true)->measured;
    EXPECT_THAT(measured->events, testing::Contains(UnitEvent{0, 2, true}));
    EXPECT_EQ(trainer.runs()[0].network().weight(0, 2, 0), 0);
    EXPECT_EQ(trainer.runs()[0].network().weight(0, 2, 1), 0);
}

TEST(Changes, ReviveAUnitEvenWithMomentum) {
    Experiment experiment =
        changed({.run = {}, .step = 4, .field = ChangedField::Kill, .value = UnitPlace{1, 3}});
    experiment.training.optimizer.momentum = 0.9;
    experiment.training.changes.push_back(
        {.run = "relu", .step = 8, .field = ChangedField::Revive, .value = UnitPlace{1, 3}});
    Trainer trainer = makeTrainer(experiment);
    trainSteps(trainer, 2 * stepsPerEpoch);
    const auto isSilent = [&] {
        Workspace<float> workspace(trainer.runs()[0].network().architecture(), 50);
        return findHealth(trainer.runs()[0].network(), trainer.data().train.features, workspace)
            ->silent.at(1, 3);
    };
    EXPECT_TRUE(isSilent());
    trainSteps(trainer, 1);
    EXPECT_FALSE(isSilent());
}

TEST(Changes, ReviveAUnitWithoutInputs) {
    // Nothing but the bias can wake a unit whose weights are zero.
    Experiment experiment =
        changed({.run = {}, .step = 0, .field = ChangedField::Revive, .value = UnitPlace{0, 0}});
    experiment.network.initialization = {.weights = WeightScheme::Zeros};
    Trainer trainer = makeTrainer(experiment);
    trainSteps(trainer, 1);
    EXPECT_GT(trainer.runs()[0].network().bias(0, 0), 0.5F);
}

TEST(Changes, ThatAreForgottenAreGoneAfterARewind) {
    Experiment experiment =
        changed({.run = {}, .step = 3, .field = ChangedField::LearningRate, .value = 0.4});
    experiment.training.changes.push_back(
        {.run = "relu", .step = 5, .field = ChangedField::Kill, .value = UnitPlace{0, 1}});
    Trainer trainer = makeTrainer(experiment);
    trainSteps(trainer, 6);
    trainer.forgetChanges();
    trainer.rewind();
    EXPECT_TRUE(trainer.experiment().training.changes.empty());
    trainSteps(trainer, 6);
    Trainer unchanged = makeTrainer(smallExperiment());
    trainSteps(unchanged, 6);
    EXPECT_EQ(parametersOf(trainer), parametersOf(unchanged));
}

TEST(Changes, OfUnitsAreRecordedSoThatTheyCanBeMadeAgain) {
    Experiment experiment =
        changed({.run = {}, .step = 6, .field = ChangedField::LearningRate, .value = 0.4});
    experiment.training.changes.push_back(
        {.run = "relu", .step = 1, .field = ChangedField::BatchSize, .value = 25.0});
    Trainer trainer = makeTrainer(experiment);
    trainer.changeUnit(0, ChangedField::Kill, {0, 3});
    trainSteps(trainer, 3);
    trainer.changeUnit(0, ChangedField::Kill, {1, 2});
    trainSteps(trainer, 2);
    trainer.changeUnit(0, ChangedField::Revive, {0, 3});
    trainer.changeUnit(0, ChangedField::Kill, {0, 3});
    trainer.changeUnit(0, ChangedField::Revive, {0, 3});
    trainSteps(trainer, 5);
    EXPECT_EQ(trainer.experiment().training.changes.size(), 7);

    Trainer again = makeTrainer(trainer.experiment());
    trainSteps(again, 10);
    EXPECT_EQ(parametersOf(again), parametersOf(trainer));
}

TEST(Changes, OfUnitsAreRefusedWhereTheyCannotBe) {
    Trainer trainer = makeTrainer(smallExperiment({"tanh"}));
    const auto before = parametersOf(trainer);
    test::expectInputError([&] { trainer.changeUnit(0, ChangedField::Kill, {}); },
                           "training.changes[0].field", "tanh is never silent");
    test::expectInputError(
        [&] {
            trainer.changeUnit(0, ChangedField::Revive, {0, 99});
        },
        "training.changes[0].value", "no such unit");
    EXPECT_TRUE(trainer.experiment().training.changes.empty());
    EXPECT_EQ(parametersOf(trainer), before);
}

TEST(Changes, AreRefusedWhereTheySuitNothing) {
    const auto refuse = [](const Experiment& experiment, const char* place, const char* words) {
        test::expectInputError([&] { makeTrainer(experiment); }, place, words);
    };
    Experiment stranger = changed({.run = {}, .step = 0, .field = {}, .value = 0.1});
    stranger.training.changes[0].run = "nobody";
    refuse(stranger, "training.changes[0].run", "no run");
    for (const UnitPlace place : {UnitPlace{2, 0}, UnitPlace{0, 8}, UnitPlace{1, 5}}) {
        refuse(changed({.run = {}, .step = 0, .field = ChangedField::Kill, .value = place}),
               "training.changes[0].value", "no such unit");
    }
    refuse(
        changed({.run = {}, .step = 0, .field = ChangedField::Kill, .value = UnitPlace{}}, "tanh"),
        "training.changes[0].field", "tanh is never silent");
}

} // namespace
} // namespace reluscope

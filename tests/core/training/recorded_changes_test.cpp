// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody changes while networks train goes on record, so that it can be done again.
#include "tests/core/training/small_experiment.h"

#include <gtest/gtest.h>

namespace reluscope {
namespace {

using test::makeTrainer;
using test::parametersOf;
using test::smallExperiment;

void trainSteps(Trainer& trainer, std::size_t steps) {
    for (std::size_t step = 0; step < steps; ++step) {
        trainer.trainBatch();
    }
}

TEST(AddChange, KeepsThemInOrderAndASettingAtAStepOnce) {
    std::vector<Change> changes;
    addChange(changes, {"a", 7, ChangedField::LearningRate, 0.5});
    addChange(changes, {"a", 0, ChangedField::LearningRate, 1.0});
    addChange(changes, {"b", 7, ChangedField::LearningRate, 0.25});
    addChange(changes, {"a", 7, ChangedField::Momentum, 0.9});
    addChange(changes, {"a", 7, ChangedField::LearningRate, 0.125});
    addChange(changes, {"a", 7, ChangedField::Kill, UnitPlace{0, 1}});
    addChange(changes, {"a", 7, ChangedField::Kill, UnitPlace{0, 2}});
    const std::vector<Change> expected{
        {"a", 0, ChangedField::LearningRate, 1.0},
        {"a", 7, ChangedField::LearningRate, 0.125},
        {"b", 7, ChangedField::LearningRate, 0.25},
        {"a", 7, ChangedField::Momentum, 0.9},
        {"a", 7, ChangedField::Kill, UnitPlace{0, 1}},
        {"a", 7, ChangedField::Kill, UnitPlace{0, 2}},
    };
    EXPECT_EQ(changes, expected);
}

/// Turns knobs while it trains, then trains the experiment that comes of it: the same must happen.
TEST(RecordedChanges, MakeTheSameTrajectoryAgain) {
    Experiment experiment = smallExperiment({"relu", "tanh"});
    experiment.runs[1].learningRate = 0.05;
    Trainer trainer = makeTrainer(experiment);
    const auto turn = [&](auto set) {
        set(experiment.training);
        for (const Change& change : trainer.adjust(experiment)) {
            addChange(experiment.training.changes, change);
        }
    };
    turn([](TrainingSpec& training) { training.optimizer.learningRate = 0.2; });
    EXPECT_TRUE(experiment.training.changes.empty()) << "nothing has been trained yet";
    trainSteps(trainer, 3);
    turn([](TrainingSpec& training) { training.optimizer.learningRate = 0.4; });
    turn([](TrainingSpec& training) { training.optimizer.learningRate = 0.3; });
    trainSteps(trainer, 1);
    turn([](TrainingSpec& training) {
        training.optimizer.momentum = 0.9;
        training.batchSize = 25;
    });
    trainSteps(trainer, 1);
    turn([](TrainingSpec& training) { training.optimizer.weightDecay = 0.01; });
    turn([](TrainingSpec& training) { training.batchSize = 10; });
    trainSteps(trainer, 2);
    turn([](TrainingSpec& training) { training.optimizer.nesterov = true; });
    trainSteps(trainer, 2);
    turn([](TrainingSpec& training) {
        training.optimizer.momentum = 0;
        training.optimizer.nesterov = false;
    });
    trainSteps(trainer, 2);

    const std::vector<Change> ofRate{{"relu", 0, ChangedField::LearningRate, 0.2},
                                     {"relu", 3, ChangedField::LearningRate, 0.3}};
    std::vector<Change> recorded;
    for (const Change& change : experiment.training.changes) {
        if (change.field == ChangedField::LearningRate) {
            recorded.push_back(change);
        }
    }
    EXPECT_EQ(recorded, ofRate) << "the other run has a rate of its own";

    Trainer again = makeTrainer(experiment);
    trainSteps(again, 11);
    EXPECT_EQ(again.epoch(), trainer.epoch());
    EXPECT_EQ(again.batchInEpoch(), trainer.batchInEpoch());
    for (const std::size_t run : {0U, 1U}) {
        EXPECT_EQ(parametersOf(again, run), parametersOf(trainer, run));
    }
    Trainer withoutThem = makeTrainer(smallExperiment({"relu", "tanh"}));
    trainSteps(withoutThem, 11);
    EXPECT_NE(parametersOf(withoutThem), parametersOf(trainer));

    trainer.rewind();
    trainSteps(trainer, 11);
    EXPECT_EQ(parametersOf(again), parametersOf(trainer)) << "rewound";
}

TEST(RecordedChanges, AreForgottenForTheSettingsOfNow) {
    Experiment experiment = smallExperiment();
    Trainer trainer = makeTrainer(experiment);
    trainSteps(trainer, 3);
    experiment.training.optimizer.learningRate = 0.4;
    trainer.adjust(experiment);
    trainSteps(trainer, 3);
    trainer.forgetChanges();
    trainer.rewind();
    trainSteps(trainer, 6);
    Trainer fresh = makeTrainer(experiment);
    trainSteps(fresh, 6);
    EXPECT_EQ(parametersOf(trainer), parametersOf(fresh));
}

} // namespace
} // namespace reluscope

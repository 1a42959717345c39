// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/past.h"
#include "core/training/stop.h"
#include "tests/core/training/small_experiment.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace reluscope {
namespace {

using test::makeTrainer;
using test::parametersOf;
using test::smallExperiment;

TEST(Stop, GoesByTheFirstRuleThatHolds) {
    const EpochFigures figures{
        .epoch = 9, .loss = 0.5, .accuracy = 0.75, .lowest = {.loss = 0.4, .epoch = 6}};
    EXPECT_FALSE(findStop({}, figures));
    EXPECT_FALSE(
        findStop({.trainAccuracy = 0.76, .trainLoss = 0.49, .patience = std::size_t{4}}, figures));
    EXPECT_EQ(findStop({.trainAccuracy = 0.75}, figures), (Stop{9, StopReason::Accuracy, 0.75}));
    EXPECT_EQ(findStop({.trainLoss = 0.5}, figures), (Stop{9, StopReason::Loss, 0.5}));
    EXPECT_EQ(findStop({.patience = std::size_t{3}}, figures),
              (Stop{9, StopReason::NoProgress, 3.0}));
    EXPECT_EQ(
        findStop({.trainAccuracy = 0.75, .trainLoss = 0.5, .patience = std::size_t{3}}, figures)
            ->reason,
        StopReason::Accuracy);
    EXPECT_FALSE(findStop({.trainAccuracy = 0.0}, {.epoch = 9, .loss = 0.5}))
        << "a regression has none";
}

TEST(Stop, ProgressIsANewLowestLoss) {
    LowestLoss lowest;
    for (std::size_t epoch = 1; const double loss : {0.9, 0.7, 0.7, 0.8}) {
        lowest.add(loss, epoch++);
    }
    EXPECT_EQ(lowest.loss, 0.7);
    EXPECT_EQ(lowest.epoch, 2);
}

/// Two runs, of which the one at the low rate takes longer.
Experiment race() {
    Experiment experiment = smallExperiment({"relu", "tanh"});
    experiment.training.epochs = 40;
    experiment.runs[1].learningRate = 0.02;
    return experiment;
}

/// What a race was like at the end of each epoch, without any rule.
struct Course {
    explicit Course(const Experiment& experiment)
        : trainer(makeTrainer(experiment)) {
        note();
        while (trainer.epoch() < experiment.training.epochs) {
            if (trainer.trainBatch()) {
                note();
            }
        }
    }

    void note() {
        weights.emplace_back();
        for (std::size_t run = 0; run < trainer.runs().size(); ++run) {
            weights.back().push_back(parametersOf(trainer, run));
        }
        records.push_back(trainer.recordAll(false));
    }

    /// The first epoch at whose end the loss of a run was no higher.
    std::size_t firstAt(double loss, std::size_t run) const {
        for (std::size_t epoch = 1; epoch < records.size(); ++epoch) {
            if (records[epoch][run]->trainLoss <= loss) {
                return epoch;
            }
        }
        return records.size();
    }

    Trainer trainer;
    std::vector<std::vector<std::vector<float>>> weights;         ///< by epoch and run
    std::vector<std::vector<std::optional<EpochRecord>>> records; ///< the same
};

void trainTo(Trainer& trainer, std::size_t epoch) {
    while (trainer.epoch() < epoch && trainer.isAnyRunTraining()) {
        trainer.trainBatch();
    }
}

TEST(Stop, EndsARunAndLeavesTheOthersAlone) {
    Experiment experiment = race();
    const Course course(experiment);
    const double loss = course.records[12][0]->trainLoss;
    const std::size_t first = course.firstAt(loss, 0);
    ASSERT_LE(first, 12);
    ASSERT_GT(course.firstAt(loss, 1), 20);
    experiment.training.stop.trainLoss = loss;
    for (const std::size_t threads : {1U, 2U}) {
        Trainer trainer = makeTrainer(experiment, test::smallData(), threads);
        trainTo(trainer, first);
        EXPECT_EQ(trainer.stopOf(0), (Stop{first, StopReason::Loss, loss}));
        EXPECT_EQ(trainer.status(0), RunStatus::Finished);
        EXPECT_EQ(trainer.status(1), RunStatus::Training);
        const auto last = trainer.recordAll(true);
        ASSERT_TRUE(last[0]) << "of its last epoch";
        EXPECT_EQ(last[0]->trainLoss, course.records[first][0]->trainLoss);
        trainTo(trainer, 20);
        EXPECT_EQ(parametersOf(trainer, 0), course.weights[first][0]);
        EXPECT_EQ(parametersOf(trainer, 1), course.weights[20][1]);
        EXPECT_FALSE(trainer.recordAll(true)[0]);
        EXPECT_TRUE(trainer.recordAll(true)[1]);
        trainer.rewind();
        EXPECT_FALSE(trainer.stopOf(0));
        trainTo(trainer, 20);
        EXPECT_EQ(trainer.stopOf(0)->epoch, first);
    }
}

TEST(Stop, EndsTheRaceWithItsLastRun) {
    Experiment experiment = smallExperiment();
    experiment.training.epochs = 40;
    experiment.training.shuffle = false;
    experiment.training.optimizer.learningRate = 0; // never any progress
    experiment.training.stop.patience = 3;
    Trainer trainer = makeTrainer(experiment);
    trainTo(trainer, 40);
    EXPECT_EQ(trainer.epoch(), 4) << "the first epoch is the lowest";
    EXPECT_EQ(trainer.stopOf(0), (Stop{4, StopReason::NoProgress, 3.0}));
    EXPECT_FALSE(trainer.isAnyRunTraining());
}

TEST(Stop, IsTheSameWhereverItWasTakenBackTo) {
    Experiment experiment = race();
    const Course course(experiment);
    experiment.training.stop.trainLoss = course.records[6][0]->trainLoss;
    Trainer trainer = makeTrainer(experiment);
    trainer.recordAll(true);
    for (const std::size_t bytes : {std::size_t{1} << 30U, std::size_t{1}}) {
        trainer.rewind();
        Past past(test::steadyClock, bytes);
        past.startOver(trainer);
        while (trainer.epoch() < 14) {
            if (trainer.trainBatch()) {
                past.keep(trainer);
            }
        }
        const auto stop = trainer.stopOf(0);
        ASSERT_TRUE(stop);
        for (const std::size_t epoch : {2U, 13U, 5U, 6U, 7U, 0U}) {
            past.show(trainer, epoch);
            while (!past.goOn(trainer)) {
            }
            EXPECT_EQ(trainer.stopOf(0), epoch < stop->epoch ? std::nullopt : stop) << epoch;
            EXPECT_EQ(parametersOf(trainer, 0), course.weights[std::min(epoch, stop->epoch)][0]);
            EXPECT_EQ(parametersOf(trainer, 1), course.weights[epoch][1]);
        }
        past.returnToPresent(trainer);
        EXPECT_EQ(trainer.stopOf(0), stop);
        EXPECT_EQ(parametersOf(trainer, 1), course.weights[14][1]);
    }
}

/// A rule that is dropped lets a run go on with the others, or not at all.
TEST(Stop, ChangesWhileItTrains) {
    Experiment experiment = race();
    const Course course(experiment);
    const Experiment without = experiment;
    experiment.training.stop.trainLoss = course.records[6][0]->trainLoss;
    const std::size_t first = course.firstAt(*experiment.training.stop.trainLoss, 0);
    EXPECT_FALSE(startsAfresh(without, experiment));

    Trainer behind = makeTrainer(experiment);
    trainTo(behind, first + 2);
    behind.adjust(without);
    EXPECT_TRUE(behind.stopOf(0)) << "it would be two epochs late";

    Trainer trainer = makeTrainer(experiment);
    Past past(test::steadyClock, 1); // nothing but epoch 0
    past.startOver(trainer);
    trainTo(trainer, first);
    EXPECT_TRUE(trainer.stopOf(0));
    trainer.adjust(without);
    EXPECT_FALSE(trainer.stopOf(0));
    trainTo(trainer, first + 4);
    EXPECT_EQ(parametersOf(trainer, 0), course.weights[first + 4][0]);
    trainer.adjust(experiment);
    EXPECT_EQ(trainer.stopOf(0)->epoch, first + 4) << "at once";
    trainTo(trainer, first + 6);
    for (const std::size_t epoch : {first + 5, first + 3, first, first + 4}) {
        past.show(trainer, epoch);
        while (!past.goOn(trainer)) {
        }
        EXPECT_EQ(parametersOf(trainer, 0), course.weights[std::min(epoch, first + 4)][0]) << epoch;
        EXPECT_EQ(parametersOf(trainer, 1), course.weights[epoch][1]) << epoch;
    }
}

} // namespace
} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
// A trainer that was taken back has the very figures that it had.
#include "core/training/past.h"
#include "tests/core/training/small_experiment.h"

#include <gtest/gtest.h>

#include <functional>
#include <string>

namespace reluscope {
namespace {

using test::makeTrainer;
using test::parametersOf;
using test::smallExperiment;

constexpr std::size_t anyBytes = std::size_t{1} << 30U;

struct Journey {
    std::string name;
    std::function<void(Experiment&)> prepare;
};

void PrintTo(const Journey& journey, std::ostream* out) {
    *out << journey.name;
}

class PastOf : public testing::TestWithParam<Journey> {};

std::vector<std::vector<float>> allParametersOf(const Trainer& trainer) {
    std::vector<std::vector<float>> all;
    for (std::size_t run = 0; run < trainer.runs().size(); ++run) {
        all.push_back(parametersOf(trainer, run));
    }
    return all;
}

void goTo(Past& past, Trainer& trainer, std::size_t epoch) {
    past.show(trainer, epoch);
    while (!past.goOn(trainer)) {
    }
}

TEST_P(PastOf, HasTheSameBits) {
    Experiment experiment = smallExperiment({"relu", "prelu", "tanh"});
    GetParam().prepare(experiment);
    Trainer trainer = makeTrainer(experiment);
    trainer.recordAll(true);
    const std::size_t one = trainer.state().bytes();
    for (const std::size_t bytes : {anyBytes, 4 * one, std::size_t{1}}) {
        trainer.rewind();
        Past past(test::steadyClock, bytes);
        past.startOver(trainer);
        std::vector<std::vector<std::vector<float>>> expected{allParametersOf(trainer)};
        std::vector<std::vector<std::optional<EpochRecord>>> records{trainer.recordAll(true)};
        while (trainer.epoch() < 13) {
            if (trainer.trainBatch()) {
                records.push_back(trainer.recordAll(true));
                expected.push_back(allParametersOf(trainer));
                past.keep(trainer);
            }
        }
        trainer.trainBatch();
        const auto present = allParametersOf(trainer);
        for (const std::size_t epoch : {12U, 3U, 4U, 9U, 0U, 0U, 7U, 1U, 13U}) {
            goTo(past, trainer, epoch);
            EXPECT_EQ(trainer.epoch(), epoch);
            EXPECT_EQ(allParametersOf(trainer), expected[epoch]) << epoch;
            const auto again = trainer.recordAll(false);
            for (std::size_t run = 0; run < again.size(); ++run) {
                EXPECT_EQ(again[run].has_value(), records[epoch][run].has_value());
                if (again[run]) {
                    EXPECT_EQ(again[run]->trainLoss, records[epoch][run]->trainLoss);
                    EXPECT_EQ(again[run]->learningRate, records[epoch][run]->learningRate);
                }
            }
        }
        past.returnToPresent(trainer);
        EXPECT_EQ(allParametersOf(trainer), present);
        EXPECT_EQ(trainer.batchInEpoch(), 1);
        while (!trainer.trainBatch()) {
        }
        const auto after = allParametersOf(trainer);
        goTo(past, trainer, 13);
        while (trainer.epoch() < 14) {
            trainer.trainBatch();
        }
        EXPECT_EQ(allParametersOf(trainer), after);
        past.returnToPresent(trainer);
    }
}

INSTANTIATE_TEST_SUITE_P(
    Everything, PastOf,
    testing::Values(
        Journey{"plain", [](Experiment&) {}},
        Journey{"inOrder", [](Experiment& e) { e.training.shuffle = false; }},
        Journey{"momentum",
                [](Experiment& e) {
                    e.training.optimizer.momentum = 0.9;
                    e.training.optimizer.nesterov = true;
                }},
        Journey{"adam",
                [](Experiment& e) {
                    e.training.optimizer.method = OptimizerMethod::Adam;
                    e.training.optimizer.learningRate = 0.01;
                }},
        Journey{"rmsprop",
                [](Experiment& e) {
                    e.training.optimizer.method = OptimizerMethod::RmsProp;
                    e.training.optimizer.centered = true;
                    e.training.optimizer.learningRate = 0.01;
                }},
        Journey{"cosine", [](Experiment& e) { e.training.schedule.shape = ScheduleShape::Cosine; }},
        Journey{"diverging", [](Experiment& e) { e.runs[0].learningRate = 1e30; }},
        Journey{"nesterovOnTheWay",
                [](Experiment& e) {
                    e.training.optimizer.momentum = 0.9;
                    e.training.changes = {{"relu", 0, ChangedField::Nesterov, 1.0},
                                          {"relu", 14, ChangedField::Nesterov, 0.0}};
                }},
        Journey{"changes",
                [](Experiment& e) {
                    e.training.changes = {{"relu", 10, ChangedField::LearningRate, 0.3},
                                          {"relu", 12, ChangedField::Kill, UnitPlace{0, 2}},
                                          {"prelu", 13, ChangedField::Momentum, 0.9},
                                          {"relu", 21, ChangedField::BatchSize, 25.0},
                                          {"relu", 22, ChangedField::Revive, UnitPlace{0, 2}},
                                          {"tanh", 24, ChangedField::WeightDecay, 0.01}};
                }}),
    [](const auto& journey) { return journey.param.name; });

/// What somebody changed after an epoch they saw as part of it.
TEST(Past, HasTheUnitsThatWereChangedAtTheEndOfAnEpoch) {
    for (const std::size_t bytes : {anyBytes, std::size_t{1}}) {
        Trainer trainer = makeTrainer(smallExperiment({"relu", "tanh"}));
        Past past(test::steadyClock, bytes);
        past.startOver(trainer);
        std::vector<std::vector<std::vector<float>>> seen;
        while (trainer.epoch() < 6) {
            while (!trainer.trainBatch()) {
            }
            past.keep(trainer);
            if (trainer.epoch() == 2) {
                trainer.changeUnit(0, ChangedField::Kill, {0, 1});
            } else if (trainer.epoch() == 4) {
                trainer.changeUnit(0, ChangedField::Revive, {0, 1});
            }
            seen.push_back(allParametersOf(trainer));
        }
        for (const std::size_t epoch : {4U, 2U, 3U, 1U, 5U, 2U}) {
            goTo(past, trainer, epoch);
            EXPECT_EQ(allParametersOf(trainer), seen[epoch - 1]) << epoch;
        }
        past.returnToPresent(trainer);
        EXPECT_EQ(allParametersOf(trainer), seen[5]);
    }
}

TEST(Past, KnowsWhatWasChangedByHand) {
    Experiment experiment = smallExperiment({"relu", "tanh"});
    experiment.training.schedule.shape = ScheduleShape::Cosine;
    experiment.training.epochs = 10;
    Trainer trainer = makeTrainer(experiment);
    Past past(test::steadyClock, 1); // nothing but epoch 0
    past.startOver(trainer);
    std::vector<std::vector<float>> expected{parametersOf(trainer)};
    std::size_t batches = 0;
    while (trainer.epoch() < 8) {
        if (trainer.trainBatch()) {
            expected.push_back(parametersOf(trainer));
        }
        ++batches;
        if (batches == 5) {
            experiment.training.optimizer.learningRate = 0.4;
        } else if (batches == 8) {
            experiment.training.epochs = 20;
            experiment.training.batchSize = 25;
        } else if (batches == 11) {
            experiment.training.optimizer.momentum = 0.5;
            experiment.training.schedule.minimum = 0.1;
        } else {
            continue;
        }
        trainer.adjust(experiment);
    }
    for (const std::size_t epoch : {7U, 2U, 5U, 1U}) {
        goTo(past, trainer, epoch);
        EXPECT_EQ(parametersOf(trainer), expected[epoch]) << epoch;
    }
    past.returnToPresent(trainer);
    EXPECT_EQ(parametersOf(trainer), expected[8]);
}

/// A run that branched off is what the experiment that it makes would have trained.
TEST(Past, IsWhereARunBranchesOff) {
    Experiment experiment = smallExperiment({"relu", "tanh"});
    experiment.training.optimizer.momentum = 0.9;
    Trainer trainer = makeTrainer(experiment);
    Past past(test::steadyClock, anyBytes);
    past.startOver(trainer);
    while (trainer.epoch() < 6) {
        if (trainer.trainBatch()) {
            past.keep(trainer);
        }
    }
    const auto present = allParametersOf(trainer);
    goTo(past, trainer, 4);
    const std::size_t step = trainer.runs()[0].stepCount();
    experiment.runs.push_back(experiment.runs[0]);
    experiment.runs.back().name = "branch";
    experiment.training.changes = {{"branch", step, ChangedField::LearningRate, 0.02}};
    trainer.addRun(experiment, 0);
    past.branch(0);
    EXPECT_FALSE(past.isShown());
    EXPECT_EQ(parametersOf(trainer, 2), parametersOf(trainer, 0));
    while (trainer.epoch() < 6) {
        if (trainer.trainBatch()) {
            past.keep(trainer);
        }
    }
    EXPECT_EQ(parametersOf(trainer, 0), present[0]) << "the others are where they were";
    EXPECT_EQ(parametersOf(trainer, 1), present[1]);
    EXPECT_NE(parametersOf(trainer, 2), present[0]);

    Trainer again = makeTrainer(experiment);
    while (again.epoch() < 6) {
        again.trainBatch();
    }
    EXPECT_EQ(allParametersOf(again), allParametersOf(trainer));

    goTo(past, trainer, 2);
    EXPECT_EQ(parametersOf(trainer, 2), parametersOf(trainer, 0)) << "before it branched off";
    past.returnToPresent(trainer);
    EXPECT_EQ(allParametersOf(again), allParametersOf(trainer));
}

TEST(Past, TakesAHundredthOfTheTime) {
    static std::chrono::nanoseconds now;
    now = std::chrono::nanoseconds{1};
    // Every look at the clock takes one: a snapshot costs one, an epoch two.
    Trainer trainer = makeTrainer(smallExperiment());
    Past past([] { return now++; }, anyBytes);
    past.startOver(trainer);
    std::size_t looks = 0;
    for (int epoch = 0; epoch < 1000; ++epoch) {
        while (!trainer.trainBatch()) {
        }
        const auto before = now;
        past.keep(trainer);
        looks += now - before == std::chrono::nanoseconds{2} ? 1U : 0U;
    }
    EXPECT_GE(looks, 9);
    EXPECT_LE(looks, 11);
}

} // namespace
} // namespace reluscope

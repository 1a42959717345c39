// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/snapshots.h"
#include "tests/core/training/small_experiment.h"

#include <gtest/gtest.h>

namespace reluscope {
namespace {

using test::makeTrainer;
using test::smallExperiment;

Trainer::State stateAt(Trainer& trainer, std::size_t epoch) {
    while (trainer.epoch() < epoch) {
        trainer.trainBatch();
    }
    return trainer.state();
}

TEST(Snapshots, GiveTheOneAtOrBeforeAnEpoch) {
    Trainer trainer = makeTrainer(smallExperiment());
    Snapshots snapshots(std::size_t{1} << 20U);
    for (const std::size_t epoch : {0U, 3U, 4U}) {
        EXPECT_TRUE(snapshots.isWanted(epoch));
        snapshots.add(stateAt(trainer, epoch));
    }
    EXPECT_FALSE(snapshots.isWanted(4));
    EXPECT_EQ(snapshots.atOrBefore(2).epoch(), 0);
    EXPECT_EQ(snapshots.atOrBefore(3).epoch(), 3);
    EXPECT_EQ(snapshots.atOrBefore(100).epoch(), 4);
    snapshots.forgetAfter(3);
    EXPECT_EQ(snapshots.atOrBefore(100).epoch(), 3);
    EXPECT_TRUE(snapshots.isWanted(4));
}

TEST(Snapshots, KeepToTheirBytesByThinningOut) {
    Trainer trainer = makeTrainer(smallExperiment());
    const std::size_t one = trainer.state().bytes();
    EXPECT_GT(one, trainer.runs()[0].network().parameters().size() * sizeof(float));
    const std::size_t limit = 10 * one + one / 2;
    Snapshots snapshots(limit);
    for (std::size_t epoch = 0; epoch < 100; ++epoch) {
        if (snapshots.isWanted(epoch)) {
            snapshots.add(stateAt(trainer, epoch));
        }
        EXPECT_LE(snapshots.bytes(), limit);
        EXPECT_GE(snapshots.count(), std::min<std::size_t>(epoch + 1, 5)) << epoch;
        EXPECT_LE(epoch - snapshots.atOrBefore(epoch).epoch(), 16) << epoch;
    }
    EXPECT_EQ(snapshots.atOrBefore(7).epoch(), 0);
    EXPECT_EQ(snapshots.atOrBefore(40).epoch(), 32);
    snapshots.addRun(0);
    EXPECT_LE(snapshots.bytes(), limit);
    EXPECT_EQ(snapshots.atOrBefore(7).epoch(), 0);
}

TEST(Snapshots, TakeAnotherLimitAsTheyGo) {
    Trainer trainer = makeTrainer(smallExperiment());
    const std::size_t one = trainer.state().bytes();
    Snapshots snapshots(20 * one);
    for (std::size_t epoch = 0; epoch < 16; ++epoch) {
        snapshots.add(stateAt(trainer, epoch));
    }
    EXPECT_EQ(snapshots.count(), 16);
    snapshots.setByteLimit(5 * one);
    EXPECT_LE(snapshots.bytes(), 5 * one);
    EXPECT_EQ(snapshots.atOrBefore(15).epoch(), 12);
    EXPECT_FALSE(snapshots.isWanted(15));
    snapshots.setByteLimit(20 * one);
    EXPECT_EQ(snapshots.atOrBefore(15).epoch(), 12) << "what is gone is gone";
    for (std::size_t epoch = 16; epoch < 20; ++epoch) {
        EXPECT_TRUE(snapshots.isWanted(epoch));
        snapshots.add(stateAt(trainer, epoch));
    }
    EXPECT_EQ(snapshots.atOrBefore(18).epoch(), 18) << "but each is kept again";
    Snapshots none(one);
    none.setByteLimit(2 * one);
    EXPECT_EQ(none.count(), 0);
}

TEST(Snapshots, KeepTheFirstHoweverLarge) {
    Trainer trainer = makeTrainer(smallExperiment());
    Snapshots snapshots(1);
    for (const std::size_t epoch : {0U, 1U, 2U}) {
        snapshots.add(stateAt(trainer, epoch));
    }
    EXPECT_EQ(snapshots.count(), 1);
    EXPECT_EQ(snapshots.atOrBefore(2).epoch(), 0);
}

} // namespace
} // namespace reluscope

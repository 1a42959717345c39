// SPDX-License-Identifier: GPL-3.0-or-later
// Units that are killed and revived while the training thread is at it.
#include "tests/core/training/player.h"

#include <gtest/gtest.h>

#include <cmath>

namespace reluscope {
namespace {

using test::Player;
using test::smallExperiment;

command::ChangeUnit kill(const Player& player, UnitPlace place, std::size_t run = 0) {
    return {player.progress().opening, run, ChangedField::Kill, place};
}

command::ChangeUnit revive(const Player& player, UnitPlace place, std::size_t run = 0) {
    return {player.progress().opening, run, ChangedField::Revive, place};
}

TEST(TrainerThread, CountsAKilledUnitAtOnce) {
    Player player;
    player.send(command::Open{smallExperiment({"tanh", "relu"}), {}});
    player.send(command::TrainEpoch{});
    player.send(command::Watch{{.units = true}});
    ASSERT_TRUE(player.waitForRest());
    const auto before = player.records().back();
    ASSERT_EQ(before.measured->silent, (std::vector<std::size_t>{0, 0})) << "suits this test";

    player.send(kill(player, {1, 2}, 1));
    ASSERT_TRUE(player.waitForRest());
    const auto after = player.records().back();
    EXPECT_EQ(after.run, 1);
    EXPECT_EQ(after.epoch, 1);
    EXPECT_EQ(after.measured->silent, (std::vector<std::size_t>{0, 1}));
    EXPECT_EQ(after.measured->events, (std::vector{UnitEvent{1, 2, true}}));
    EXPECT_EQ(player.thread->pictures().runs[1].unitStates[1][2], UnitState::PermanentlyDead)
        << "without weights it heeds no input";
    ASSERT_EQ(player.all<event::Changed>().size(), 1);
    EXPECT_EQ(
        player.all<event::Changed>()[0].change,
        (Change{.run = "relu", .step = 4, .field = ChangedField::Kill, .value = UnitPlace{1, 2}}));

    player.send(revive(player, {1, 2}, 1));
    ASSERT_TRUE(player.waitForRest());
    EXPECT_EQ(player.records().back().measured->silent, (std::vector<std::size_t>{0, 0}));
    EXPECT_EQ(player.thread->pictures().runs[1].unitStates[1][2], UnitState::Alive);
}

/// The record of an epoch, its pictures and what a replay says of it are of the same moment.
TEST(TrainerThread, AUnitKilledAtTheEndOfAnEpochIsDeadInItsPast) {
    Experiment experiment = smallExperiment();
    Player player;
    player.send(command::Open{experiment, {}});
    player.send(command::TrainEpoch{});
    player.send(command::Watch{{.units = true}});
    ASSERT_TRUE(player.waitForRest());
    player.send(kill(player, {1, 2}));
    ASSERT_TRUE(player.waitForRest());
    const EpochRecord told = player.records().back();
    ASSERT_EQ(told.epoch, 1);
    player.send(command::TrainEpoch{});
    ASSERT_TRUE(player.waitForRest());

    player.send(command::Show{1, true});
    ASSERT_TRUE(player.waitUntil([&] {
        return player.thread->pictures().epoch == 1 && !player.all<event::EpochShown>().empty();
    }));
    EXPECT_EQ(player.thread->pictures().runs[0].unitStates[1][2], UnitState::PermanentlyDead);
    EXPECT_EQ(player.all<event::EpochShown>()[0].record.measured->silent, told.measured->silent);

    experiment.training.changes = {player.all<event::Changed>()[0].change};
    Trainer again = test::makeTrainer(experiment);
    while (!again.trainBatch()) {
    }
    EXPECT_EQ(again.record(0, true)->measured->silent, told.measured->silent);
}

TEST(TrainerThread, AKilledUnitIsGoneAfterARewind) {
    Player player;
    player.send(command::Open{smallExperiment(), {}});
    player.send(command::TrainEpoch{});
    ASSERT_TRUE(player.waitForRest());
    player.send(kill(player, {0, 1}));
    player.send(command::TrainEpoch{});
    ASSERT_TRUE(player.waitForRest());
    player.send(command::Rewind{});
    player.send(command::TrainEpoch{});
    ASSERT_TRUE(player.waitForRest());
    const auto records = player.records();
    ASSERT_EQ(records.size(), 6);
    EXPECT_EQ(records[3].measured->silent[0], 1) << "it stays dead";
    EXPECT_TRUE(test::sameResults(records[4], records[0]));
    EXPECT_TRUE(test::sameResults(records[5], records[1]));
}

TEST(TrainerThread, ChangesOfUnitsWhileItTrainsCanBeMadeAgain) {
    Experiment experiment = smallExperiment();
    experiment.training.epochs = 100'000'000;
    Player player;
    player.send(command::Open{experiment, {}});
    player.send(command::Play{});
    ASSERT_TRUE(player.waitUntil([&] { return player.progress().epoch > 1; }));
    player.send(kill(player, {0, 1}));
    ASSERT_TRUE(player.waitForCommands());
    player.send(revive(player, {0, 1}));
    player.send(kill(player, {1, 4}));
    ASSERT_TRUE(player.waitForCommands());
    player.send(command::Pause{});
    player.send(command::TrainEpoch{});
    ASSERT_TRUE(player.waitForRest());
    const EpochRecord last = player.records().back();

    for (const auto& changed : player.all<event::Changed>()) {
        experiment.training.changes.push_back(changed.change);
    }
    ASSERT_EQ(experiment.training.changes.size(), 3);
    Trainer again = test::makeTrainer(experiment);
    while (again.epoch() < last.epoch) {
        again.trainBatch();
    }
    const auto replayed = *again.record(0, true);
    EXPECT_EQ(replayed.trainLoss, last.trainLoss);
    EXPECT_EQ(replayed.measured->testLoss, last.measured->testLoss);
    EXPECT_EQ(replayed.measured->silent, last.measured->silent);
}

TEST(TrainerThread, ChangesNoUnitsOfOtherNetworksThanWereMeant) {
    Player player;
    player.send(command::ChangeUnit{0, 0, ChangedField::Kill, {0, 0}});
    player.send(command::Open{smallExperiment(), {}});
    ASSERT_TRUE(player.waitForRest());
    const auto late = kill(player, {0, 0});
    player.send(command::Open{smallExperiment({"relu", "tanh"}), {}});
    player.send(late);
    ASSERT_TRUE(player.waitForRest());
    EXPECT_TRUE(player.all<event::Changed>().empty());
    player.send(kill(player, {0, 0}, 1));
    ASSERT_TRUE(player.waitForRest());
    EXPECT_TRUE(player.all<event::Changed>().empty());
    ASSERT_EQ(player.all<event::Refused>().size(), 1) << "tanh is never silent";
}

TEST(TrainerThread, ChangesNoUnitOfARunThatHasDiverged) {
    Experiment experiment = smallExperiment();
    experiment.network.initialization.gain = 1e30;
    Player player;
    player.send(command::Open{experiment, {}});
    player.send(command::Play{});
    ASSERT_TRUE(player.waitForRest());
    ASSERT_EQ(player.all<event::RunDiverged>().size(), 1);
    player.send(kill(player, {0, 0}));
    ASSERT_TRUE(player.waitForRest());
    EXPECT_TRUE(player.all<event::Changed>().empty());
}

} // namespace
} // namespace reluscope

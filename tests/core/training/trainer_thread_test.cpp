// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/training/player.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <algorithm>
#include <cmath>

namespace reluscope {
namespace {

using namespace std::chrono_literals;
using test::Player;
using test::smallData;
using test::smallExperiment;

TEST(TrainerThread, OpensAtEpochZeroAndRests) {
    Player player;
    player.send(command::Open{smallExperiment({"relu", "tanh"}), {}});
    ASSERT_TRUE(player.waitForRest());
    ASSERT_EQ(player.events.size(), 3);
    const auto& opened = std::get<event::Opened>(player.events[0]);
    EXPECT_EQ(opened.opening, 1);
    EXPECT_EQ(opened.experiment.runs.size(), 2);
    EXPECT_EQ(*opened.data->train.labels.data(), smallData()->train.labels[0]);
    EXPECT_EQ(player.records()[0].run, 0);
    EXPECT_EQ(player.records()[1].run, 1);
    EXPECT_EQ(player.progress().opening, 1);
    EXPECT_EQ(player.progress().epoch, 0);
    EXPECT_EQ(player.progress().batchesPerEpoch, 4);
    EXPECT_EQ(player.progress().runStatus, (std::vector{RunStatus::Training, RunStatus::Training}));
}

/// Or frames come late where there are no more cores than runs.
TEST(TrainerThread, GivesWayToTheWindow) {
    const auto niceness = [] { return getpriority(PRIO_PROCESS, 0); }; // of the calling thread
    std::optional<int> own;
    Player player([&](const command::Open& open, const std::stop_token& stop) {
        own = niceness();
        return test::plainFactory(open, stop);
    });
    player.send(command::Open{smallExperiment(), {}});
    ASSERT_TRUE(player.waitForRest());
    constexpr int nicest = 19;
    EXPECT_GE(own, std::min(niceness() + 1, nicest));
}

TEST(TrainerThread, StepsLikeTheTrainerItself) {
    const Experiment experiment = smallExperiment({"relu", "silu", "tanh"});
    Trainer trainer = test::makeTrainer(experiment);
    const auto expected = test::train(trainer, 3);

    Player stepped;
    stepped.send(command::Open{experiment, {}});
    for (std::size_t step = 0; step < 3 * trainer.batchesPerEpoch(); ++step) {
        stepped.send(command::TrainBatch{});
        ASSERT_TRUE(stepped.waitForRest());
        EXPECT_EQ(stepped.progress().epoch, (step + 1) / 4);
        EXPECT_EQ(stepped.progress().batchInEpoch, (step + 1) % 4);
        EXPECT_EQ(stepped.progress().samples, 3 * (16 * (step + 1) - (step + 1) / 4 * 14));
    }
    EXPECT_TRUE(test::sameResults(stepped.records(), expected));

    Player byEpoch;
    byEpoch.send(command::Open{experiment, {}});
    for (int epoch = 0; epoch < 3; ++epoch) {
        byEpoch.send(command::TrainEpoch{});
        ASSERT_TRUE(byEpoch.waitForRest());
    }
    EXPECT_TRUE(test::sameResults(byEpoch.records(), expected));
}

TEST(TrainerThread, PlaysToTheLastEpochAndThenAsManyAgain) {
    Experiment experiment = smallExperiment({"tanh"});
    experiment.training.epochs = 30;
    Trainer trainer = test::makeTrainer(experiment);
    const auto expected = test::train(trainer, 60);

    Player player;
    player.send(command::Open{experiment, {}});
    player.send(command::Play{});
    ASSERT_TRUE(player.waitForRest());
    EXPECT_EQ(player.progress().epoch, 30);
    player.send(command::Play{});
    ASSERT_TRUE(player.waitForRest());
    EXPECT_EQ(player.progress().epoch, 60);
    std::vector<std::size_t> measured;
    for (EpochRecord record : player.records()) { // of some: epochs come too fast
        if (record.measured) {
            measured.push_back(record.epoch);
        } else {
            record.measured = expected.at(record.epoch).measured;
        }
        EXPECT_TRUE(test::sameResults(record, expected.at(record.epoch)));
    }
    for (const std::size_t rest : {0U, 30U, 60U}) {
        EXPECT_TRUE(std::ranges::count(measured, rest) == 1) << "where it comes to rest";
    }
}

TEST(TrainerThread, TellsOfEveryEpochThatCanBeSeen) {
    Experiment experiment = smallExperiment({"tanh", "relu"});
    experiment.training.epochs = 20;
    Trainer trainer = test::makeTrainer(experiment);
    const auto expected = test::train(trainer, 20);
    Player player;
    player.send(command::Open{experiment, {}});
    player.send(command::SetSpeed{200});
    player.send(command::Play{});
    ASSERT_TRUE(player.waitForRest());
    auto records = player.records();
    ASSERT_EQ(records.size(), expected.size());
    for (std::size_t i = 0; i < records.size(); ++i) {
        records[i].measured = expected[i].measured;
    }
    EXPECT_TRUE(test::sameResults(records, expected));
}

TEST(TrainerThread, TellsNoMoreThanAnybodyCouldRemember) {
    Experiment experiment = smallExperiment({"relu"});
    experiment.training.epochs = 100'000'000;
    Player player;
    player.send(command::Open{experiment, {}});
    player.send(command::Play{});
    const auto begin = std::chrono::steady_clock::now();
    std::this_thread::sleep_for(300ms);
    player.send(command::Pause{});
    ASSERT_TRUE(player.waitForRest());
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
    constexpr double madeUpFor = 50;
    EXPECT_LE(static_cast<double>(player.records().size()), took.count() + madeUpFor + 3);
    EXPECT_GT(player.progress().epoch, 0);
}

TEST(TrainerThread, TurningAKnobBeyondTheLastEpochDoesNotEndTraining) {
    Experiment experiment = smallExperiment({"tanh"});
    experiment.training.epochs = 2;
    Player player;
    player.send(command::Open{experiment, {}});
    player.send(command::Play{});
    ASSERT_TRUE(player.waitForRest());
    experiment.training.epochs = 40;
    player.send(command::Adjust{experiment});
    player.send(command::Play{});
    ASSERT_TRUE(player.waitForRest());
    EXPECT_EQ(player.progress().epoch, 40);
    player.send(command::SetSpeed{500});
    player.send(command::Play{});
    ASSERT_TRUE(player.waitUntil([&] { return player.progress().epoch >= 42; }));
    experiment.training.optimizer.learningRate = 0.01;
    player.send(command::Adjust{experiment});
    player.send(command::SetSpeed{INFINITY});
    ASSERT_TRUE(player.waitForRest());
    EXPECT_EQ(player.progress().epoch, 80);
}

TEST(TrainerThread, Pauses) {
    Experiment experiment = smallExperiment({"tanh"});
    experiment.training.epochs = 100'000'000;
    Player player;
    player.send(command::Open{experiment, {}});
    player.send(command::Play{});
    ASSERT_TRUE(player.waitUntil([&] { return player.progress().epoch > 3; }));
    player.send(command::Pause{});
    ASSERT_TRUE(player.waitForRest());
    const auto samples = player.progress().samples;
    std::this_thread::sleep_for(20ms);
    player.look();
    EXPECT_EQ(player.progress().samples, samples);
    EXPECT_FALSE(player.progress().isTraining);
}

TEST(TrainerThread, RewindsToTheSameTrajectory) {
    Experiment experiment = smallExperiment({"relu"});
    Player player;
    player.send(command::Open{experiment, {}});
    player.send(command::TrainEpoch{});
    ASSERT_TRUE(player.waitForRest());
    player.send(command::TrainBatch{});
    ASSERT_TRUE(player.waitForRest());
    player.send(command::Rewind{});
    player.send(command::TrainEpoch{});
    ASSERT_TRUE(player.waitForRest());
    ASSERT_EQ(player.events.size(), 6);
    EXPECT_TRUE(std::holds_alternative<event::Rewound>(player.events[3]));
    const auto records = player.records();
    EXPECT_TRUE(test::sameResults(records[0], records[2]));
    EXPECT_TRUE(test::sameResults(records[1], records[3]));
}

TEST(TrainerThread, TellsOfEachDivergenceEvenAtTheFirstStep) {
    Experiment experiment = smallExperiment({"relu"});
    experiment.network.initialization.gain = 1e30;
    Player player;
    player.send(command::Open{experiment, {}});
    for (std::size_t time = 1; time <= 3; ++time) {
        player.send(command::Play{});
        ASSERT_TRUE(player.waitForRest());
        ASSERT_EQ(player.all<event::RunDiverged>().size(), time) << "after a rewind too";
        EXPECT_EQ(player.all<event::RunDiverged>().back().divergence.step, 1);
        EXPECT_EQ(player.progress().runStatus, std::vector{RunStatus::Diverged});
        player.send(command::Rewind{});
    }
}

TEST(TrainerThread, ANewSpeedCountsAtOnce) {
    Player player;
    player.send(command::Open{smallExperiment({"relu"}), {}});
    player.send(command::SetSpeed{1e-3});
    player.send(command::Play{});
    // The state is shown although the next batch is minutes away.
    ASSERT_TRUE(player.waitUntil([&] { return player.progress().isTraining; }));
    ASSERT_TRUE(player.waitForCommands());
    player.send(command::SetSpeed{INFINITY});
    ASSERT_TRUE(player.waitForRest());
    EXPECT_EQ(player.progress().epoch, 3);
}

TEST(TrainerThread, CommandsDoNotHurryASlowPace) {
    Player player;
    player.send(command::Open{smallExperiment({"relu"}), {}});
    player.send(command::SetSpeed{1e-3});
    player.send(command::Play{});
    ASSERT_TRUE(player.waitForCommands());
    for (int i = 0; i < 20; ++i) {
        player.send(command::Watch{{.outputs = true}});
        player.send(command::Adjust{smallExperiment({"relu"})});
        ASSERT_TRUE(player.waitForCommands());
    }
    EXPECT_LE(player.progress().samples, 32);
}

TEST(TrainerThread, KeepsAPace) {
    Experiment experiment = smallExperiment({"relu"});
    experiment.training.epochs = 100'000;
    Player player;
    player.send(command::Open{experiment, {}});
    player.send(command::SetSpeed{50});
    player.send(command::Play{});
    ASSERT_TRUE(player.waitForCommands());
    std::this_thread::sleep_for(400ms);
    player.look();
    EXPECT_GT(player.progress().epoch, 5) << "20 were due";
    EXPECT_LT(player.progress().epoch, 40);
    for (const double nonsense : {0.0, -1.0, 1e-300, std::nan("")}) {
        player.send(command::SetSpeed{nonsense});
        ASSERT_TRUE(player.waitForCommands());
    }
}

TEST(TrainerThread, ShowsPicturesToWhoWatches) {
    Player player;
    player.send(command::Open{smallExperiment({"relu", "tanh"}), {}});
    ASSERT_TRUE(player.waitForRest());
    EXPECT_EQ(player.thread->pictures().opening, 0) << "nobody watches";
    player.send(command::Watch{{.outputs = true}});
    ASSERT_TRUE(player.waitUntil([&] { return player.thread->pictures().opening == 1; }));
    const Pictures first = player.thread->pictures();
    EXPECT_EQ(first.epoch, 0);
    ASSERT_EQ(first.runs.size(), 2);
    ASSERT_EQ(first.runs[0].outputs.size(), 2 * first.count);
    for (std::size_t i = 0; i < first.count; ++i) {
        ASSERT_NEAR(first.runs[1].outputs[2 * i] + first.runs[1].outputs[2 * i + 1], 1, 1e-6);
    }
    player.send(command::TrainEpoch{});
    ASSERT_TRUE(player.waitUntil([&] { return player.thread->pictures().epoch == 1; }));
    EXPECT_NE(player.thread->pictures().runs[0].outputs, first.runs[0].outputs);
}

TEST(TrainerThread, WithNothingOpenCommandsDoNothing) {
    Player player;
    player.send(command::Play{});
    player.send(command::TrainBatch{});
    player.send(command::TrainEpoch{});
    player.send(command::Rewind{});
    player.send(command::Adjust{smallExperiment()});
    player.send(command::Watch{{.outputs = true}});
    ASSERT_TRUE(player.waitForRest());
    EXPECT_TRUE(player.events.empty());
    EXPECT_EQ(player.progress().opening, 0);
}

} // namespace
} // namespace reluscope

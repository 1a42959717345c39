// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/training/player.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <random>

namespace reluscope {
namespace {

using namespace std::chrono_literals;
using test::atOnce;
using test::Player;
using test::smallExperiment;
using test::timeToClose;

/// Records come per opening or rewind in the order of epochs, each with all runs; that of a run
/// comes again when one of its units was changed, or when it was stopped.
void expectInOrder(const std::vector<TrainerEvent>& events) {
    std::size_t runs = 0;
    std::size_t epoch = 0;
    std::vector<bool> seen;
    std::vector<bool> diverged;
    std::uint64_t opening = 0;
    const auto startOver = [&] {
        epoch = 0;
        seen.assign(runs, false);
        diverged.assign(runs, false);
    };
    for (const TrainerEvent& event : events) {
        if (const auto* opened = std::get_if<event::Opened>(&event)) {
            EXPECT_EQ(opened->opening, ++opening);
            runs = opened->experiment.runs.size();
            startOver();
        } else if (std::holds_alternative<event::Rewound>(event)) {
            startOver();
        } else if (std::holds_alternative<event::Changed>(event) ||
                   std::holds_alternative<event::RunStopped>(event)) {
            seen.assign(runs, false);
        } else if (const auto* ended = std::get_if<event::EpochEnded>(&event)) {
            const EpochRecord& record = ended->record;
            ASSERT_LT(record.run, runs);
            if (record.epoch != epoch) {
                // Epochs may come too fast to be told of.
                ASSERT_GT(record.epoch, epoch);
                epoch = record.epoch;
                seen.assign(runs, false);
            }
            EXPECT_FALSE(seen[record.run]) << "twice";
            EXPECT_FALSE(diverged[record.run]);
            seen[record.run] = true;
        } else if (const auto* run = std::get_if<event::RunDiverged>(&event)) {
            EXPECT_FALSE(diverged.at(run->run)) << "twice";
            diverged[run->run] = true;
        }
    }
}

TEST(TrainerThread, BearsWhateverAPersonDoes) {
    const auto seed = std::random_device{}();
    RecordProperty("seed", std::to_string(seed));
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::printf("seed %u\n", seed);
    std::mt19937 random(seed);
    const auto upTo = [&](unsigned bound) {
        return std::uniform_int_distribution<unsigned>(0, bound - 1)(random);
    };

    Experiment experiment = smallExperiment({"relu", "silu", "identity"});
    experiment.training.epochs = 50;
    Player player;
    player.send(command::Open{experiment, {}});
    const auto end = std::chrono::steady_clock::now() + 3s;
    while (std::chrono::steady_clock::now() < end) {
        switch (upTo(17)) {
        case 0:
            experiment.network.seed = random();
            experiment.runs.resize(1 + upTo(3), experiment.runs[0]);
            experiment.runs.back().learningRate = upTo(3) == 0 ? 1e30 : 0.1;
            player.send(command::Open{experiment, {}});
            break;
        case 1:
        case 2:
            player.send(command::Play{});
            break;
        case 3:
            player.send(command::Pause{});
            break;
        case 4:
            player.send(command::TrainBatch{});
            break;
        case 5:
            player.send(command::TrainEpoch{});
            break;
        case 6:
            player.send(command::Rewind{});
            break;
        case 7:
            player.send(command::SetSpeed{std::array{INFINITY, 1.0F, 100.0F, 0.0F}.at(upTo(4))});
            break;
        case 8:
            player.send(command::Watch{
                {.outputs = upTo(2) == 0, .preActivationsOf = upTo(3), .units = upTo(2) == 0}});
            break;
        case 9:
            experiment.training.batchSize = 1 + upTo(60);
            experiment.training.optimizer.momentum = upTo(2) == 0 ? 0 : 0.9;
            player.send(command::Adjust{experiment});
            break;
        case 10:
            player.look();
            player.send(
                command::ChangeUnit{player.progress().opening,
                                    0,
                                    upTo(2) == 0 ? ChangedField::Kill : ChangedField::Revive,
                                    {upTo(2), upTo(5)}});
            break;
        case 11:
        case 12:
            player.send(command::Show{upTo(60), upTo(2) == 0});
            break;
        case 13:
            experiment.training.stop = {};
            if (upTo(2) == 0) {
                experiment.training.stop.trainAccuracy = 0.5 + 0.1 * upTo(6);
                experiment.training.stop.patience = 1 + upTo(5);
            }
            player.send(command::Adjust{experiment});
            break;
        case 14:
            player.send(command::SetHistoryLimit{std::size_t{1} << upTo(24)});
            break;
        default:
            std::this_thread::sleep_for(std::chrono::microseconds(upTo(3000)));
            player.look();
        }
        if (upTo(40) == 0) {
            ASSERT_TRUE(player.waitForCommands());
        }
    }
    ASSERT_TRUE(player.waitForCommands());
    EXPECT_TRUE(player.all<event::Refused>().empty());
    expectInOrder(player.events);

    experiment.training.epochs = 1'000'000'000;
    player.send(command::Open{experiment, {}});
    player.send(command::SetSpeed{INFINITY});
    player.send(command::Play{});
    ASSERT_TRUE(player.waitForCommands());
    EXPECT_LT(timeToClose(player), atOnce) << "in the middle of training";
}

} // namespace
} // namespace reluscope

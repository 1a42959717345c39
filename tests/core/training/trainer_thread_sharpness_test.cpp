// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/training/player.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace reluscope {
namespace {

using test::Player;

Experiment longExperiment() {
    Experiment experiment = test::smallExperiment({"tanh"});
    experiment.training.epochs = 1'000'000;
    return experiment;
}

std::vector<event::SharpnessFound> found(const Player& player) {
    return player.all<event::SharpnessFound>();
}

TEST(TrainerThreadSharpness, IsTakenOnlyWhileSomebodyLooks) {
    Player player;
    player.send(command::Open{longExperiment(), {}});
    ASSERT_TRUE(player.waitForRest());
    EXPECT_TRUE(found(player).empty());

    player.send(command::Watch{{.sharpness = true}});
    ASSERT_TRUE(player.waitForRest());
    ASSERT_EQ(found(player).size(), 1) << "of networks that stand";
    EXPECT_EQ(found(player)[0].point.epoch, 0);
    player.send(command::Play{});
    ASSERT_TRUE(player.waitUntil([&] { return found(player).size() >= 3; }));

    player.send(command::Watch{});
    ASSERT_TRUE(player.waitForCommands());
    const std::size_t before = found(player).size();
    const std::size_t epoch = player.progress().epoch;
    ASSERT_TRUE(player.waitUntil([&] { return player.progress().epoch > epoch + 1000; }));
    EXPECT_EQ(found(player).size(), before);
}

TEST(TrainerThreadSharpness, ComesWithTheLastEpoch) {
    Player player;
    Experiment experiment = test::smallExperiment({"tanh", "relu"});
    player.send(command::Open{experiment, {}});
    player.send(command::Watch{{.sharpness = true}});
    player.send(command::Play{});
    ASSERT_TRUE(player.waitForRest());
    for (const std::size_t run : {std::size_t{0}, std::size_t{1}}) {
        EXPECT_TRUE(std::ranges::any_of(found(player), [&](const event::SharpnessFound& one) {
            return one.point.run == run && one.point.epoch == experiment.training.epochs;
        }));
    }
}

TEST(TrainerThreadSharpness, IsNotTakenOfThePast) {
    Player player;
    player.send(command::Open{test::smallExperiment({"tanh"}), {}});
    player.send(command::Play{});
    ASSERT_TRUE(player.waitForRest());
    player.send(command::Show{1});
    player.send(command::Watch{{.sharpness = true}});
    ASSERT_TRUE(player.waitForRest());
    EXPECT_TRUE(found(player).empty());
    player.send(command::Show{3});
    ASSERT_TRUE(player.waitForRest());
    ASSERT_EQ(found(player).size(), 1);
    EXPECT_EQ(found(player)[0].point.epoch, 3);
}

TEST(TrainerThreadSharpness, DoesNotChangeWhatIsLearned) {
    const auto lastLoss = [](bool isWatched) {
        Player player;
        player.send(command::Open{test::smallExperiment({"tanh"}), {}});
        player.send(command::Watch{{.sharpness = isWatched}});
        player.send(command::Play{});
        EXPECT_TRUE(player.waitForRest());
        return player.records().back().measured.value().testLoss;
    };
    EXPECT_EQ(lastLoss(true), lastLoss(false));
}

} // namespace
} // namespace reluscope

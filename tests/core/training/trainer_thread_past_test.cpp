// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/training/player.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace reluscope {
namespace {

using test::Player;
using test::smallExperiment;

std::vector<std::vector<float>> outputsOf(const Pictures& pictures) {
    std::vector<std::vector<float>> outputs;
    for (const RunPictures& run : pictures.runs) {
        outputs.push_back(run.outputs);
    }
    return outputs;
}

/// A player that has trained some epochs and has seen the pictures of all of them.
class TrainerThreadPast : public testing::Test {
  protected:
    static constexpr std::size_t epochs = 12;

    void SetUp() override {
        experiment.training.epochs = epochs;
        experiment.training.optimizer.momentum = 0.5;
        player.send(command::Watch{{.outputs = true}});
        player.send(command::Open{experiment, {}});
        ASSERT_TRUE(waitForPictures(0));
        for (std::size_t epoch = 1; epoch <= epochs; ++epoch) {
            if (epoch == 5) {
                experiment.training.optimizer.learningRate = 0.3;
                player.send(command::Adjust{experiment});
            }
            player.send(command::TrainEpoch{});
            ASSERT_TRUE(waitForPictures(epoch));
        }
    }

    bool waitForPictures(std::size_t epoch) {
        const bool came = player.waitUntil([&] {
            return player.thread->pictures().epoch == epoch &&
                   player.progress().commandsDone == player.thread->commandsSent() &&
                   !player.thread->pictures().runs.empty();
        });
        if (came && !seen.contains(epoch)) {
            seen[epoch] = outputsOf(player.thread->pictures());
        }
        return came;
    }

    void expectSeenAgain(std::size_t epoch) {
        ASSERT_TRUE(waitForPictures(epoch));
        EXPECT_EQ(outputsOf(player.thread->pictures()), seen[epoch]) << epoch;
    }

    Experiment experiment = smallExperiment({"relu", "tanh"});
    Player player;
    std::map<std::size_t, std::vector<std::vector<float>>> seen;
};

TEST_F(TrainerThreadPast, IsShownAsItWas) {
    const TrainerProgress present = player.progress();
    for (const std::size_t epoch : {3U, 11U, 0U, 7U, 6U}) {
        player.send(command::Show{epoch});
        expectSeenAgain(epoch);
        EXPECT_EQ(player.progress().shownEpoch, epoch);
        EXPECT_EQ(player.progress().epoch, epochs) << "the present's";
        EXPECT_EQ(player.progress().samples, present.samples);
        EXPECT_FALSE(player.progress().isTraining);
    }
    player.send(command::Show{epochs});
    expectSeenAgain(epochs);
    EXPECT_FALSE(player.progress().shownEpoch);
    EXPECT_TRUE(player.all<event::EpochShown>().empty()) << "nobody wanted any";
}

TEST_F(TrainerThreadPast, IsMeasuredAgainWhereThatIsWanted) {
    player.send(command::Show{4, true});
    ASSERT_TRUE(player.waitUntil([&] { return player.all<event::EpochShown>().size() == 2; }));
    for (const auto& shown : player.all<event::EpochShown>()) {
        const auto records = player.records();
        const auto first = std::ranges::find_if(records, [&](const EpochRecord& record) {
            return record.epoch == 4 && record.run == shown.record.run;
        });
        ASSERT_NE(first, records.end());
        EpochRecord record = shown.record;
        record.measured->events = first->measured->events;
        EXPECT_TRUE(test::sameResults(record, *first));
    }
}

TEST_F(TrainerThreadPast, EndsWhenItTrainsOn) {
    player.send(command::Show{2});
    expectSeenAgain(2);
    player.send(command::TrainEpoch{});
    ASSERT_TRUE(waitForPictures(epochs + 1));
    EXPECT_FALSE(player.progress().shownEpoch);

    Trainer straight = test::makeTrainer(smallExperiment({"relu", "tanh"}));
    const auto records = player.records();
    std::size_t epoch = 0;
    for (const EpochRecord& record : records) {
        EXPECT_TRUE(record.epoch == epoch || record.epoch == epoch + 1) << "none twice";
        epoch = record.epoch;
    }
    EXPECT_EQ(epoch, epochs + 1);
}

TEST_F(TrainerThreadPast, StaysInSightWhileAKnobOfThePresentIsTurned) {
    player.send(command::Show{2});
    expectSeenAgain(2);
    experiment.training.optimizer.learningRate = 0.7;
    player.send(command::Adjust{experiment});
    expectSeenAgain(2);
    EXPECT_EQ(player.progress().shownEpoch, 2);
    const auto changes = player.all<event::Changed>();
    ASSERT_FALSE(changes.empty());
    EXPECT_EQ(changes.back().change.step, 4 * epochs);
    EXPECT_EQ(changes.back().change.field, ChangedField::LearningRate);
    EXPECT_EQ(changes.back().change.value, (std::variant<double, UnitPlace>{0.7}));
}

TEST_F(TrainerThreadPast, IsForgottenByARewind) {
    player.send(command::Show{2});
    expectSeenAgain(2);
    player.send(command::Rewind{});
    expectSeenAgain(0);
    EXPECT_FALSE(player.progress().shownEpoch);
    EXPECT_EQ(player.progress().epoch, 0);
}

TEST_F(TrainerThreadPast, IsWhereARunBranchesOff) {
    const std::size_t step = 4 * 7;
    const auto told = player.records().size();
    player.send(command::Show{7});
    Experiment branched = experiment;
    branched.runs.push_back(branched.runs[0]);
    branched.runs.back().name = "branch";
    branched.training.changes = {{"branch", 0, ChangedField::LearningRate, 0.1},
                                 {"branch", 16, ChangedField::LearningRate, 0.3},
                                 {"branch", step, ChangedField::LearningRate, 0.01}};
    player.send(command::Branch{branched, 0, 7});
    ASSERT_TRUE(player.waitForRest());
    ASSERT_EQ(player.all<event::Branched>().size(), 1);
    const auto event = player.all<event::Branched>()[0];
    EXPECT_EQ(event.opening, 2);
    EXPECT_EQ(event.epoch, 7);
    EXPECT_EQ(event.experiment.runs.size(), 3);
    EXPECT_EQ(player.progress().epoch, 7);
    for (std::size_t epoch = 8; epoch <= epochs + 1; ++epoch) {
        player.send(command::TrainEpoch{});
        ASSERT_TRUE(player.waitForRest());
    }
    auto records = player.records();
    records.erase(records.begin(), records.begin() + static_cast<std::ptrdiff_t>(told));
    ASSERT_EQ(records.size(), epochs - 7 + 3) << "others are told of when they are further";
    for (std::size_t i = 0; i < epochs - 7; ++i) {
        EXPECT_EQ(records[i].run, 2);
        EXPECT_EQ(records[i].epoch, 8 + i);
        EXPECT_EQ(records[i].learningRate, 0.01);
    }
}

TEST_F(TrainerThreadPast, TakesAnotherLimitWithoutStartingAfresh) {
    player.send(command::SetHistoryLimit{1}); // nothing but epoch 0
    player.send(command::Show{7});
    expectSeenAgain(7);
    EXPECT_EQ(player.progress().epoch, epochs);
    EXPECT_EQ(player.all<event::Opened>().size(), 1);
}

/// A run that a rule has ended is told of once, with what it was like at its end.
TEST_F(TrainerThreadPast, ASecondCourseIsToldOfOnlyWhereItIsNews) {
    experiment.training.stop.trainLoss = 1e6; // whatever it is
    player.send(command::Adjust{experiment});
    ASSERT_TRUE(player.waitForCommands());
    player.look();
    auto stops = player.all<event::RunStopped>();
    ASSERT_EQ(stops.size(), 2) << "at once";
    EXPECT_EQ(stops[1].stop, (Stop{epochs, StopReason::Loss, 1e6}));
    EXPECT_TRUE(player.records().back().measured);
    EXPECT_EQ(player.records().back().epoch, epochs);
    player.send(command::Play{});
    ASSERT_TRUE(player.waitForRest());
    EXPECT_EQ(player.progress().epoch, epochs) << "no run is left that could train";

    experiment.training.stop = {};
    player.send(command::Adjust{experiment});
    player.send(command::TrainEpoch{});
    ASSERT_TRUE(player.waitForRest());
    EXPECT_EQ(player.progress().epoch, epochs + 1);
    stops = player.all<event::RunStopped>();
    ASSERT_EQ(stops.size(), 4);
    EXPECT_FALSE(stops[2].stop || stops[3].stop);
}

TEST_F(TrainerThreadPast, ABranchLeavesStopsOfLaterAlone) {
    experiment.training.stop.trainLoss = 1e6;
    player.send(command::Adjust{experiment});
    player.send(command::Show{7});
    Experiment branched = experiment;
    branched.runs.push_back(branched.runs[0]);
    branched.runs.back().name = "branch";
    player.send(command::Branch{branched, 0, 7});
    player.send(command::Play{});
    ASSERT_TRUE(player.waitForRest());
    EXPECT_EQ(player.progress().epoch, epochs);
    const auto stops = player.all<event::RunStopped>();
    ASSERT_EQ(stops.size(), 3) << "the two, and the branch";
    EXPECT_EQ(stops[2].run, 2);
    EXPECT_EQ(stops[2].stop->epoch, epochs);
}

TEST_F(TrainerThreadPast, ANewerWishIsHeardOnTheWay) {
    for (int i = 0; i < 50; ++i) {
        player.send(command::Show{static_cast<std::size_t>(i * 5 % 12)});
    }
    player.send(command::Show{9});
    expectSeenAgain(9);
    player.send(command::Show{3});
    player.send(command::Play{});
    ASSERT_TRUE(player.waitForRest());
    EXPECT_EQ(player.progress().epoch, 2 * epochs);
}

} // namespace
} // namespace reluscope

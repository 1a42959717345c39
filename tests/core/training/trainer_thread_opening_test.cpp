// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/training/player.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>

namespace reluscope {
namespace {

using namespace std::chrono_literals;
using test::atOnce;
using test::plainFactory;
using test::Player;
using test::smallExperiment;
using test::timeToClose;

TEST(TrainerThread, TellsWhyOpeningFailed) {
    Player player([](const command::Open& open, const std::stop_token& stop) {
        if (open.experiment.title == "bad input") {
            throw InputError("file", "place", "problem");
        }
        if (open.experiment.title == "broken") {
            throw std::runtime_error("the disk is on fire");
        }
        return plainFactory(open, stop);
    });
    Experiment experiment = smallExperiment();
    player.send(command::Open{experiment, {}});
    for (const auto* title : {"bad input", "broken"}) {
        experiment.title = title;
        // One at a time: nobody is told of what failed while the next one was already asked for.
        ASSERT_TRUE(player.waitForRest());
        player.send(command::Open{experiment, {}});
    }
    ASSERT_TRUE(player.waitForRest());
    const auto failures = player.all<event::Refused>();
    ASSERT_EQ(failures.size(), 2);
    EXPECT_EQ(failures[0].error.place(), "place");
    EXPECT_EQ(failures[1].error.problem(), "the disk is on fire");
    player.send(command::TrainEpoch{});
    ASSERT_TRUE(player.waitForRest());
    EXPECT_EQ(player.progress().epoch, 1) << "what was open before still is";
}

/// Takes for ever unless it is stopped.
class SlowFactory {
  public:
    std::unique_ptr<Trainer> operator()(const command::Open& open, const std::stop_token& stop) {
        if (open.experiment.title == "slow") {
            isLoading = true;
            while (!stop.stop_requested()) {
                std::this_thread::sleep_for(1ms);
            }
            throw std::runtime_error("stopped");
        }
        return plainFactory(open, stop);
    }
    std::atomic<bool> isLoading = false;
};

TEST(TrainerThread, OpeningInterruptsASlowOpening) {
    SlowFactory slow;
    Player player(std::ref(slow));
    Experiment experiment = smallExperiment();
    experiment.title = "slow";
    player.send(command::Open{experiment, {}});
    ASSERT_TRUE(player.waitUntil([&] { return slow.isLoading.load(); }));
    experiment.title = "quick";
    player.send(command::Open{experiment, {}});
    ASSERT_TRUE(player.waitForRest());
    ASSERT_EQ(player.all<event::Opened>().size(), 1);
    EXPECT_EQ(player.all<event::Opened>()[0].experiment.title, "quick");
    EXPECT_TRUE(player.all<event::Refused>().empty()) << "nobody needs to hear of that";
    EXPECT_EQ(player.records().size(), 1);
}

TEST(TrainerThread, ClosesInTheMiddleOfLoading) {
    SlowFactory slow;
    Player player(std::ref(slow));
    Experiment experiment = smallExperiment();
    experiment.title = "slow";
    player.send(command::Open{experiment, {}});
    ASSERT_TRUE(player.waitUntil([&] { return slow.isLoading.load(); }));
    EXPECT_LT(timeToClose(player), atOnce);
}

TEST(TrainerThread, ClosesWhileItWaits) {
    Player resting;
    resting.send(command::Open{smallExperiment(), {}});
    ASSERT_TRUE(resting.waitForRest());
    EXPECT_LT(timeToClose(resting), atOnce);
    Player slow;
    slow.send(command::Open{smallExperiment(), {}});
    slow.send(command::SetSpeed{1e-3});
    slow.send(command::Play{});
    ASSERT_TRUE(slow.waitForCommands());
    EXPECT_LT(timeToClose(slow), atOnce);
    Player unused;
    EXPECT_LT(timeToClose(unused), atOnce);
}

} // namespace
} // namespace reluscope

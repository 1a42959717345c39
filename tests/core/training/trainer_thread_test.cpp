// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/trainer_thread.h"
#include "tests/core/training/small_experiment.h"

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <cmath>
#include <cstdio>
#include <random>
#include <stdexcept>

namespace reluscope {
namespace {

using namespace std::chrono_literals;
using test::smallData;
using test::smallExperiment;

std::unique_ptr<Trainer> plainFactory(const command::Open& open, const std::stop_token&) {
    return std::make_unique<Trainer>(open.experiment, smallData(), test::steadyClock,
                                     test::anyMemory);
}

/// The window's side of a training thread.
class Player {
  public:
    explicit Player(TrainerThread::Factory factory = plainFactory)
        : thread(std::make_unique<TrainerThread>(std::move(factory), test::steadyClock)) {}

    void send(Command command) { thread->send(std::move(command)); }

    /// Takes what has come.
    void look() {
        while (auto next = thread->nextEvent()) {
            events.push_back(std::move(*next));
        }
        thread->takeProgress();
        thread->takePictures();
    }

    /// Looks until `holds`, which must be soon.
    template <class Condition>
    [[nodiscard]] bool waitUntil(Condition holds) {
        const auto end = std::chrono::steady_clock::now() + 20s;
        for (look(); !holds(); look()) {
            if (std::chrono::steady_clock::now() > end) {
                return false;
            }
            std::this_thread::sleep_for(200us);
        }
        return true;
    }

    [[nodiscard]] bool waitForCommands() {
        return waitUntil([this] { return progress().commandsDone == thread->commandsSent(); });
    }

    [[nodiscard]] bool waitForRest() {
        return waitUntil([this] {
            return progress().commandsDone == thread->commandsSent() && !progress().isTraining;
        });
    }

    const TrainerProgress& progress() const { return thread->progress(); }

    template <class Event>
    std::vector<Event> all() const {
        std::vector<Event> found;
        for (const TrainerEvent& event : events) {
            if (const auto* one = std::get_if<Event>(&event)) {
                found.push_back(*one);
            }
        }
        return found;
    }

    std::vector<EpochRecord> records() const {
        std::vector<EpochRecord> found;
        for (const auto& ended : all<event::EpochEnded>()) {
            found.push_back(ended.record);
        }
        return found;
    }

    std::unique_ptr<TrainerThread> thread;
    std::vector<TrainerEvent> events;
};

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
    auto records = player.records();
    ASSERT_EQ(records.size(), expected.size());
    EXPECT_TRUE(records[30].measured) << "where it comes to rest it is measured";
    EXPECT_TRUE(records[60].measured);
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (!records[i].measured) { // epochs came too fast
            records[i].measured = expected[i].measured;
        }
    }
    EXPECT_TRUE(test::sameResults(records, expected));
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
        player.send(command::Watch{true});
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
    player.send(command::Watch{true});
    ASSERT_TRUE(player.waitUntil([&] { return player.thread->pictures().opening == 1; }));
    const Pictures first = player.thread->pictures();
    EXPECT_EQ(first.epoch, 0);
    ASSERT_EQ(first.outputs.size(), 2);
    ASSERT_EQ(first.outputs[0].size(), 2 * first.count);
    for (std::size_t i = 0; i < first.count; ++i) {
        ASSERT_NEAR(first.outputs[1][2 * i] + first.outputs[1][2 * i + 1], 1, 1e-6);
    }
    player.send(command::TrainEpoch{});
    ASSERT_TRUE(player.waitUntil([&] { return player.thread->pictures().epoch == 1; }));
    EXPECT_NE(player.thread->pictures().outputs, first.outputs);
}

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

TEST(TrainerThread, WithNothingOpenCommandsDoNothing) {
    Player player;
    player.send(command::Play{});
    player.send(command::TrainBatch{});
    player.send(command::TrainEpoch{});
    player.send(command::Rewind{});
    player.send(command::Adjust{smallExperiment()});
    player.send(command::Watch{true});
    ASSERT_TRUE(player.waitForRest());
    EXPECT_TRUE(player.events.empty());
    EXPECT_EQ(player.progress().opening, 0);
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

/// Nothing beside the work that closing cuts short, yet longer than a busy machine takes to wake a
/// thread.
constexpr std::chrono::seconds atOnce{2};

std::chrono::nanoseconds timeToClose(Player& player) {
    const auto begin = std::chrono::steady_clock::now();
    player.thread.reset();
    return std::chrono::steady_clock::now() - begin;
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

/// Records come per opening or rewind in the order of epochs, each with all runs.
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
        } else if (const auto* ended = std::get_if<event::EpochEnded>(&event)) {
            const EpochRecord& record = ended->record;
            ASSERT_LT(record.run, runs);
            if (record.epoch != epoch) {
                // An opening may cut the records of an epoch short, but then it comes next.
                ASSERT_EQ(record.epoch, epoch + 1);
                ++epoch;
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
        switch (upTo(12)) {
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
            player.send(command::Watch{upTo(2) == 0});
            break;
        case 9:
            experiment.training.batchSize = 1 + upTo(60);
            experiment.training.optimizer.momentum = upTo(2) == 0 ? 0 : 0.9;
            player.send(command::Adjust{experiment});
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

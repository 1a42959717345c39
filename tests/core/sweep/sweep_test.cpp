// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/sweep.h"
#include "tests/core/expect_input_error.h"
#include "tests/core/sweep/small_sweep.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <initializer_list>
#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>

namespace reluscope {
namespace {

using namespace std::chrono_literals;

template <class Condition>
void waitUntil(const Condition& condition) {
    while (!condition()) {
        std::this_thread::sleep_for(1ms);
    }
}

/// One whose runs would take days.
SweepSpec endlessSweep() {
    SweepSpec spec = test::smallSweep();
    spec.learningRates = {0.01, 0.02, 0.03};
    spec.experiment.training.epochs = 1'000'000'000;
    return spec;
}

TEST(Sweep, HasAResultForEachCellWhateverTheNumberOfJobs) {
    const SweepSpec spec = test::smallSweep(5, 3);
    const auto alone = test::timeless(test::runAll(spec, 1));
    ASSERT_EQ(alone.size(), spec.cellCount());
    for (const std::size_t jobs : std::initializer_list<std::size_t>{2, 3, 7}) {
        EXPECT_EQ(test::timeless(test::runAll(spec, jobs)), alone) << jobs;
    }
}

TEST(Sweep, RunsCellsInTheirOrderWhereThereIsOneJob) {
    const SweepSpec spec = test::smallSweep(5, 2);
    const auto cells = coarseToFine(spec);
    const auto results = test::runAll(spec, 1);
    ASSERT_EQ(results.size(), cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        EXPECT_EQ(results[i].cell, cells[i]);
    }
}

TEST(Sweep, NeverDeliversTwoAtOnce) {
    const SweepSpec spec = test::smallSweep(9, 4);
    std::atomic<int> inside = 0;
    std::size_t delivered = 0;
    SweepControl control;
    EXPECT_TRUE(runSweep(spec, coarseToFine(spec), test::smallOptions(), 4, control,
                         [&](const SweepResult&) {
                             EXPECT_EQ(++inside, 1);
                             std::this_thread::yield();
                             ++delivered;
                             --inside;
                         }));
    EXPECT_EQ(delivered, spec.cellCount());
    EXPECT_EQ(control.fraction(), 1);
}

/// A clock that notes which threads train.
class TrainingThreads {
  public:
    static std::chrono::nanoseconds clock() {
        const std::scoped_lock lock(s_mutex);
        s_threads.insert(std::this_thread::get_id());
        return test::steadyClock();
    }
    static void forget() {
        const std::scoped_lock lock(s_mutex);
        s_threads.clear();
    }
    static std::size_t count() {
        const std::scoped_lock lock(s_mutex);
        return s_threads.size();
    }

  private:
    static inline std::mutex s_mutex;
    static inline std::set<std::thread::id> s_threads;
};

TEST(Sweep, TrainsAsManyRunsAsJobsEvenOnFewerCores) {
    const SweepSpec spec = endlessSweep();
    constexpr std::size_t jobs = 6;
    ASSERT_GE(spec.cellCount(), jobs);
    CellRunOptions options = test::smallOptions();
    options.clock = &TrainingThreads::clock;
    TrainingThreads::forget();
    std::stop_source source;
    SweepControl control;
    std::jthread sweep([&] {
        runSweep(
            spec, coarseToFine(spec), options, jobs, control, [](const SweepResult&) {},
            source.get_token());
    });
    waitUntil([] { return TrainingThreads::count() == jobs; });
    source.request_stop();
}

TEST(Sweep, PausesRunsUnderWayAndGoesOn) {
    SweepSpec spec = test::smallSweep(3, 2);
    spec.learningRates = {0.01, 0.02, 0.03};
    spec.experiment.training.epochs = 3000;
    const auto expected = test::timeless(test::runAll(spec));
    std::vector<SweepResult> results;
    SweepControl control;
    std::jthread sweep([&] {
        runSweep(spec, coarseToFine(spec), test::smallOptions(), 2, control,
                 [&](const SweepResult& result) { results.push_back(result); });
    });
    for (int times = 0; times < 5; ++times) {
        control.pause();
        std::this_thread::sleep_for(5ms);
        control.go();
        std::this_thread::sleep_for(5ms);
    }
    sweep.join();
    EXPECT_EQ(test::timeless(results), expected);
}

TEST(Sweep, StandsStillWhilePaused) {
    const SweepSpec spec = endlessSweep();
    std::stop_source source;
    SweepControl control;
    std::jthread sweep([&] {
        runSweep(
            spec, coarseToFine(spec), test::smallOptions(), 2, control, [](const SweepResult&) {},
            source.get_token());
    });
    waitUntil([&] { return control.fraction() > 0; });
    control.pause();
    // Batches under way end first; then nothing moves, or this never does.
    double before = -1;
    waitUntil([&] {
        const bool isStill = control.fraction() == before;
        before = control.fraction();
        std::this_thread::sleep_for(50ms);
        return isStill;
    });
    control.go();
    waitUntil([&] { return control.fraction() > before; });
    source.request_stop();
}

TEST(Sweep, EndsWhereStopped) {
    const SweepSpec spec = endlessSweep();
    std::stop_source source;
    SweepControl control;
    std::atomic<bool> isWhole = true;
    std::jthread sweep([&] {
        isWhole = runSweep(
            spec, coarseToFine(spec), test::smallOptions(), 2, control,
            [](const SweepResult&) { ADD_FAILURE() << "none can have ended"; }, source.get_token());
    });
    waitUntil([&] { return control.fraction() > 0; });
    source.request_stop();
    sweep.join();
    EXPECT_FALSE(isWhole);
    EXPECT_LT(control.fraction(), 1);
}

TEST(Sweep, EndsWhereStoppedWhilePaused) {
    const SweepSpec spec = endlessSweep();
    std::stop_source source;
    SweepControl control;
    std::jthread sweep([&] {
        runSweep(
            spec, coarseToFine(spec), test::smallOptions(), 2, control, [](const SweepResult&) {},
            source.get_token());
    });
    waitUntil([&] { return control.fraction() > 0; });
    control.pause();
    source.request_stop();
    sweep.join();
}

TEST(Sweep, DeliversWhatHasEndedBeforeTheStop) {
    SweepSpec spec = test::smallSweep(9, 4);
    std::stop_source source;
    std::size_t delivered = 0;
    SweepControl control;
    EXPECT_FALSE(runSweep(
        spec, coarseToFine(spec), test::smallOptions(), 2, control,
        [&](const SweepResult&) {
            if (++delivered == 10) {
                source.request_stop();
            }
        },
        source.get_token()));
    EXPECT_GE(delivered, 10);
    EXPECT_LE(delivered, 12) << "those that had ended by then";
}

TEST(Sweep, EndsWithWhatDeliveryThrows) {
    SweepSpec spec = endlessSweep();
    SweepControl control;
    // The first cell ends at once, since its rate makes it diverge; the others never do.
    spec.learningRates = {1e30, 0.01};
    spec.experiment.runs = {test::runSpec("identity")};
    EXPECT_THROW(runSweep(spec, coarseToFine(spec), test::smallOptions(), 2, control,
                          [](const SweepResult&) { throw std::runtime_error("disk full"); }),
                 std::runtime_error);
}

TEST(Sweep, RefusesBeforeAnyRunBegins) {
    SweepSpec spec = test::smallSweep();
    SweepControl control;
    const auto cells = coarseToFine(spec);
    const auto run = [&](const CellRunOptions& options) {
        runSweep(spec, cells, options, 4, control,
                 [](const SweepResult&) { ADD_FAILURE() << "a run began"; });
    };
    CellRunOptions options = test::smallOptions();
    // Enough for one of them, but not for as many as there are jobs.
    options.memoryLimit = 100'000;
    test::expectInputError([&] { run(options); }, "network.hidden", "memory");
    spec.experiment.training.loss = Loss::CrossEntropy;
    test::expectInputError([&] { run(test::smallOptions()); }, "training.loss", "does not suit");
}

TEST(Sweep, OfNoCellsIsDone) {
    SweepControl control;
    EXPECT_TRUE(runSweep(test::smallSweep(), {}, test::smallOptions(), 2, control,
                         [](const SweepResult&) {}));
}

TEST(SecondsLeft, GoByWhatIsDone) {
    EXPECT_FALSE(secondsLeft(0, 5));
    EXPECT_EQ(secondsLeft(0.25, 2), 6);
    EXPECT_EQ(secondsLeft(1, 8), 0);
}

} // namespace
} // namespace reluscope

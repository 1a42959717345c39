// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/seed_summary.h"
#include "tests/core/sweep/small_sweep.h"

#include <gtest/gtest.h>

#include <limits>

namespace reluscope {
namespace {

SweepResult finite(SweepCell cell, double trainLoss, std::optional<double> accuracy = {}) {
    return {.cell = cell,
            .figures = SweepResult::Figures{.trainLoss = trainLoss,
                                            .testLoss = 10 * trainLoss,
                                            .trainAccuracy = accuracy,
                                            .testAccuracy = accuracy,
                                            .deadFraction = trainLoss / 10}};
}

SweepResult diverged(SweepCell cell) {
    return {.cell = cell, .status = RunStatus::Diverged};
}

TEST(SeedSummary, IsEmptyWhereNoSeedHasEnded) {
    const SweepSpec spec = test::smallSweep(3, 2);
    EXPECT_EQ(summarizeSeeds(spec, {}).all(), std::vector<SeedSummary>(6));
}

TEST(SeedSummary, StandsAtItsRunAndRate) {
    const SweepSpec spec = test::smallSweep(3, 2);
    const std::vector results{finite({.run = 1, .rate = 2, .seed = 0}, 0.5)};
    const auto summaries = summarizeSeeds(spec, results).all();
    ASSERT_EQ(summaries.size(), 6);
    EXPECT_EQ(summaries[5].ended, 1);
    EXPECT_EQ(summaries[5].trainLoss, (SeedSpread{0.5, 0.5, 0.5}));
    EXPECT_EQ(summaries[5].testLoss, (SeedSpread{5, 5, 5}));
    EXPECT_EQ(summaries[5].deadFraction, (SeedSpread{0.05, 0.05, 0.05}));
    EXPECT_FALSE(summaries[5].testAccuracy) << "a regression has none";
    EXPECT_EQ(summaries[4], SeedSummary());
}

TEST(SeedSummary, SpreadsFromTheLowestSeedToTheHighest) {
    const SweepSpec spec = test::smallSweep(1, 4);
    std::vector<SweepResult> results;
    for (const double loss : {0.375, 0.125, 0.5}) {
        results.push_back(finite({.seed = results.size()}, loss, 1 - loss));
    }
    EXPECT_EQ(summarizeSeeds(spec, results).all()[0].trainLoss, (SeedSpread{0.125, 0.375, 0.5}));
    results.push_back(finite({.seed = 3}, 0.25, 0.5625));
    const SeedSummary all = summarizeSeeds(spec, results).all()[0];
    EXPECT_EQ(all.trainLoss, (SeedSpread{0.125, 0.25, 0.5})) << "the lower of two in the middle";
    EXPECT_EQ(all.trainAccuracy, (SeedSpread{0.5, 0.5625, 0.875}));
}

TEST(SeedSummary, LeavesDivergedSeedsOutOfTheFigures) {
    const SweepSpec spec = test::smallSweep(1, 3);
    const std::vector results{diverged({.seed = 0}), finite({.seed = 1}, 0.5),
                              diverged({.run = 1, .seed = 0})};
    const auto summaries = summarizeSeeds(spec, results).all();
    EXPECT_EQ(summaries[0].ended, 2);
    EXPECT_EQ(summaries[0].diverged, 1);
    EXPECT_EQ(summaries[0].trainLoss, (SeedSpread{0.5, 0.5, 0.5}));
    EXPECT_EQ(summaries[1].diverged, 1);
    EXPECT_FALSE(summaries[1].trainLoss);
    EXPECT_FALSE(summaries[1].deadFraction);
}

TEST(SeedSummary, LeavesOutAFigureThatIsNotFinite) {
    // Training stayed finite, but an example of the test overflows.
    const SweepSpec spec = test::smallSweep(1, 2);
    std::vector results{finite({.seed = 0}, 0.5), finite({.seed = 1}, 0.25)};
    results[0].figures->testLoss = std::numeric_limits<double>::infinity();
    const SeedSummary summary = summarizeSeeds(spec, results).all()[0];
    EXPECT_EQ(summary.testLoss, (SeedSpread{2.5, 2.5, 2.5}));
    EXPECT_EQ(summary.trainLoss, (SeedSpread{0.25, 0.25, 0.5}));
    EXPECT_EQ(summary.diverged, 0);
}

TEST(SeedSummary, CountsSeedsThatFailed) {
    const SweepSpec spec = test::smallSweep(1, 3);
    std::vector results{finite({.seed = 0}, 0.5), finite({.seed = 1}, 0.5), diverged({.seed = 2})};
    results[1].status = RunStatus::Failed;
    const SeedSummary summary = summarizeSeeds(spec, results).all()[0];
    EXPECT_EQ(summary.failed, 1);
    EXPECT_EQ(summary.diverged, 1);
    EXPECT_FALSE(hasMostlyDiverged(summary));
    results.push_back(diverged({.seed = 3}));
    EXPECT_FALSE(hasMostlyDiverged(summarizeSeeds(spec, results).all()[0])) << "just half of them";
    results.push_back(diverged({.seed = 4}));
    EXPECT_TRUE(hasMostlyDiverged(summarizeSeeds(spec, results).all()[0]));
}

TEST(SeedSummary, DoesNotDependOnTheOrderInWhichSeedsEnded) {
    const SweepSpec spec = test::smallSweep(3, 3);
    auto results = test::runAll(spec);
    const auto summaries = summarizeSeeds(spec, results).all();
    EXPECT_EQ(summaries.back().ended, 3);
    EXPECT_GT(summaries.back().diverged, 0);
    std::ranges::reverse(results);
    EXPECT_EQ(summarizeSeeds(spec, results).all(), summaries);
}

} // namespace
} // namespace reluscope

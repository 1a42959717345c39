// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/schedule.h"

#include <gtest/gtest.h>

#include <vector>

namespace reluscope {
namespace {

/// The rate of the first step of epochs 0, 1, ..., `count` - 1.
std::vector<double> ratesByEpoch(const Schedule& schedule, double initial, std::size_t count,
                                 std::size_t epochs) {
    std::vector<double> rates;
    for (std::size_t done = 0; done < count; ++done) {
        rates.push_back(learningRateAt(schedule, initial, {.epochsDone = done, .epochs = epochs}));
    }
    return rates;
}

void expectNear(const std::vector<double>& rates, const std::vector<double>& expected) {
    ASSERT_EQ(rates.size(), expected.size());
    for (std::size_t i = 0; i < rates.size(); ++i) {
        EXPECT_NEAR(rates[i], expected[i], 1e-15) << "at " << i;
    }
}

TEST(Schedule, ConstantStays) {
    EXPECT_EQ(ratesByEpoch({}, 0.3, 5, 2), std::vector<double>(5, 0.3));
}

TEST(Schedule, StepMultipliesByGammaEverySoManyEpochs) {
    const Schedule schedule{.shape = ScheduleShape::Step, .stepSize = 3, .gamma = 0.5};
    expectNear(ratesByEpoch(schedule, 8, 8, 8), {8, 8, 8, 4, 4, 4, 2, 2});
}

TEST(Schedule, CosineGoesFromTheRateToTheMinimumAndStaysThere) {
    // cos(pi / 3) is a half: 1 and 1/4 of the way down, by thirds.
    const Schedule toZero{.shape = ScheduleShape::Cosine};
    expectNear(ratesByEpoch(toZero, 1, 6, 3), {1, 0.75, 0.25, 0, 0, 0});
    const Schedule toMinimum{.shape = ScheduleShape::Cosine, .minimum = 2};
    expectNear(ratesByEpoch(toMinimum, 6, 6, 3), {6, 5, 3, 2, 2, 2});
}

TEST(Schedule, WithoutEpochsTheCosineHasNotBegun) {
    expectNear(ratesByEpoch({.shape = ScheduleShape::Cosine}, 0.5, 2, 0), {0.5, 0.5});
}

TEST(Schedule, AllButTheWarmUpAdvanceByEpochsAlone) {
    for (const auto shape : {ScheduleShape::Constant, ScheduleShape::Step, ScheduleShape::Cosine}) {
        const auto rateAt = [&](std::size_t batch) {
            return learningRateAt(
                {.shape = shape, .stepSize = 1}, 1,
                {.epochsDone = 2, .batchInEpoch = batch, .batchesPerEpoch = 10, .epochs = 5});
        };
        EXPECT_EQ(rateAt(0), rateAt(9)) << scheduleShapeInfo(shape).id;
    }
}

/// The rate of every step of an epoch of so many batches.
std::vector<double> ratesByStep(const Schedule& schedule, double initial, std::size_t done,
                                std::size_t batches, std::size_t epochs) {
    std::vector<double> rates;
    for (std::size_t batch = 0; batch < batches; ++batch) {
        rates.push_back(learningRateAt(schedule, initial,
                                       {.epochsDone = done,
                                        .batchInEpoch = batch,
                                        .batchesPerEpoch = batches,
                                        .epochs = epochs}));
    }
    return rates;
}

TEST(Schedule, WarmsUpStepByStepAndThenFollowsTheCosine) {
    const Schedule schedule{
        .shape = ScheduleShape::WarmupCosine, .minimum = 0.4, .warmupEpochs = 2};
    expectNear(ratesByStep(schedule, 0.8, 0, 4, 5), {0.1, 0.2, 0.3, 0.4});
    expectNear(ratesByStep(schedule, 0.8, 1, 4, 5), {0.5, 0.6, 0.7, 0.8});
    // Three epochs are left: from 0.8 down to 0.4.
    expectNear(ratesByStep(schedule, 0.8, 2, 4, 5), {0.8, 0.8, 0.8, 0.8});
    expectNear(ratesByStep(schedule, 0.8, 3, 4, 5), {0.7, 0.7, 0.7, 0.7});
    expectNear(ratesByStep(schedule, 0.8, 4, 4, 5), {0.5, 0.5, 0.5, 0.5});
    expectNear(ratesByStep(schedule, 0.8, 5, 4, 5), {0.4, 0.4, 0.4, 0.4});
}

TEST(Schedule, AWarmUpLongerThanTrainingFillsAllOfIt) {
    const Schedule schedule{.shape = ScheduleShape::WarmupCosine, .warmupEpochs = 10};
    expectNear(ratesByStep(schedule, 6, 0, 2, 3), {1, 2});
    expectNear(ratesByStep(schedule, 6, 2, 2, 3), {5, 6});
    expectNear(ratesByStep(schedule, 6, 3, 2, 3), {6, 6}); // the last rate stays
}

TEST(Schedule, WithoutAWarmUpItIsTheCosine) {
    const Schedule cosine{.shape = ScheduleShape::Cosine, .minimum = 0.1};
    const Schedule warmed{.shape = ScheduleShape::WarmupCosine, .minimum = 0.1, .warmupEpochs = 0};
    EXPECT_EQ(ratesByEpoch(warmed, 1, 9, 7), ratesByEpoch(cosine, 1, 9, 7));
}

TEST(Schedule, Names) {
    ASSERT_EQ(scheduleShapes().size(), 4);
    EXPECT_EQ(scheduleShapeInfo(ScheduleShape::Constant).id, "constant");
    EXPECT_EQ(scheduleShapeInfo(ScheduleShape::Step).id, "step");
    EXPECT_EQ(scheduleShapeInfo(ScheduleShape::Cosine).id, "cosine");
    EXPECT_EQ(scheduleShapeInfo(ScheduleShape::WarmupCosine).id, "warmup_cosine");
}

} // namespace
} // namespace reluscope

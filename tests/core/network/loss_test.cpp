// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/loss.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <limits>
#include <vector>

namespace reluscope {
namespace {

using Labels = std::vector<std::uint32_t>;

template <class Real>
Score scoreOf(Loss loss, const std::vector<Real>& logits, std::size_t outputs,
              const Labels& labels) {
    return score<Real>(loss, logits, outputs, outputs, {labels});
}

TEST(Loss, FiguresByHand) {
    const double third = std::log(3.0);
    EXPECT_NEAR(scoreOf<double>(Loss::CrossEntropy, {1, 1, 1}, 3, {2}).lossSum, third, 1e-15);
    EXPECT_NEAR(scoreOf<double>(Loss::CrossEntropy, {1, 2, 4}, 3, {0}).lossSum,
                -std::log(std::exp(1) / (std::exp(1) + std::exp(2) + std::exp(4))), 1e-14);
    EXPECT_NEAR(scoreOf<double>(Loss::BinaryCrossEntropy, {0}, 1, {1}).lossSum, std::log(2), 1e-15);
    EXPECT_NEAR(scoreOf<double>(Loss::BinaryCrossEntropy, {2}, 1, {1}).lossSum,
                std::log(1 + std::exp(-2)), 1e-15);
    EXPECT_NEAR(scoreOf<double>(Loss::BinaryCrossEntropy, {2}, 1, {0}).lossSum,
                std::log(1 + std::exp(2)), 1e-15);
    EXPECT_NEAR(scoreOf<double>(Loss::BinaryCrossEntropy, {-3}, 1, {1}).lossSum,
                std::log(1 + std::exp(3)), 1e-14);
    EXPECT_NEAR(scoreOf<double>(Loss::MeanSquaredError, {0.5, 2, -1}, 3, {1}).lossSum,
                (0.25 + 1 + 1) / 3, 1e-15);
    EXPECT_NEAR(scoreOf<double>(Loss::HalfMeanSquaredError, {0.5, 2, -1}, 3, {1}).lossSum,
                (0.25 + 1 + 1) / 6, 1e-15);
    EXPECT_NEAR(scoreOf<double>(Loss::MeanSquaredError, {0.25}, 1, {1}).lossSum, 0.5625, 1e-15);
}

TEST(Loss, SumsExamplesApartByTheirStride) {
    const std::vector<double> logits{1, 2, 77, 4, 3, 77};
    const Labels labels{1, 1};
    const Score both = score<double>(Loss::CrossEntropy, logits, 3, 2, {labels});
    EXPECT_NEAR(both.lossSum, std::log(1 + std::exp(-1)) + std::log(1 + std::exp(1)), 1e-14);
    EXPECT_EQ(both.correct, 1);
    EXPECT_EQ(both.count, 2);
    EXPECT_EQ(both.accuracy(), 0.5);
    Score total;
    total.add(both);
    total.add({.lossSum = 1, .correct = 1, .count = 2});
    EXPECT_EQ(total.count, 4);
    EXPECT_EQ(total.correct, 2);
    EXPECT_NEAR(total.meanLoss(), (both.lossSum + 1) / 4, 1e-15);
}

TEST(Loss, GradientClearsThePadding) {
    const std::vector<float> logits{1, 2, 77, 77};
    std::vector<float> gradient(4, 55);
    scoreWithGradient<float>(Loss::CrossEntropy, logits, 4, 2, {Labels{1}}, gradient);
    EXPECT_NEAR(gradient[0], 1 / (1 + std::exp(1.0)), 1e-7);
    EXPECT_NEAR(gradient[1], -1 / (1 + std::exp(1.0)), 1e-7);
    EXPECT_EQ(gradient[2], 0);
    EXPECT_EQ(gradient[3], 0);
}

TEST(Loss, HugeLogitsStayFinite) {
    for (const float size : {90.0F, 1000.0F, 1e20F, 1e37F}) {
        for (const Loss loss : {Loss::CrossEntropy, Loss::BinaryCrossEntropy}) {
            const std::size_t outputs = loss == Loss::CrossEntropy ? 2 : 1;
            for (const float sign : {-1.0F, 1.0F}) {
                for (const std::uint32_t label : {0U, 1U}) {
                    std::vector<float> logits{sign * size, -sign * size};
                    logits.resize(outputs);
                    std::vector<float> gradient(outputs);
                    const Score score = scoreWithGradient<float>(loss, logits, outputs, outputs,
                                                                 {Labels{label}}, gradient);
                    EXPECT_TRUE(std::isfinite(score.lossSum)) << size;
                    EXPECT_GE(score.lossSum, 0);
                    EXPECT_TRUE(std::isfinite(gradient[0]));
                }
            }
        }
    }
    EXPECT_NEAR(scoreOf<float>(Loss::BinaryCrossEntropy, {-1000}, 1, {1}).lossSum, 1000, 1e-3);
    EXPECT_EQ(scoreOf<float>(Loss::BinaryCrossEntropy, {1000}, 1, {1}).lossSum, 0);
    EXPECT_NEAR(scoreOf<float>(Loss::BinaryCrossEntropy, {20}, 1, {1}).lossSum, std::exp(-20),
                1e-15)
        << "small losses keep their digits";
}

TEST(Loss, WhatIsNotANumberIsNotFiniteAndNeverCorrect) {
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    for (const std::uint32_t label : {0U, 1U}) {
        for (const Loss loss : {Loss::BinaryCrossEntropy, Loss::MeanSquaredError}) {
            const Score one = scoreOf<double>(loss, {nan}, 1, {label});
            EXPECT_FALSE(std::isfinite(one.lossSum));
            EXPECT_EQ(one.correct, 0);
        }
        for (const Loss loss : {Loss::CrossEntropy, Loss::MeanSquaredError}) {
            for (const auto& logits : {std::vector<double>{nan, 1}, {1, nan}, {nan, nan}}) {
                const Score one = scoreOf<double>(loss, logits, 2, {label});
                EXPECT_FALSE(std::isfinite(one.lossSum)) << lossId(loss);
                EXPECT_EQ(one.correct, 0);
            }
        }
    }
    constexpr double infinity = std::numeric_limits<double>::infinity();
    EXPECT_FALSE(std::isfinite(scoreOf<double>(Loss::CrossEntropy, {infinity, 0}, 2, {0}).lossSum));
}

TEST(Loss, CorrectIsTheFirstOfTheLargest) {
    EXPECT_EQ(scoreOf<double>(Loss::CrossEntropy, {1, 1, 0}, 3, {0}).correct, 1);
    EXPECT_EQ(scoreOf<double>(Loss::CrossEntropy, {1, 1, 0}, 3, {1}).correct, 0);
    EXPECT_EQ(scoreOf<double>(Loss::CrossEntropy, {0, 1, 2}, 3, {2}).correct, 1);
    EXPECT_EQ(scoreOf<double>(Loss::BinaryCrossEntropy, {0}, 1, {0}).correct, 1);
    EXPECT_EQ(scoreOf<double>(Loss::BinaryCrossEntropy, {0}, 1, {1}).correct, 0);
    EXPECT_EQ(scoreOf<double>(Loss::BinaryCrossEntropy, {0.1}, 1, {1}).correct, 1);
    EXPECT_EQ(scoreOf<double>(Loss::MeanSquaredError, {0.4}, 1, {1}).correct, 0);
    EXPECT_EQ(scoreOf<double>(Loss::MeanSquaredError, {0.6}, 1, {1}).correct, 1);
}

TEST(Loss, OfARegressionIsTheSquaredErrorAndHasNothingCorrect) {
    const std::vector<double> outputs{1.5, -2, 0.5};
    const std::vector<float> values{1, 0.5F, 0.5F};
    const Score mean = score<double>(Loss::MeanSquaredError, outputs, 1, 1, {{}, values});
    EXPECT_EQ(mean.lossSum, 0.25 + 6.25);
    EXPECT_EQ(mean.count, 3);
    EXPECT_EQ(mean.correct, 0) << "not even the one that is met exactly";
    const Score half = score<double>(Loss::HalfMeanSquaredError, outputs, 1, 1, {{}, values});
    EXPECT_EQ(half.lossSum, 3.25);
}

TEST(Loss, GradientOfARegressionIsTheCentralDifference) {
    constexpr std::size_t stride = 8;
    constexpr double step = 1e-5;
    const std::vector<float> values{0.75F, -3, 10};
    for (const Loss loss : {Loss::MeanSquaredError, Loss::HalfMeanSquaredError}) {
        std::vector<double> outputs(3 * stride, 77);
        outputs[0] = -1.25;
        outputs[stride] = 2;
        outputs[2 * stride] = 10;
        std::vector<double> gradient(3 * stride, 55);
        scoreWithGradient<double>(loss, outputs, stride, 1, {{}, values}, gradient);
        for (std::size_t i = 0; i < outputs.size(); ++i) {
            const auto meanLossAt = [&](double change) {
                std::vector<double> moved = outputs;
                moved[i] += change;
                return score<double>(loss, moved, stride, 1, {{}, values}).meanLoss();
            };
            EXPECT_NEAR(gradient[i], (meanLossAt(step) - meanLossAt(-step)) / (2 * step), 1e-9)
                << lossId(loss) << ", place " << i;
        }
    }
}

TEST(Loss, Names) {
    EXPECT_EQ(losses().size(), 4);
    EXPECT_EQ(lossId(Loss::CrossEntropy), "cross_entropy");
    EXPECT_EQ(lossId(Loss::BinaryCrossEntropy), "binary_cross_entropy");
    EXPECT_EQ(lossId(Loss::MeanSquaredError), "mse");
    EXPECT_EQ(lossId(Loss::HalfMeanSquaredError), "half_mse");
}

TEST(Loss, FitsSoManyOutputs) {
    EXPECT_EQ(automaticLoss(Task::Classification, 1), Loss::BinaryCrossEntropy);
    EXPECT_EQ(automaticLoss(Task::Classification, 2), Loss::CrossEntropy);
    EXPECT_EQ(automaticLoss(Task::Classification, 10), Loss::CrossEntropy);
    EXPECT_FALSE(fits(Loss::CrossEntropy, Task::Classification, 1));
    EXPECT_FALSE(fits(Loss::BinaryCrossEntropy, Task::Classification, 3));
    EXPECT_TRUE(fits(Loss::MeanSquaredError, Task::Classification, 1));
    EXPECT_TRUE(fits(Loss::HalfMeanSquaredError, Task::Classification, 10));
}

TEST(Loss, OnlySquaredErrorsFitARegression) {
    EXPECT_EQ(automaticLoss(Task::Regression, 1), Loss::MeanSquaredError);
    EXPECT_TRUE(fits(Loss::MeanSquaredError, Task::Regression, 1));
    EXPECT_TRUE(fits(Loss::HalfMeanSquaredError, Task::Regression, 1));
    EXPECT_FALSE(fits(Loss::BinaryCrossEntropy, Task::Regression, 1));
    EXPECT_FALSE(fits(Loss::CrossEntropy, Task::Regression, 1));
}

TEST(Task, Names) {
    ASSERT_EQ(tasks().size(), 2);
    EXPECT_EQ(taskId(Task::Classification), "classification");
    EXPECT_EQ(taskId(Task::Regression), "regression");
}

TEST(Targets, CountLabelsOrElseValues) {
    EXPECT_EQ((Targets{Labels{1, 0}, {}}).count(), 2);
    EXPECT_EQ((Targets{{}, std::vector<float>{1, 2, 3}}).count(), 3);
}

TEST(ClassProbabilities, ByTheLoss) {
    std::array<float, 2> two{};
    classProbabilities(Loss::BinaryCrossEntropy, std::array{1.0F}, two);
    EXPECT_NEAR(two[1], 1 / (1 + std::exp(-1.0)), 1e-7);
    EXPECT_NEAR(two[0] + two[1], 1, 1e-7);
    classProbabilities(Loss::BinaryCrossEntropy, std::array{-1e30F}, two);
    EXPECT_EQ(two[1], 0);
    classProbabilities(Loss::MeanSquaredError, std::array{1.5F}, two);
    EXPECT_EQ(two[1], 1);
    std::array<float, 3> three{};
    classProbabilities(Loss::CrossEntropy, std::array{500.0F, 501.0F, 300.0F}, three);
    EXPECT_NEAR(three[1], 1 / (1 + std::exp(-1.0)), 1e-6);
    EXPECT_EQ(three[2], 0);
    classProbabilities(Loss::HalfMeanSquaredError, std::array{-1.0F, 0.5F, 2.0F}, three);
    EXPECT_EQ(three, (std::array{0.0F, 0.5F, 1.0F}));
}

} // namespace
} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/curves.h"
#include "tests/core/random/bit_hash.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <ostream>
#include <string>

namespace reluscope {

/// For GoogleTest's messages.
static void PrintTo(const CurveSource& source, std::ostream* out) {
    *out << source.id;
}

namespace {

Dataset make(const CurveSource& source, double noise, std::uint64_t seed = 1) {
    DataSpec spec;
    spec.noise = noise;
    spec.seed = seed;
    return generateCurve(source, spec);
}

double valueOf(std::string_view id, double x, std::size_t degree = 0) {
    return findCurveSource(id)->function(x, degree);
}

class EveryCurve : public testing::TestWithParam<CurveSource> {};

TEST_P(EveryCurve, IsARegressionOfOneFeature) {
    const Dataset dataset = make(GetParam(), 0.1);
    EXPECT_EQ(dataset.task, Task::Regression);
    EXPECT_EQ(dataset.featureCount, 1U);
    EXPECT_EQ(dataset.classCount, 0U);
    EXPECT_EQ(dataset.outputCount(), 1U);
    EXPECT_EQ(dataset.train.count(), 500U);
    EXPECT_EQ(dataset.test.count(), 500U);
    EXPECT_EQ(dataset.train.features.size(), 500U);
    EXPECT_TRUE(dataset.train.labels.empty());
}

TEST_P(EveryCurve, IsDrawnEvenlyFromMinusOneToOne) {
    const Dataset dataset = make(GetParam(), 0);
    const auto [low, high] = std::ranges::minmax(dataset.train.features);
    EXPECT_GE(low, -1);
    EXPECT_LT(low, -0.95);
    EXPECT_LE(high, 1);
    EXPECT_GT(high, 0.95);
    const auto left = std::ranges::count_if(dataset.train.features, [](float x) { return x < 0; });
    EXPECT_NEAR(static_cast<double>(left), 250, 4 * std::sqrt(500.0) / 2);
}

TEST_P(EveryCurve, WithoutNoiseIsItsFunction) {
    const Dataset dataset = make(GetParam(), 0);
    for (std::size_t i = 0; i < dataset.train.count(); ++i) {
        // x was rounded to a float; no curve is steeper than 25, but for the step at 0.
        const double x = dataset.train.features[i];
        EXPECT_NEAR(dataset.train.values[i], GetParam().function(x, DataSpec{}.degree), 25 * 1e-7)
            << x;
    }
}

TEST_P(EveryCurve, AddsNoiseToTheValuesAlone) {
    const Dataset clean = make(GetParam(), 0);
    const Dataset noisy = make(GetParam(), 0.3);
    EXPECT_EQ(noisy.train.features, clean.train.features);
    double sum = 0;
    double sumOfSquares = 0;
    for (std::size_t i = 0; i < 500; ++i) {
        const double noise = double{noisy.train.values[i]} - double{clean.train.values[i]};
        sum += noise;
        sumOfSquares += noise * noise;
    }
    EXPECT_NEAR(sum / 500, 0, 4 * 0.3 / std::sqrt(500.0));
    EXPECT_NEAR(std::sqrt(sumOfSquares / 500), 0.3, 4 * 0.3 / std::sqrt(1000.0));
}

TEST_P(EveryCurve, ChangesWithTheSeedAndBetweenTheSplits) {
    const Dataset first = make(GetParam(), 0.1);
    EXPECT_NE(first.train.features, first.test.features);
    EXPECT_NE(make(GetParam(), 0.1, 2).train.features, first.train.features);
}

TEST_P(EveryCurve, BeginsALongerSplitWithTheShorterOne) {
    DataSpec spec;
    spec.train = 700;
    spec.test = 1;
    const Dataset shorter = make(GetParam(), spec.noise);
    const Dataset longer = generateCurve(GetParam(), spec);
    EXPECT_EQ(longer.test.count(), 1U);
    EXPECT_TRUE(std::equal(shorter.train.values.begin(), shorter.train.values.end(),
                           longer.train.values.begin()));
}

TEST_P(EveryCurve, HasTheSameBitsEverywhere) {
    const std::map<std::string_view, std::uint64_t> hashes = {
        {"abs", 10281578187478977167ULL},
        {"sine", 10968264795000977412ULL},
        {"step", 7900646523159055383ULL},
        {"chebyshev", 17051895039411173591ULL},
    };
    EXPECT_EQ(test::bitHash<float>(make(GetParam(), 0.1).train.values), hashes.at(GetParam().id));
}

INSTANTIATE_TEST_SUITE_P(Sources, EveryCurve,
                         testing::ValuesIn(curveSources().begin(), curveSources().end()),
                         [](const auto& row) { return std::string(row.param.id); });

TEST(CurveSources, AreFoundById) {
    EXPECT_EQ(findCurveSource("sine")->name, "Sine");
    EXPECT_EQ(findCurveSource("Sine"), nullptr);
    EXPECT_EQ(findCurveSource("spiral"), nullptr) << "a classification";
}

TEST(Curves, AbsoluteValueAndStep) {
    EXPECT_EQ(valueOf("abs", -0.75), 0.75);
    EXPECT_EQ(valueOf("abs", 0.25), 0.25);
    EXPECT_EQ(valueOf("step", -1e-9), 0);
    EXPECT_EQ(valueOf("step", 0), 1);
    EXPECT_EQ(valueOf("step", 0.5), 1);
}

TEST(Curves, SineHasTwoWholeWaves) {
    for (double x = -1; x <= 1; x += 1.0 / 64) {
        EXPECT_NEAR(valueOf("sine", x), std::sin(2 * std::numbers::pi * x), 1e-15) << x;
    }
}

TEST(Curves, ChebyshevIsTheCosineOfTheAngleTimesTheDegree) {
    for (const std::size_t degree : {1U, 2U, 3U, 5U, 30U}) {
        for (double x = -1; x <= 1; x += 1.0 / 64) {
            EXPECT_NEAR(valueOf("chebyshev", x, degree),
                        std::cos(static_cast<double>(degree) * std::acos(x)), 1e-12)
                << degree << ' ' << x;
        }
    }
}

TEST(Curves, TakeTheDegreeOfTheExperiment) {
    DataSpec spec;
    spec.noise = 0;
    spec.degree = 2;
    const Dataset dataset = generateCurve(*findCurveSource("chebyshev"), spec);
    const double x = dataset.train.features[7];
    EXPECT_NEAR(dataset.train.values[7], 2 * x * x - 1, 1e-6);
}

} // namespace
} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/generated.h"
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
static void PrintTo(const GeneratedSource& source, std::ostream* out) {
    *out << source.id;
}

namespace {

DataSpec specOf(const GeneratedSource& source, double noise) {
    DataSpec spec;
    spec.source = source.id;
    spec.noise = noise;
    return spec;
}

Dataset make(std::string_view id, double noise) {
    const GeneratedSource& source = *findGeneratedSource(id);
    return generate(source, specOf(source, noise));
}

/// Every training point without noise, with its label.
template <class Visit>
void forEachPoint(std::string_view id, Visit visit) {
    const Dataset dataset = make(id, 0.0);
    for (std::size_t i = 0; i < dataset.train.count(); ++i) {
        const auto point = dataset.example(dataset.train, i);
        visit(double{point[0]}, double{point[1]}, dataset.train.labels[i]);
    }
}

class EverySource : public testing::TestWithParam<GeneratedSource> {};

TEST_P(EverySource, HasItsShapesAndDefaults) {
    const Dataset dataset = generate(GetParam(), specOf(GetParam(), 0.1));
    EXPECT_EQ(dataset.featureCount, 2U);
    EXPECT_EQ(dataset.classCount, 2U);
    EXPECT_EQ(dataset.outputCount(), 1U);
    EXPECT_FALSE(dataset.isImages());
    EXPECT_EQ(dataset.classNames, (std::vector<std::string>{"0", "1"}));
    EXPECT_EQ(dataset.train.count(), 500U);
    EXPECT_EQ(dataset.test.count(), 500U);
    EXPECT_EQ(dataset.train.features.size(), 1000U);
}

TEST_P(EverySource, IsBalancedToWithinOne) {
    DataSpec spec = specOf(GetParam(), 0.1);
    spec.train = 101;
    spec.test = 1;
    const Dataset dataset = generate(GetParam(), spec);
    EXPECT_EQ(std::ranges::count(dataset.train.labels, 0U), 51);
    EXPECT_EQ(std::ranges::count(dataset.train.labels, 1U), 50);
    EXPECT_EQ(dataset.test.count(), 1U);
}

TEST_P(EverySource, FillsTheSquareAndNoMore) {
    const Dataset dataset = generate(GetParam(), specOf(GetParam(), 0.0));
    const auto [low, high] = std::ranges::minmax(dataset.train.features);
    EXPECT_GE(low, -1.001F);
    EXPECT_LE(high, 1.001F);
    EXPECT_LE(low, -0.6F);
    EXPECT_GE(high, 0.6F);
}

TEST_P(EverySource, AddsNoiseOfTheStandardDeviationAskedFor) {
    const Dataset clean = generate(GetParam(), specOf(GetParam(), 0.0));
    const Dataset noisy = generate(GetParam(), specOf(GetParam(), 0.3));
    double sum = 0;
    double sumOfSquares = 0;
    const std::size_t count = clean.train.features.size();
    for (std::size_t i = 0; i < count; ++i) {
        const double noise = double{noisy.train.features[i]} - double{clean.train.features[i]};
        sum += noise;
        sumOfSquares += noise * noise;
    }
    const auto n = static_cast<double>(count);
    EXPECT_NEAR(sum / n, 0.0, 4 * 0.3 / std::sqrt(n));
    EXPECT_NEAR(std::sqrt(sumOfSquares / n), 0.3, 4 * 0.3 / std::sqrt(2 * n));
}

TEST_P(EverySource, ChangesWithTheSeedAndBetweenTheSplits) {
    DataSpec spec = specOf(GetParam(), 0.1);
    const Dataset first = generate(GetParam(), spec);
    EXPECT_NE(first.train, first.test);
    spec.seed = 2;
    EXPECT_NE(generate(GetParam(), spec).train, first.train);
}

TEST_P(EverySource, BeginsALongerSplitWithTheShorterOne) {
    DataSpec spec = specOf(GetParam(), 0.1);
    const Dataset shorter = generate(GetParam(), spec);
    spec.train = 600;
    const Dataset longer = generate(GetParam(), spec);
    EXPECT_TRUE(std::equal(shorter.train.features.begin(), shorter.train.features.end(),
                           longer.train.features.begin()));
}

TEST_P(EverySource, HasTheSameBitsEverywhere) {
    const std::map<std::string_view, std::uint64_t> hashes = {
        {"circles", 9475509466077113634ULL}, {"gaussians", 9381034831037107053ULL},
        {"xor", 14361382253158642348ULL},    {"spiral", 17269970622880373133ULL},
        {"moons", 6669672666040234096ULL},   {"checkerboard", 11489470165778476240ULL},
    };
    const Dataset dataset = generate(GetParam(), specOf(GetParam(), 0.1));
    EXPECT_EQ(test::bitHash<float>(dataset.train.features), hashes.at(GetParam().id));
}

INSTANTIATE_TEST_SUITE_P(Sources, EverySource,
                         testing::ValuesIn(generatedSources().begin(), generatedSources().end()),
                         [](const auto& row) { return std::string(row.param.id); });

TEST(GeneratedSources, AreFoundById) {
    EXPECT_EQ(findGeneratedSource("moons")->name, "Moons");
    EXPECT_EQ(findGeneratedSource("Moons"), nullptr);
}

TEST(Checkerboard, HasFourByFourSquares) {
    int counts[4][4] = {};
    forEachPoint("checkerboard", [&](double x, double y, std::uint32_t label) {
        const int column = std::min(3, static_cast<int>((x + 1) * 2));
        const int row = std::min(3, static_cast<int>((y + 1) * 2));
        EXPECT_EQ(label, (column + row) % 2 == 0 ? 1U : 0U) << x << ' ' << y;
        ++counts[row][column];
    });
    for (const auto& row : counts) {
        for (const int count : row) {
            EXPECT_NEAR(count, 500 / 16, 4 * std::sqrt(500 / 16.0));
        }
    }
}

TEST(Circles, AreADiscInARing) {
    forEachPoint("circles", [](double x, double y, std::uint32_t label) {
        const double radius = std::hypot(x, y);
        if (label == 1) {
            EXPECT_LT(radius, 0.5 + 1e-6);
        } else {
            EXPECT_GT(radius, 0.7 - 1e-6);
        }
    });
}

TEST(Gaussians, SurroundTheirCentres) {
    double sum[2] = {};
    double sumOfSquares = 0;
    forEachPoint("gaussians", [&](double x, double y, std::uint32_t label) {
        const double centre = label == 1 ? 0.4 : -0.4;
        sum[label] += x + y;
        sumOfSquares += (x - centre) * (x - centre) + (y - centre) * (y - centre);
    });
    EXPECT_NEAR(sum[0] / 500, -0.4, 4 * 0.15 / std::sqrt(500.0));
    EXPECT_NEAR(sum[1] / 500, 0.4, 4 * 0.15 / std::sqrt(500.0));
    EXPECT_NEAR(std::sqrt(sumOfSquares / 1000), 0.15, 4 * 0.15 / std::sqrt(2000.0));
}

TEST(Xor, FillsTheFourQuadrants) {
    int quadrants[4] = {};
    forEachPoint("xor", [&](double x, double y, std::uint32_t label) {
        EXPECT_EQ(x * y > 0, label == 1);
        EXPECT_GE(std::min(std::fabs(x), std::fabs(y)), 0.05 - 1e-6);
        ++quadrants[(x > 0 ? 1 : 0) + (y > 0 ? 2 : 0)];
    });
    for (const int count : quadrants) {
        EXPECT_NEAR(count, 125, 45);
    }
}

TEST(Spiral, WindsOneAndAQuarterTurns) {
    double largest = 0;
    forEachPoint("spiral", [&](double x, double y, std::uint32_t label) {
        // Turned back by its own angle, a point of class 0 lies on the positive x axis.
        const double radius = std::hypot(x, y);
        const double turns = 1.25 * (radius - 0.05) / 0.95 + 0.5 * label;
        EXPECT_NEAR(x, radius * std::cos(2 * std::numbers::pi * turns), 1e-5);
        EXPECT_NEAR(y, radius * std::sin(2 * std::numbers::pi * turns), 1e-5);
        largest = std::max(largest, radius);
    });
    EXPECT_GT(largest, 0.98);
}

TEST(Moons, AreHalfCirclesThatInterleave) {
    forEachPoint("moons", [](double x, double y, std::uint32_t label) {
        const double side = label == 0 ? 1 : -1;
        EXPECT_NEAR(std::hypot(x + side / 3, y + side / 6), 2.0 / 3, 1e-6);
        EXPECT_GE(side * y, -1.0 / 6 - 1e-6);
    });
}

} // namespace
} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/random/counter_generator.h"
#include "core/random/transforms.h"
#include "tests/core/random/bit_hash.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

namespace reluscope {
namespace {

constexpr std::uint32_t sampleCount = 20'000;

std::vector<double> uniformNumbers() {
    std::vector<double> numbers;
    for (std::uint32_t i = 0; i < sampleCount; ++i) {
        numbers.push_back(uniformDraw(1, Draw::Noise, 0, i, 0));
    }
    return numbers;
}

double unitInTheLastPlace(double x) {
    const double size = std::fabs(x);
    return std::nextafter(size, std::numeric_limits<double>::infinity()) - size;
}

TEST(PortableLog, IsWithinOneUnitInTheLastPlace) {
    for (const double u : uniformNumbers()) {
        // Around 1, where cancellation would show, and over many binades.
        for (const double x :
             {u, 0.5 + u, 1.0 + 1e-9 * u, std::ldexp(u, 900), std::ldexp(u, -900)}) {
            const auto exact = std::log(static_cast<long double>(x));
            ASSERT_LE(std::fabs(static_cast<double>(portableLog(x) - exact)),
                      unitInTheLastPlace(static_cast<double>(exact)))
                << x;
        }
    }
}

TEST(PortableLog, IsRightAtTheEdges) {
    EXPECT_EQ(portableLog(1.0), 0.0);
    EXPECT_EQ(portableLog(2.0), std::numbers::ln2);
    EXPECT_DOUBLE_EQ(portableLog(5e-324), -744.4400719213812);
    EXPECT_DOUBLE_EQ(portableLog(std::numeric_limits<double>::max()), 709.782712893384);
}

TEST(NormalQuantile, InvertsTheNormalDistribution) {
    for (const double u : uniformNumbers()) {
        for (const double p : {u, u * 1e-3, u * 1e-9, u * 1e-15}) {
            // One Newton step in long double tells how far off the quantile is.
            const long double z = normalQuantile(p);
            const long double below = std::erfc(-z / std::numbers::sqrt2_v<long double>) / 2;
            const long double density =
                std::exp(-z * z / 2) / std::sqrt(2 * std::numbers::pi_v<long double>);
            const long double error = (below - p) / density;
            ASSERT_LE(std::fabs(static_cast<double>(error)),
                      2e-15 * std::max(1.0, std::fabs(static_cast<double>(z))))
                << p;
        }
    }
}

TEST(NormalQuantile, GivesTheKnownValues) {
    EXPECT_EQ(normalQuantile(0.5), 0.0);
    EXPECT_NEAR(normalQuantile(0.975), 1.959963984540054, 2e-15);
    EXPECT_NEAR(normalQuantile(0.0013498980316300946), -3.0, 3e-15);
    // Wichura's own check values for the two tails.
    EXPECT_NEAR(normalQuantile(0.25), -0.6744897501960817, 1e-15);
    EXPECT_NEAR(normalQuantile(0.001), -3.090232306167814, 4e-15);
    EXPECT_NEAR(normalQuantile(1e-20), -9.262340089798408, 1e-14);
}

TEST(NormalQuantile, IsOddAboutOneHalf) {
    for (const double u : uniformNumbers()) {
        ASSERT_EQ(normalQuantile(u), -normalQuantile(1.0 - u));
    }
}

TEST(NormalQuantile, MakesNumbersWithNormalMoments) {
    double moments[4] = {};
    for (const double u : uniformNumbers()) {
        double power = 1;
        for (double& moment : moments) {
            power *= normalQuantile(u);
            moment += power / sampleCount;
        }
    }
    const double tolerance = 4 / std::sqrt(sampleCount);
    EXPECT_NEAR(moments[0], 0, tolerance);
    EXPECT_NEAR(moments[1], 1, tolerance * std::sqrt(2.0));
    EXPECT_NEAR(moments[2], 0, tolerance * std::sqrt(15.0));
    EXPECT_NEAR(moments[3], 3, tolerance * std::sqrt(96.0));
}

TEST(UnitVector, IsCosineAndSine) {
    for (const double u : uniformNumbers()) {
        for (const double turns : {u, -u, 16 * u, 1e-9 * u, 0.125 + 1e-12 * u}) {
            const long double angle =
                2 * std::numbers::pi_v<long double> *
                (static_cast<long double>(turns) - std::floor(static_cast<long double>(turns)));
            const auto [cosine, sine] = unitVector(turns);
            ASSERT_NEAR(cosine, static_cast<double>(std::cos(angle)), 3e-16) << turns;
            ASSERT_NEAR(sine, static_cast<double>(std::sin(angle)), 3e-16) << turns;
        }
    }
}

TEST(UnitVector, IsExactAtQuarterTurns) {
    const double cosines[] = {1, 0, -1, 0};
    const double sines[] = {0, 1, 0, -1};
    for (int quarter = -8; quarter < 8; ++quarter) {
        const auto [cosine, sine] = unitVector(0.25 * quarter);
        EXPECT_EQ(cosine, cosines[(quarter + 8) % 4]);
        EXPECT_EQ(sine, sines[(quarter + 8) % 4]);
    }
}

// The same bits at every level, from every compiler, on every CPU.
TEST(Transforms, GiveTheSameBitsEverywhere) {
    std::vector<double> results;
    for (const double u : uniformNumbers()) {
        const auto [cosine, sine] = unitVector(8 * u - 4);
        results.insert(results.end(), {portableLog(u), normalQuantile(u), normalQuantile(u * 1e-12),
                                       cosine, sine});
    }
    EXPECT_EQ(test::bitHash<double>(results), 5030466587074599694ULL);
}

} // namespace
} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activation/output_distribution.h"
#include "tests/core/activation/every_activation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace reluscope {
namespace {

using test::activation;

constexpr NormalInput standard;

double density(double t) {
    return std::exp(-t * t / 2) / std::sqrt(2 * std::numbers::pi);
}

TEST(OutputDistribution, OfReluHasAnAtomAtZero) {
    const auto [atoms, densities] = outputDistribution(activation("relu"), standard, -1, 4, 100);
    ASSERT_EQ(atoms.size(), 1);
    EXPECT_EQ(atoms[0].value, 0);
    EXPECT_EQ(atoms[0].probability, 0.5);
    for (std::size_t i = 0; i < densities.size(); ++i) {
        const double y = -1 + (static_cast<double>(i) + 0.5) * 0.05;
        EXPECT_NEAR(densities[i], y > 0 ? density(y) : 0, 1e-3) << y;
    }
}

TEST(OutputDistribution, HasAnAtomAtEachClampedEnd) {
    const auto atoms = outputDistribution(activation("relu6"), {4, 2}, 0, 6, 10).atoms;
    ASSERT_EQ(atoms.size(), 2);
    EXPECT_EQ(atoms[0].value, 0);
    EXPECT_NEAR(atoms[0].probability, 0.022750131948179207, 1e-15);
    EXPECT_EQ(atoms[1].value, 6);
    EXPECT_NEAR(atoms[1].probability, 0.15865525393145705, 1e-15);
    EXPECT_TRUE(outputDistribution(activation("tanh"), standard, -1, 1, 10).atoms.empty());
}

TEST(OutputDistribution, HasTheDensityOfTheTransformedInput) {
    constexpr std::size_t count = 200;
    const auto ofTanh = outputDistribution(activation("tanh"), standard, -1, 1, count).density;
    for (std::size_t i = 10; i < count - 10; ++i) {
        const double y = -1 + (static_cast<double>(i) + 0.5) * 2 / count;
        const double exact = density(std::atanh(y)) / (1 - y * y);
        EXPECT_NEAR(ofTanh[i], exact, 2e-3 * exact) << y;
    }
}

/// Of a phase that is even on the circle, averaged over a stretch of values.
double arcsineDensity(double from, double to) {
    return (std::asin(std::min(to, 1.0)) - std::asin(from)) / std::numbers::pi / (to - from);
}

// So wide a sine has waves without number: the density is 1 / (π √(1 − y²)).
TEST(OutputDistribution, OfAWideSineIsTheArcsineLaw) {
    constexpr std::size_t count = 96;
    constexpr double width = 2.0 / count;
    // At 804 waves are as long as one of 2048 cells over ±8 deviations is.
    for (const double deviation : {30.0, 300.0, 804.0, 1000.0}) {
        for (const double mean : {0.0, 1.0}) {
            const auto density =
                outputDistribution(activation("sine"), {mean, deviation}, -1, 1, count).density;
            for (std::size_t i = 0; i < count; ++i) {
                const double from = -1 + static_cast<double>(i) * width;
                const double exact = arcsineDensity(from, from + width);
                EXPECT_NEAR(density[i], exact, 1e-2 * exact) << from << " at " << deviation;
            }
        }
    }
}

// Of so wide an input all but one cell sees one of two values.
TEST(OutputDistribution, FindsTheBendInAWideInput) {
    constexpr std::size_t count = 10;
    constexpr NormalInput wide{0, 1e3};
    const auto ofTanh = outputDistribution(activation("tanh"), wide, -1, 1, count).density;
    for (std::size_t i = 1; i + 1 < count; ++i) {
        const double from = -1 + static_cast<double>(i) * 0.2;
        const double exact = wide.probability(std::atanh(from), std::atanh(from + 0.2)) / 0.2;
        EXPECT_NEAR(ofTanh[i], exact, 1e-2 * exact) << from;
    }
}

class EveryOutput : public testing::TestWithParam<Activation> {};

TEST_P(EveryOutput, HasAllOfTheMass) {
    constexpr std::size_t count = 64;
    for (const NormalInput& input : {standard, NormalInput{-2, 0.5}, NormalInput{3, 50}}) {
        constexpr double bound = 1e5;
        const auto [atoms, densities] = outputDistribution(GetParam(), input, -bound, bound, count);
        double mass = std::accumulate(densities.begin(), densities.end(), 0.0) * 2 * bound / count;
        for (const Atom& atom : atoms) {
            mass += atom.probability;
        }
        EXPECT_NEAR(mass, 1, 1e-12);
    }
}

INSTANTIATE_TEST_SUITE_P(Every, EveryOutput, testing::ValuesIn(test::everyActivation()),
                         test::ActivationName{});

} // namespace
} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activation/moments.h"
#include "tests/core/activation/every_activation.h"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <numbers>
#include <string>

namespace reluscope {
namespace {

using test::activation;

ActivationMoments momentsUnder(const Activation& activation, const NormalInput& input) {
    return momentsOf(sampleUnder(activation, input));
}

// Against what tests/reference/make_moment_references.py wrote: every function, with inputs so
// narrow, so wide and so far out that hardly any of z is where the function bends.
TEST(Moments, AreThoseOfTheReference) {
    std::ifstream file(RELUSCOPE_REFERENCE "/activation_moments.txt");
    ASSERT_TRUE(file);
    std::string id;
    double parameter = 0;
    NormalInput input;
    std::string f;
    std::string size;
    std::string fSquared;
    std::string slopeSquared;
    std::size_t count = 0;
    while (file >> id >> parameter >> input.mean >> input.deviation >> f >> size >> fSquared >>
           slopeSquared) {
        const ActivationMoments moments = momentsUnder(activation(id, parameter), input);
        const auto where = id + ' ' + std::to_string(parameter) + ", z ~ N(" +
                           std::to_string(input.mean) + ", " + std::to_string(input.deviation) +
                           "^2)";
        // A wide sine has thousands of waves, whose errors add up.
        const double tolerance = id == "sine" && input.deviation > 100 ? 1e-9 : 1e-11;
        EXPECT_NEAR(moments.value, std::stod(f), tolerance * std::stod(size)) << where;
        EXPECT_NEAR(moments.valueSquared, std::stod(fSquared), tolerance * std::stod(fSquared))
            << where;
        EXPECT_NEAR(moments.slopeSquared, std::stod(slopeSquared),
                    tolerance * std::stod(slopeSquared))
            << where;
        ++count;
    }
    EXPECT_TRUE(file.eof());
    EXPECT_GT(count, 8 * activationTable().size());
}

double density(double t) {
    return std::exp(-t * t / 2) / std::sqrt(2 * std::numbers::pi);
}

double distribution(double t) {
    return std::erfc(-t / std::numbers::sqrt2) / 2;
}

// E f = m Φ(m / s) + s φ(m / s), E f² = (m² + s²) Φ(m / s) + m s φ(m / s), E f'² = Φ(m / s).
TEST(Moments, OfReluInClosedForm) {
    for (const NormalInput& input : {NormalInput{0, 1}, NormalInput{-0.7, 2.5}, NormalInput{4, 3},
                                     NormalInput{100, 1e-3}, NormalInput{-1, 1e3}}) {
        const auto [m, s] = input;
        const ActivationMoments moments = momentsUnder(activation("relu"), input);
        const double above = distribution(m / s);
        const double f = m * above + s * density(m / s);
        EXPECT_NEAR(moments.value, f, 1e-12 * f);
        const double fSquared = (m * m + s * s) * above + m * s * density(m / s);
        EXPECT_NEAR(moments.valueSquared, fSquared, 1e-12 * fSquared);
        EXPECT_NEAR(moments.slopeSquared, above, 1e-12 * above);
    }
}

// E e^z = e^(m + s²/2), over z < 0 times Φ(−m/s − s).
TEST(Moments, OfEluInClosedForm) {
    constexpr double a = 1.5;
    for (const NormalInput& input :
         {NormalInput{0, 1}, NormalInput{-0.7, 2.5}, NormalInput{2, 3}}) {
        const auto [m, s] = input;
        const double line = m * distribution(m / s) + s * density(m / s);
        const double power = std::exp(m + s * s / 2) * distribution(-m / s - s);
        const double below = distribution(-m / s);
        EXPECT_NEAR(momentsUnder(activation("elu", a), input).value, line + a * (power - below),
                    1e-12 * (line + a));
    }
}

TEST(Moments, OfNothingWhereAllOfZIsOutOfReach) {
    const ActivationMoments moments = momentsUnder(activation("relu"), {-100, 1});
    EXPECT_EQ(moments.value, 0);
    EXPECT_EQ(moments.valueSquared, 0);
    EXPECT_EQ(moments.slopeSquared, 0);
}

TEST(Moments, OfACertainInput) {
    const ActivationMoments moments = momentsUnder(activation("sigmoid"), {0, 0});
    EXPECT_NEAR(moments.value, 0.5, 1e-14);
    EXPECT_NEAR(moments.valueSquared, 0.25, 1e-14);
    EXPECT_NEAR(moments.slopeSquared, 1.0 / 16, 1e-14);
}

class EveryMoment : public testing::TestWithParam<Activation> {};

TEST_P(EveryMoment, IsFiniteForExtremeInputs) {
    for (const double mean : {-100.0, 0.0, 100.0}) {
        for (const double deviation : {1e-3, 1e3, 1e12}) {
            const auto [f, fSquared, slopeSquared] = momentsUnder(GetParam(), {mean, deviation});
            EXPECT_TRUE(std::isfinite(f) && std::isfinite(fSquared) && std::isfinite(slopeSquared));
            // Jensen, but for rounding.
            EXPECT_LE(f * f, fSquared * (1 + 1e-12));
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Every, EveryMoment, testing::ValuesIn(test::everyActivation()),
                         test::ActivationName{});

TEST(Samples, AreNoneIfStopped) {
    std::stop_source source;
    source.request_stop();
    const NormalSamples samples =
        sampleUnder(activation("sine"), {0, 1e3}, SampledTerms::Values, source.get_token());
    EXPECT_TRUE(samples.z.empty());
}

constexpr double heNormal = 2;

TEST(VarianceByLayer, IsKeptByHeForRelu) {
    const auto variances = varianceByLayer(activation("relu"), {0, 3}, heNormal, 50);
    ASSERT_EQ(variances.size(), 50);
    for (const double variance : variances) {
        EXPECT_NEAR(variance, 9, 1e-10);
    }
}

// With weights of variance 1 / fan-in it is halved, and a mean other than 0 counts once.
TEST(VarianceByLayer, IsThatOfTheMeanSquare) {
    const auto variances = varianceByLayer(activation("identity"), {1, 2}, 1, 3);
    ASSERT_EQ(variances.size(), 3);
    EXPECT_NEAR(variances[0], 5, 1e-12);
    EXPECT_NEAR(variances[2], 5, 1e-12);
    const auto halved = varianceByLayer(activation("relu"), {0, 1}, 1, 10);
    EXPECT_NEAR(halved.back(), std::exp2(-10.0), 1e-14);
}

// Klambauer et al. 2017: SELU with weights of variance 1 / fan-in has a fixed point at variance 1.
TEST(VarianceByLayer, HasAFixedPointForSelu) {
    for (const double deviation : {0.8, 1.0, 1.5}) {
        const auto variances = varianceByLayer(activation("selu"), {0, deviation}, 1, 50);
        EXPECT_NEAR(variances.back(), 1, 1e-5) << deviation;
    }
}

} // namespace
} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activation/gradient_share.h"
#include "tests/core/activation/every_activation.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>

namespace reluscope {
namespace {

using test::activation;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr NormalInput standard;
constexpr double tau = 0.01;

double shareWithLittle(const Activation& activation, const NormalInput& input, double share = tau) {
    return shareWithLittleGradient(activation, input, sampleUnder(activation, input), share);
}

double distribution(double t) {
    return std::erfc(-t / std::numbers::sqrt2) / 2;
}

TEST(NormalProbability, KeepsItsDigitsInTheTails) {
    EXPECT_EQ(standard.probability(-infinity, infinity), 1);
    EXPECT_EQ(standard.probability(-infinity, 0), 0.5);
    EXPECT_NEAR(standard.probability(10, infinity), 7.6198530241605261e-24, 1e-36);
    EXPECT_NEAR(standard.probability(-infinity, -10), 7.6198530241605261e-24, 1e-36);
    EXPECT_NEAR((NormalInput{2, 0.5}.probability(1.5, 2.5)), 0.68268949213708590, 1e-15);
}

TEST(ZeroSet, IsMadeOfStretchesBetweenKinks) {
    EXPECT_EQ(zeroSetOf(activation("relu")), (std::vector<Stretch>{{-infinity, 0}}));
    EXPECT_EQ(zeroSetOf(activation("relu6")),
              (std::vector<Stretch>{{-infinity, 0}, {6, infinity}}));
    EXPECT_EQ(zeroSetOf(activation("hardswish")), (std::vector<Stretch>{{-infinity, -3}}));
    EXPECT_EQ(zeroSetOf(activation("leaky_relu", 0)), (std::vector<Stretch>{{-infinity, 0}}));
    EXPECT_TRUE(zeroSetOf(activation("leaky_relu")).empty());
    EXPECT_TRUE(zeroSetOf(activation("tanh")).empty());
}

TEST(ShareWithoutGradient, IsTheProbabilityOfTheZeroSet) {
    EXPECT_EQ(shareWithoutGradient(activation("relu"), standard), 0.5);
    EXPECT_NEAR(shareWithoutGradient(activation("relu"), {1, 2}), distribution(-0.5), 1e-15);
    EXPECT_NEAR(shareWithoutGradient(activation("hardtanh"), standard), 2 * distribution(-1),
                1e-15);
    EXPECT_EQ(shareWithoutGradient(activation("relu"), {-100, 1}), 1);
    EXPECT_EQ(shareWithoutGradient(activation("sigmoid"), {0, 1e3}), 0);
}

TEST(ShareWithLittleGradient, IncludesTheZeroSet) {
    EXPECT_EQ(shareWithLittle(activation("relu"), {-100, 1}), 1);
    EXPECT_NEAR(shareWithLittle(activation("relu"), standard), 0.5, 1e-13);
    EXPECT_NEAR(shareWithLittle(activation("hardtanh"), {0.3, 2}),
                shareWithoutGradient(activation("hardtanh"), {0.3, 2}), 1e-13);
}

TEST(ShareWithLittleGradient, IncludesTheZeroSetAtAThresholdOf0) {
    EXPECT_EQ(shareWithLittle(activation("relu"), standard, 0), 0.5);
    EXPECT_EQ(shareWithLittle(activation("relu6"), {4, 2}, 0),
              shareWithoutGradient(activation("relu6"), {4, 2}));
    // So far out f' is 0 in double, yet not by its formula.
    EXPECT_EQ(shareWithLittle(activation("sigmoid"), {0, 1e3}, 0), 0);
}

TEST(ShareWithLittleGradient, LeavesOutWhatIsAtTheThreshold) {
    EXPECT_EQ(shareWithLittle(activation("leaky_relu"), standard), 0);
    EXPECT_NEAR(shareWithLittle(activation("leaky_relu", 0.009), standard), 0.5, 1e-13);
}

TEST(ShareWithLittleGradient, OfSmoothFunctionsInClosedForm) {
    for (const NormalInput& input :
         {standard, NormalInput{1, 3}, NormalInput{0, 1e3}, NormalInput{-100, 20}}) {
        const auto beyond = [&](double z) {
            return input.probability(-infinity, -z) + input.probability(z, infinity);
        };
        // 1 − tanh² z = tau; 4 σ(z) (1 − σ(z)) is the same at z / 2; (1 + |z|)² = 1 / tau.
        const double ofTanh = std::atanh(std::sqrt(1 - tau));
        EXPECT_NEAR(shareWithLittle(activation("tanh"), input), beyond(ofTanh), 1e-12);
        EXPECT_NEAR(shareWithLittle(activation("sigmoid"), input), beyond(2 * ofTanh), 1e-12);
        EXPECT_NEAR(shareWithLittle(activation("softsign"), input), beyond(9), 1e-12);
        EXPECT_NEAR(shareWithLittle(activation("elu"), input),
                    input.probability(-infinity, std::log(tau)), 1e-12);
    }
}

// f' of hard Swish passes through 0 at −1.5, in a dip so narrow that no sample need lie in it.
TEST(ShareWithLittleGradient, FindsWhereTheSlopeChangesItsSign) {
    const double half = 3 * 1.5 * tau;
    for (const NormalInput& input : {standard, NormalInput{5, 40}}) {
        EXPECT_NEAR(shareWithLittle(activation("hardswish"), input),
                    input.probability(-infinity, -3) + input.probability(-1.5 - half, -1.5 + half),
                    1e-12);
    }
}

// Over so many waves a sine spends the share 1 − 2 arccos(tau) / π of z there.
TEST(ShareWithLittleGradient, OfAWideSine) {
    EXPECT_NEAR(shareWithLittle(activation("sine"), {0, 300}),
                1 - 2 * std::acos(tau) / std::numbers::pi, 1e-9);
}

} // namespace
} // namespace reluscope

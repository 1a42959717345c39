// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/activation/every_activation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

namespace reluscope {
namespace {

class Derivative : public testing::TestWithParam<Activation> {};

TEST_P(Derivative, IsTheCentralDifference) {
    const Activation& activation = GetParam();
    const double bend = test::bendOf(activation);
    std::vector<double> z;
    for (int i = -400; i <= 400; ++i) {
        z.push_back((i + 0.5) * 0.021);
        z.push_back((i + 0.5) * 0.021 * bend);
    }
    for (int k = -12; k <= 12; ++k) {
        z.push_back(std::ldexp(1.1, k));
        z.push_back(-std::ldexp(1.1, k));
    }
    for (const double kink : activation.info->kinks) {
        z.push_back(kink - 1e-3 * bend);
        z.push_back(kink + 1e-3 * bend);
    }
    for (const double x : z) {
        // No longer than what a sine bends over, however far out.
        const double step = std::min(1e-4, 1e-5 * bend * std::max(1.0, std::abs(x)));
        const auto isNear = [&](double kink) { return std::abs(x - kink) <= step; };
        if (std::ranges::any_of(activation.info->kinks, isNear)) {
            continue;
        }
        const double above = x + step;
        const double below = x - step;
        const double slope =
            (test::valueAt(activation, above) - test::valueAt(activation, below)) / (above - below);
        const double rounding =
            std::numeric_limits<double>::epsilon() * std::abs(test::valueAt(activation, x)) / step;
        EXPECT_NEAR(test::derivativeAt(activation, x), slope,
                    1e-7 * activation.supDerivative() + rounding)
            << "at " << x;
    }
}

TEST_P(Derivative, StaysBelowItsSupremumAndReachesIt) {
    const Activation& activation = GetParam();
    std::vector<double> z{0};
    std::ranges::copy(activation.info->kinks, std::back_inserter(z));
    for (double x = 1e-8; x < 1e5; x *= 1.0003) {
        z.push_back(x);
        z.push_back(-x);
    }
    double largest = 0;
    for (const double slope : test::derivativeOf(activation, z)) {
        largest = std::max(largest, std::abs(slope));
    }
    EXPECT_LE(largest, activation.supDerivative() * (1 + 1e-12));
    EXPECT_GE(largest, activation.supDerivative() * (1 - 1e-6));
}

/// What a training pass takes for f and f'.
template <class Real>
void expectSameInTraining(const Activation& activation) {
    auto z = test::everyMagnitude<Real>();
    for (int i = -999; i <= 999; ++i) {
        z.push_back(static_cast<Real>(i * 0.0137));
    }
    std::vector<Real> f(z.size());
    std::vector<Real> slopes(z.size());
    activation.info->kernels<Real>().valueAndSlope(activation.leading<Real>(), z, f, slopes);
    EXPECT_EQ(f, test::valueOf(activation, z));
    const auto df = test::derivativeOf(activation, z);
    const double tolerance = 0x1p-23 * activation.supDerivative();
    for (std::size_t i = 0; i < z.size(); ++i) {
        ASSERT_NEAR(slopes[i], df[i], tolerance) << "at " << z[i];
        ASSERT_TRUE(df[i] != 0 || slopes[i] == 0) << "no gradient at " << z[i];
    }
}

TEST_P(Derivative, IsThatOfTrainingToo) {
    expectSameInTraining<float>(GetParam());
    expectSameInTraining<double>(GetParam());
}

INSTANTIATE_TEST_SUITE_P(Every, Derivative, testing::ValuesIn(test::everyActivation()),
                         test::ActivationName{});

/// Both precisions, and -0 as well as 0.
void expectSlopeAtZero(double expected, const Activation& activation) {
    const auto name = testing::PrintToString(activation);
    EXPECT_EQ(test::derivativeAt(activation, 0.0), expected) << name;
    EXPECT_EQ(test::derivativeAt(activation, -0.0), expected) << name;
    EXPECT_EQ(test::derivativeAt(activation, 0.0F), static_cast<float>(expected)) << name;
    EXPECT_EQ(test::derivativeAt(activation, -0.0F), static_cast<float>(expected)) << name;
}

TEST(DerivativeAtZero, IsPyTorchs) {
    using test::activation;
    expectSlopeAtZero(0, activation("relu"));
    expectSlopeAtZero(0.01, activation("leaky_relu"));
    expectSlopeAtZero(-0.5, activation("leaky_relu", -0.5));
    expectSlopeAtZero(0.25, activation("prelu"));
    expectSlopeAtZero(1, activation("elu"));
    expectSlopeAtZero(2.5, activation("elu", 2.5));
    expectSlopeAtZero(1.7580993408473768, activation("selu"));
    expectSlopeAtZero(1, activation("celu"));
    expectSlopeAtZero(1, activation("celu", 2.5));
    expectSlopeAtZero(0.5, activation("silu"));
    expectSlopeAtZero(0.5, activation("silu", 7));
    expectSlopeAtZero(0.5, activation("gelu"));
    expectSlopeAtZero(0.5, activation("gelu", 1));
    expectSlopeAtZero(0.6, activation("mish"));
    expectSlopeAtZero(0.5, activation("softplus"));
    expectSlopeAtZero(0.5, activation("softplus", 7));
    expectSlopeAtZero(1, activation("tanh"));
    expectSlopeAtZero(0.25, activation("sigmoid"));
    expectSlopeAtZero(1, activation("softsign"));
    expectSlopeAtZero(1, activation("hardtanh"));
    expectSlopeAtZero(0, activation("relu6"));
    expectSlopeAtZero(0.5, activation("hardswish"));
    expectSlopeAtZero(1.0 / 6, activation("hardsigmoid"));
    expectSlopeAtZero(1, activation("sine"));
    expectSlopeAtZero(1, activation("identity"));
}

TEST(DerivativeAtZero, HasItsSidesNextToIt) {
    const auto relu = test::activation("relu");
    constexpr float tiny = std::numeric_limits<float>::denorm_min();
    EXPECT_EQ(test::derivativeAt(relu, tiny), 1);
    EXPECT_EQ(test::valueAt(relu, tiny), tiny);
    EXPECT_EQ(test::derivativeAt(relu, -tiny), 0);
    EXPECT_EQ(test::derivativeAt(test::activation("leaky_relu", 0.25), -tiny), 0.25F);
    EXPECT_EQ(test::derivativeAt(test::activation("elu", 3), tiny), 1);
    EXPECT_EQ(test::derivativeAt(test::activation("elu", 3), -tiny), 3);
}

/// In both precisions: the slope just left of a kink, at it, and just right of it.
void expectSlopesAround(double kink, double below, double at, double above,
                        const Activation& activation) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const auto name = testing::PrintToString(activation);
    EXPECT_NEAR(test::derivativeAt(activation, std::nextafter(kink, -infinity)), below, 1e-15)
        << name;
    EXPECT_EQ(test::derivativeAt(activation, kink), at) << name;
    EXPECT_EQ(test::derivativeAt(activation, static_cast<float>(kink)), at) << name;
    EXPECT_NEAR(test::derivativeAt(activation, std::nextafter(kink, infinity)), above, 1e-15)
        << name;
}

TEST(DerivativeAtKinks, IsPyTorchs) {
    using test::activation;
    expectSlopesAround(-1, 0, 0, 1, activation("hardtanh"));
    expectSlopesAround(1, 1, 0, 0, activation("hardtanh"));
    expectSlopesAround(0, 0, 0, 1, activation("relu6"));
    expectSlopesAround(6, 1, 0, 0, activation("relu6"));
    expectSlopesAround(-3, 0, -0.5, -0.5, activation("hardswish"));
    expectSlopesAround(3, 1.5, 1.5, 1, activation("hardswish"));
    expectSlopesAround(-3, 0, 0, 1.0 / 6, activation("hardsigmoid"));
    expectSlopesAround(3, 1.0 / 6, 0, 0, activation("hardsigmoid"));
}

} // namespace
} // namespace reluscope

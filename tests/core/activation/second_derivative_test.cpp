// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/activation/every_activation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace reluscope {
namespace {

class SecondDerivative : public testing::TestWithParam<Activation> {};

/// Numbers at and beside which f' jumps, though not f: kinks of f itself, and the others.
std::vector<double> cornersOf(const Activation& activation) {
    std::vector<double> corners(activation.info->kinks.begin(), activation.info->kinks.end());
    if (activation.smoothness() != Smoothness::Smooth) {
        corners.push_back(0);
    }
    return corners;
}

std::vector<double> points(double bend) {
    std::vector<double> z;
    for (int i = -200; i <= 200; ++i) {
        z.push_back((i + 0.5) * 0.041);
        z.push_back((i + 0.5) * 0.041 * bend);
    }
    return z;
}

struct Difference {
    double slope;
    double rounding; ///< how far it may be off for the last bits of its values
};

/// The central difference of \p f at \p x.
template <class Function>
Difference differenceOf(const Function& f, double x, double step) {
    const double above = x + step;
    const double below = x - step;
    const double size = std::max(std::abs(f(above)), std::abs(f(below)));
    return {(f(above) - f(below)) / (above - below),
            4 * std::numeric_limits<double>::epsilon() * size / step};
}

TEST_P(SecondDerivative, IsTheCentralDifferenceOfTheFirst) {
    const Activation& activation = GetParam();
    const double bend = test::bendOf(activation);
    const double step = 1e-5 * bend;
    const double p = activation.parameters[0];
    for (const double x : points(bend)) {
        if (std::ranges::any_of(cornersOf(activation),
                                [&](double corner) { return std::abs(x - corner) <= step; })) {
            continue;
        }
        const auto first = [&](double z) { return test::derivativeAt(activation, z); };
        const auto [slope, rounding] = differenceOf(first, x, step);
        EXPECT_NEAR(activation.info->secondDerivative(x, p), slope,
                    1e-7 * activation.supDerivative() / bend + rounding)
            << "at " << x;
    }
}

TEST_P(SecondDerivative, IsFiniteForEveryNumber) {
    const Activation& activation = GetParam();
    for (const double x : test::everyMagnitude<double>()) {
        EXPECT_TRUE(std::isfinite(activation.info->secondDerivative(x, activation.parameters[0])))
            << x;
    }
}

TEST_P(SecondDerivative, ByALearnedParameterIsTheCentralDifference) {
    const Activation& activation = GetParam();
    const ActivationInfo& info = *activation.info;
    EXPECT_EQ(info.parameterDerivatives != nullptr, info.doublePrecision.learn != nullptr);
    if (info.parameterDerivatives == nullptr) {
        return;
    }
    const double p = activation.parameters[0];
    const double step = 1e-5 * std::max(1e-3, std::abs(p));
    const auto with = [&](double parameter) {
        Activation other = activation;
        other.parameters[0] = parameter;
        return other;
    };
    for (const double x : points(test::bendOf(activation))) {
        const ParameterDerivatives found = info.parameterDerivatives(x, p);
        const auto value =
            differenceOf([&](double own) { return test::valueAt(with(own), x); }, p, step);
        const auto slope =
            differenceOf([&](double own) { return test::derivativeAt(with(own), x); }, p, step);
        const auto first = differenceOf(
            [&](double own) { return info.parameterDerivatives(x, own).value; }, p, step);
        const double scale = 1e-7 * (1 + x * x) * (1 + std::abs(x));
        EXPECT_NEAR(found.value, value.slope, scale + value.rounding) << "at " << x;
        EXPECT_NEAR(found.slope, slope.slope, scale + slope.rounding) << "at " << x;
        EXPECT_NEAR(found.curvature, first.slope, scale + first.rounding) << "at " << x;
    }
}

INSTANTIATE_TEST_SUITE_P(All, SecondDerivative, testing::ValuesIn(test::everyActivation()),
                         test::ActivationName());

} // namespace
} // namespace reluscope

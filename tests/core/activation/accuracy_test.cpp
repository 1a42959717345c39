// SPDX-License-Identifier: GPL-3.0-or-later
// What float kernels make of a float, against what double kernels make of it.
#include "tests/core/activation/every_activation.h"
#include "tests/core/activation/ulps.h"

#include <gtest/gtest.h>

#include <vector>

namespace reluscope {
namespace {

/// Dense where functions bend, and far out to both sides in tails that fade away.
std::vector<float> arguments(const Activation& activation) {
    std::vector<float> all = test::everyMagnitude<float>();
    const double scale = test::bendOf(activation);
    for (int i = -6000; i <= 6000; ++i) {
        for (const double x : {i * 0.001237, i * 0.0193, i * 0.0193 * scale, i * 0.137 * scale}) {
            all.push_back(static_cast<float>(x));
        }
    }
    return all;
}

class Accuracy : public testing::TestWithParam<Activation> {};

TEST_P(Accuracy, FloatAgreesWithDouble) {
    const Activation& activation = GetParam();
    const auto z = arguments(activation);
    const std::vector<double> x(z.begin(), z.end());
    const auto f = test::valueOf(activation, z);
    const auto wideF = test::valueOf(activation, x);
    const auto slope = test::derivativeOf(activation, z);
    const auto wideSlope = test::derivativeOf(activation, x);
    for (std::size_t i = 0; i < z.size(); ++i) {
        ASSERT_LE(test::errorInUlps(f[i], wideF[i]), test::allowedUlps)
            << "f at " << z[i] << ": " << f[i] << " for " << wideF[i];
        const double term = test::largerTerm(activation, x[i], wideF[i], wideSlope[i]);
        ASSERT_LE(test::errorInUlps(slope[i], wideSlope[i], term), test::allowedUlps)
            << "f' at " << z[i] << ": " << slope[i] << " for " << wideSlope[i];
    }
}

INSTANTIATE_TEST_SUITE_P(Every, Accuracy, testing::ValuesIn(test::everyActivation()),
                         test::ActivationName{});

} // namespace
} // namespace reluscope

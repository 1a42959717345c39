// SPDX-License-Identifier: GPL-3.0-or-later
// What float kernels make of a float, against what double kernels make of it.
#include "tests/core/activation/every_activation.h"
#include "tests/core/activation/ulps.h"

#include <gtest/gtest.h>

#include <string_view>
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

void expectAgreement(const std::vector<float>& z, const std::vector<float>& singles,
                     const std::vector<double>& doubles, std::string_view what) {
    for (std::size_t i = 0; i < z.size(); ++i) {
        ASSERT_LE(test::errorInUlps(singles[i], doubles[i]), test::allowedUlps)
            << what << " at " << z[i] << ": " << singles[i] << " for " << doubles[i];
    }
}

class Accuracy : public testing::TestWithParam<Activation> {};

TEST_P(Accuracy, FloatAgreesWithDouble) {
    const Activation& activation = GetParam();
    const auto z = arguments(activation);
    const std::vector<double> doubles(z.begin(), z.end());
    expectAgreement(z, test::valueOf(activation, z), test::valueOf(activation, doubles), "f");
    expectAgreement(z, test::derivativeOf(activation, z), test::derivativeOf(activation, doubles),
                    "f'");
}

INSTANTIATE_TEST_SUITE_P(Every, Accuracy, testing::ValuesIn(test::everyActivation()),
                         test::ActivationName{});

} // namespace
} // namespace reluscope

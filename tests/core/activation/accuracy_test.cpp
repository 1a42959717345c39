// SPDX-License-Identifier: GPL-3.0-or-later
// Both precisions against long double, and float against double, in units in the last place.
#include "tests/core/activation/every_activation.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>
#include <map>
#include <string_view>

namespace reluscope {
namespace {

using Wide = long double;
using Formula = std::function<Wide(Wide x, Wide parameter)>;

struct Reference {
    Formula value;
    Formula derivative;
};

Wide sigmoid(Wide x) {
    return 1 / (1 + std::exp(-x));
}

Wide sigmoidSlope(Wide x) {
    return 1 / (2 + std::exp(x) + std::exp(-x));
}

/// The formulas of docs/definitions.md as they stand there: long double has the range and the
/// digits to bear that for every double below.
const std::map<std::string_view, Reference>& references() {
    static const std::map<std::string_view, Reference> all{
        {"identity", {[](Wide x, Wide) { return x; }, [](Wide, Wide) { return Wide{1}; }}},
        {"relu",
         {[](Wide x, Wide) { return std::max(Wide{0}, x); },
          [](Wide x, Wide) { return x > 0 ? Wide{1} : Wide{0}; }}},
        {"leaky_relu",
         {[](Wide x, Wide a) { return x > 0 ? x : a * x; },
          [](Wide x, Wide a) { return x > 0 ? Wide{1} : a; }}},
        {"elu",
         {[](Wide x, Wide a) { return x > 0 ? x : a * std::expm1(x); },
          [](Wide x, Wide a) { return x > 0 ? Wide{1} : a * std::exp(x); }}},
        {"silu",
         {[](Wide x, Wide b) { return x * sigmoid(b * x); },
          [](Wide x, Wide b) { return sigmoid(b * x) + b * x * sigmoidSlope(b * x); }}},
        {"sigmoid",
         {[](Wide x, Wide) { return sigmoid(x); }, [](Wide x, Wide) { return sigmoidSlope(x); }}},
        {"tanh",
         {[](Wide x, Wide) { return std::tanh(x); },
          [](Wide x, Wide) { return 4 * sigmoidSlope(2 * x); }}},
    };
    return all;
}

/// Dense where functions bend, and far out to both sides in tails that fade away.
template <class Real>
std::vector<Real> arguments(const Activation& activation) {
    std::vector<Real> all;
    const double scale = 1 / std::max(1.0, std::abs(activation.parameters[0]));
    for (int i = -6000; i <= 6000; ++i) {
        all.push_back(static_cast<Real>(i * 0.001237));
        all.push_back(static_cast<Real>(i * 0.0193));
        all.push_back(static_cast<Real>(i * 0.0193 * scale));
        all.push_back(static_cast<Real>(i * 0.137 * scale));
    }
    for (const Real x : test::everyMagnitude<Real>()) {
        all.push_back(x);
    }
    return all;
}

/// The distance between `x` and the next number of that type, away from 0.
template <class Real>
Wide spacing(Wide x) {
    const auto size = std::abs(static_cast<Real>(x));
    return static_cast<Wide>(
        std::max(std::nextafter(size, std::numeric_limits<Real>::infinity()) - size,
                 std::numeric_limits<Real>::denorm_min()));
}

template <class Real>
void expectWithinUlps(Wide ulps, const Activation& activation, const std::vector<Real>& z,
                      const std::vector<Real>& actual, const std::vector<Wide>& expected,
                      const char* what) {
    for (std::size_t i = 0; i < z.size(); ++i) {
        // What is too large for the type is its largest number.
        const Wide nearest = std::clamp<Wide>(expected[i], std::numeric_limits<Real>::lowest(),
                                              std::numeric_limits<Real>::max());
        const Wide error = std::abs(static_cast<Wide>(actual[i]) - nearest);
        ASSERT_LE(error, ulps * spacing<Real>(nearest))
            << what << " of " << testing::PrintToString(activation) << " at " << z[i] << ": "
            << actual[i] << " for " << expected[i] << ", " << error / spacing<Real>(expected[i])
            << " units in the last place";
    }
}

class Accuracy : public testing::TestWithParam<Activation> {};

template <class Real>
void compareWithReference(const Activation& activation, Wide ulps) {
    const auto found = references().find(activation.info->id);
    if (found == references().end()) {
        GTEST_SKIP() << "no reference; float is compared with double";
    }
    const auto z = arguments<Real>(activation);
    std::vector<Wide> f;
    std::vector<Wide> df;
    for (const Real x : z) {
        f.push_back(found->second.value(x, activation.parameters[0]));
        df.push_back(found->second.derivative(x, activation.parameters[0]));
    }
    expectWithinUlps<Real>(ulps, activation, z, test::valueOf(activation, z), f, "f");
    expectWithinUlps<Real>(ulps, activation, z, test::derivativeOf(activation, z), df, "f'");
}

TEST_P(Accuracy, DoubleFollowsTheDefinition) {
    compareWithReference<double>(GetParam(), 4);
}

TEST_P(Accuracy, FloatFollowsTheDefinition) {
    compareWithReference<float>(GetParam(), 4);
}

TEST_P(Accuracy, FloatAgreesWithDouble) {
    const Activation& activation = GetParam();
    const auto z = arguments<float>(activation);
    const std::vector<double> doubles(z.begin(), z.end());
    const auto f = test::valueOf(activation, doubles);
    const auto df = test::derivativeOf(activation, doubles);
    expectWithinUlps<float>(4, activation, z, test::valueOf(activation, z), {f.begin(), f.end()},
                            "f");
    expectWithinUlps<float>(4, activation, z, test::derivativeOf(activation, z),
                            {df.begin(), df.end()}, "f'");
}

INSTANTIATE_TEST_SUITE_P(Every, Accuracy, testing::ValuesIn(test::everyActivation()),
                         test::ActivationName{});

} // namespace
} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
// Plain loops, for which the compiler calls glibc's vector functions.
#include "tests/bench/elementwise.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace reluscope::bench {
namespace {

constexpr float seluScale = 1.0507009873554805F;
constexpr float seluAlpha = 1.6732632423543772F;
constexpr float halfSqrt2 = std::numbers::sqrt2_v<float> / 2;
constexpr float densityPeak = std::numbers::inv_sqrtpi_v<float> * halfSqrt2;

// Lambdas, for each() would call functions through a pointer; and both sides of a choice are
// computed first, so that the compiler sees that they may be.

constexpr auto logistic = [](float x) { return 1 / (1 + std::exp(-x)); };

constexpr auto logisticSlope = [](float x) {
    const float e = std::exp(-std::abs(x));
    return e / ((1 + e) * (1 + e));
};

constexpr auto elu = [](float x) {
    const float below = std::expm1(x);
    return x > 0 ? x : below;
};

constexpr auto eluSlope = [](float x) {
    const float below = std::exp(x);
    return x > 0 ? 1 : below;
};

constexpr auto normal = [](float x) { return std::erfc(-x * halfSqrt2) / 2; };

/// Beyond this x, mish is x to the last digit, and its squares do not overflow.
constexpr auto mishExponential = [](float x) { return std::exp(std::min(x, 20.0F)); };

[[maybe_unused]] const bool isRegistered = [] {
    addElementwise(
        "libmvec",
        {
            {"relu", each([](float x) { return std::max(x, 0.0F); }),
             each([](float x) { return x > 0 ? 1.0F : 0.0F; })},
            {"leaky_relu", each([](float x) { return x > 0 ? x : 0.01F * x; }),
             each([](float x) { return x > 0 ? 1.0F : 0.01F; })},
            {"prelu", each([](float x) { return x > 0 ? x : 0.25F * x; }),
             each([](float x) { return x > 0 ? 1.0F : 0.25F; })},
            {"elu", each(elu), each(eluSlope)},
            {"selu", each([](float x) {
                 return x > 0 ? seluScale * x : seluScale * seluAlpha * std::expm1(x);
             }),
             each([](float x) { return x > 0 ? seluScale : seluScale * seluAlpha * std::exp(x); })},
            {"celu", each(elu), each(eluSlope)},
            {"silu", each([](float x) { return x * logistic(x); }), each([](float x) {
                 const float gate = logistic(x);
                 return gate * (1 + x * (1 - gate));
             })},
            {"gelu", each([](float x) { return x * normal(x); }),
             each([](float x) { return normal(x) + x * densityPeak * std::exp(x * x * -0.5F); })},
            {"mish", each([](float x) {
                 const float e = mishExponential(x);
                 const float n = e * (e + 2);
                 return x * (n / (n + 2));
             }),
             each([](float x) {
                 const float e = mishExponential(x);
                 const float n = e * (e + 2);
                 const float root = n + 2;
                 return n / root + x * (4 * e * (1 + e) / (root * root));
             })},
            {"softplus",
             each([](float x) { return std::max(x, 0.0F) + std::log1p(std::exp(-std::abs(x))); }),
             each(logistic)},
            {"tanh", each([](float x) { return std::tanh(x); }),
             each([](float x) { return 4 * logisticSlope(2 * x); })},
            {"sigmoid", each(logistic), each(logisticSlope)},
            {"softsign", each([](float x) { return x / (1 + std::abs(x)); }),
             each([](float x) { return 1 / ((1 + std::abs(x)) * (1 + std::abs(x))); })},
            {"hardtanh", each([](float x) { return std::clamp(x, -1.0F, 1.0F); }),
             each([](float x) { return std::abs(x) < 1 ? 1.0F : 0.0F; })},
            {"relu6", each([](float x) { return std::clamp(x, 0.0F, 6.0F); }),
             each([](float x) { return x > 0 && x < 6 ? 1.0F : 0.0F; })},
            {"hardswish", each([](float x) { return x * std::clamp(x + 3, 0.0F, 6.0F) / 6; }),
             each([](float x) {
                 const float line = (2 * x + 3) / 6;
                 const float bounded = x > 3 ? 1.0F : line;
                 return x < -3 ? 0.0F : bounded;
             })},
            {"hardsigmoid", each([](float x) { return std::clamp(x + 3, 0.0F, 6.0F) / 6; }),
             each([](float x) { return std::abs(x) < 3 ? 1.0F / 6 : 0.0F; })},
            {"sine", each([](float x) { return std::sin(x); }),
             each([](float x) { return std::cos(x); })},
            {"identity", each([](float x) { return x; }), each([](float) { return 1.0F; })},
        });
    return true;
}();

} // namespace
} // namespace reluscope::bench

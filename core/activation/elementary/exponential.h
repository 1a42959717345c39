// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activation/elementary/arithmetic.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <limits>

/// e^x for x ≤ 0, which is all that the formulas need, after Cody and Waite 1980: x is n ln 2 + r
/// with |r| ≤ ln 2 / 2, and e^r a polynomial.
namespace reluscope::elementary {

/// Exponents end here, where e^x and even 2^15 e^x have long been 0 in `Real`.
template <class Real>
inline constexpr Real lowestExponent = -115;
template <>
inline constexpr double lowestExponent<double> = -11000;

/// Where even 2^90 e^x has.
template <class Real>
inline constexpr Real lowestFarExponent = -170;
template <>
inline constexpr double lowestFarExponent<double> = -11000;

/// x, or where exponents end.
template <class Real>
inline Real notBelowEnd(Real x) {
    constexpr Real end = lowestExponent<Real>;
    return x < end ? end : x;
}

/// −|x|, or `end` divided by the steepness that it is multiplied by: a finite number.
template <class Real>
inline Real below0(Real x, Real steepness = 1, Real end = lowestExponent<Real>) {
    const Real last = std::max(end / std::abs(steepness), std::numeric_limits<Real>::lowest());
    const Real y = -std::abs(x);
    return y < last ? last : y;
}

/// e^x as 1 + rest and two powers of two, which in the end scale what has become of the rest: so it
/// keeps its digits where e^x alone has lost some, or is 0.
template <class Real>
struct Power {
    Real rest;
    Real scale; ///< never denormal
    Real otherScale;

    Real value() const {
        const Real whole = scale * otherScale;
        return multiplyAdd(rest, whole, whole);
    }
    Real times(Real factor) const { return multiplyAdd(factor, rest, factor) * scale * otherScale; }
};

template <>
struct Power<double> {
    long double e;

    long double value() const { return e; }
    long double times(long double factor) const { return factor * e; }
};

/// Exponents come as one number or in two parts.
template <class Exponent>
inline constexpr bool isDouble =
    std::is_same_v<Exponent, double> || std::is_same_v<Exponent, Parts<double>>;

inline long double wide(double x) {
    return x;
}
inline long double wide(Parts<double> x) {
    return static_cast<long double>(x.high) + x.low;
}

inline float& highPart(float& x) {
    return x;
}
inline float& highPart(Parts<float>& x) {
    return x.high;
}

/// x = n ln 2 + rest.
struct Reduced {
    std::uint32_t biased; ///< ends in the bits of n + bias
    float rest;
};

/// x is a float, or one in two parts; `bias` is a whole number that keeps n + bias from being
/// negative.
template <class Exponent>
inline Reduced reduced(Exponent x, float bias) {
    constexpr bool inParts = std::is_same_v<Exponent, Parts<float>>;
    // Numbers this large are whole: what is added to it is rounded, and stands in the last bits.
    const float shift = 0x1.8p23F + bias;
    constexpr float perLn2 = 0x1.715476p0F;
    // n times the first part of ln 2 is exact.
    constexpr float ln2High = 0x1.62e4p-1F;
    constexpr float ln2Low = 0x1.7f7d1cp-20F;
    const float high = highPart(x);
    const float shifted = multiplyAdd(high, perLn2, shift);
    const float n = shifted - shift;
    float rest = multiplyAdd(n, -ln2High, high);
    if constexpr (inParts) {
        rest += x.low;
    }
    return {std::bit_cast<std::uint32_t>(shifted), multiplyAdd(n, -ln2Low, rest)};
}

/// e^r − 1 to 0.23 units in the last place before rounding; minimax.
inline float expMinus1Near0(float r) {
    const float curve = polynomial(r, 0.5F, 0.16666545F, 0.041666403F, 0.008366406F, 0.0013940658F);
    return multiplyAdd(r * r, curve, r);
}

/// 2^(k − 127), of which the last 9 bits of k are taken: it may stand below other bits.
inline float powerOfTwo(std::uint32_t k) {
    return std::bit_cast<float>(k << 23U);
}

/// e^x from where exponents end to 0, within 0.8 units in the last place; factors may be as large
/// as 2^15.
template <class Exponent>
inline auto power(Exponent x) {
    if constexpr (isDouble<Exponent>) {
        return Power<double>{std::exp(wide(x))};
    } else {
        const auto [biased, rest] = reduced(x, 127 + 40);
        return Power<float>{expMinus1Near0(rest), powerOfTwo(biased), 0x1p-40F};
    }
}

/// The same from where far exponents end; factors may be as large as 2^90.
template <class Exponent>
inline auto farPower(Exponent x) {
    if constexpr (isDouble<Exponent>) {
        return power(x);
    } else {
        const auto [biased, rest] = reduced(x, 2 * 127);
        const std::uint32_t half = biased >> 1U;
        return Power<float>{expMinus1Near0(rest), powerOfTwo(half), powerOfTwo(biased - half)};
    }
}

/// e^x − 1, and e^x, which is 0 where it would be denormal.
template <class Wide>
struct PowerMinus1 {
    Wide minus1;
    Wide power;
};

/// For x ≤ 0, within 1.2 units in the last place, near 0 as well (Tang 1992).
template <class Exponent>
inline auto powerMinus1(Exponent x) {
    if constexpr (isDouble<Exponent>) {
        return PowerMinus1<long double>{std::expm1(wide(x)), std::exp(wide(x))};
    } else {
        // From here on it is −1, and the scale that belongs to it 0.
        float& high = highPart(x);
        high = high < -88 ? -88 : high;
        const auto [biased, rest] = reduced(x, 127);
        const float scale = powerOfTwo(biased);
        const float grown = expMinus1Near0(rest);
        return PowerMinus1<float>{multiplyAdd(scale, grown, scale - 1),
                                  multiplyAdd(scale, grown, scale)};
    }
}

} // namespace reluscope::elementary

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

/// Exponents end here, where e^x and even 2^90 e^x have long been 0 in `Real`.
template <class Real>
inline constexpr Real lowestExponent = -170;
template <>
inline constexpr double lowestExponent<double> = -11000;

/// −|x|, or where exponents end if it is multiplied by `steepness`: a finite number.
template <class Real>
Real below0(Real x, Real steepness = 1) {
    const Real ending = lowestExponent<Real> / std::abs(steepness);
    const Real end = std::max(ending, std::numeric_limits<Real>::lowest());
    const Real y = -std::abs(x);
    return y < end ? end : y;
}

/// e^x as 1 + rest and two powers of two, which in the end scale what has become of the rest: so it
/// keeps its digits where e^x alone has lost some, or is 0.
template <class Real>
struct Power {
    Real rest;
    Real halfScale;
    Real otherHalf;

    Real value() const { return (1 + rest) * halfScale * otherHalf; }
    Real times(Real factor) const {
        return multiplyAdd(factor, rest, factor) * halfScale * otherHalf;
    }
};

template <>
struct Power<double> {
    long double e;

    long double value() const { return e; }
    long double times(long double factor) const { return factor * e; }
};

/// x = n ln 2 + rest.
struct Reduced {
    std::uint32_t biased; ///< ends in the bits of n + bias
    float rest;
};

/// `bias` is a whole number that keeps n + bias from being negative.
inline Reduced reduced(Parts<float> x, float bias) {
    // Numbers this large are whole: what is added to it is rounded, and stands in the last bits.
    const float shift = 0x1.8p23F + bias;
    constexpr float perLn2 = 0x1.715476p0F;
    // n times the first part of ln 2 is exact.
    constexpr float ln2High = 0x1.62e4p-1F;
    constexpr float ln2Low = 0x1.7f7d1cp-20F;
    const float shifted = multiplyAdd(x.high, perLn2, shift);
    const float n = shifted - shift;
    const float rest = multiplyAdd(n, -ln2High, x.high) + multiplyAdd(n, -ln2Low, x.low);
    return {std::bit_cast<std::uint32_t>(shifted), rest};
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

/// e^x for −170 ≤ x ≤ 0, within 0.8 units in the last place.
inline Power<float> power(Parts<float> x) {
    const auto [biased, rest] = reduced(x, 2 * 127);
    const std::uint32_t half = biased >> 1U;
    return {expMinus1Near0(rest), powerOfTwo(half), powerOfTwo(biased - half)};
}

inline Power<double> power(Parts<double> x) {
    return {std::exp(static_cast<long double>(x.high) + x.low)};
}

template <class Real>
Power<Real> power(Real x) {
    return power(Parts<Real>{x, 0});
}

/// e^x − 1, and e^x, which is 0 where it would be denormal.
template <class Wide>
struct PowerMinus1 {
    Wide minus1;
    Wide power;
};

/// For x ≤ 0, within 1.2 units in the last place, near 0 as well (Tang 1992).
inline PowerMinus1<float> powerMinus1(Parts<float> x) {
    // From here on it is −1, and the scale that belongs to it 0.
    x.high = x.high < -88 ? -88 : x.high;
    const auto [biased, rest] = reduced(x, 127);
    const float scale = powerOfTwo(biased);
    const float grown = expMinus1Near0(rest);
    return {multiplyAdd(scale, grown, scale - 1), multiplyAdd(scale, grown, scale)};
}

inline PowerMinus1<long double> powerMinus1(Parts<double> x) {
    const long double wide = static_cast<long double>(x.high) + x.low;
    return {std::expm1(wide), std::exp(wide)};
}

template <class Real>
auto powerMinus1(Real x) {
    return powerMinus1(Parts<Real>{x, 0});
}

} // namespace reluscope::elementary

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <type_traits>

/// What the formulas are made of. For float there is not a branch and not a call in it, so that
/// compilers turn a loop over a formula into vector code for every level of CPU; for double, which
/// only tests and gradient checks use, it asks the C library for the next larger type.
namespace reluscope::elementary {

/// The next larger type: it has the digits for the product of two numbers, and the range for what
/// becomes of it.
template <class Real>
using Wider = std::conditional_t<std::is_same_v<Real, float>, double, long double>;

/// What formulas compute in.
template <class Real>
using Working = std::conditional_t<std::is_same_v<Real, float>, float, long double>;

#ifdef __FMA__
inline constexpr bool hasFma = true;
#else
inline constexpr bool hasFma = false; ///< std::fma would be a call.
#endif

/// What sums that cancel are computed in where products are rounded.
template <class Real>
using Careful = std::conditional_t<hasFma, Working<Real>, Wider<Real>>;

/// a b + c, in one rounding where the CPU has it.
template <class Real>
Real multiplyAdd(Real a, Real b, Real c) {
    if constexpr (hasFma) {
        return std::fma(a, b, c);
    } else {
        return a * b + c;
    }
}

/// The coefficients begin with the constant.
template <class Real>
Real polynomial(Real, Real constant) {
    return constant;
}

template <class Real, class... Higher>
Real polynomial(Real x, Real constant, Higher... higher) {
    return multiplyAdd(polynomial(x, higher...), x, constant);
}

/// A number in two parts: `low` is what rounding took from `high`.
template <class Real>
struct Parts {
    Real high;
    Real low;
};

template <class Real>
Parts<Real> partsOf(Wider<Real> x) {
    const Real high = static_cast<Real>(x);
    return {high, static_cast<Real>(x - high)};
}

template <class Real>
Parts<Real> product(Real a, Real b) {
    if constexpr (hasFma && std::is_same_v<Real, float>) {
        const Real high = a * b;
        return {high, std::fma(a, b, -high)};
    } else {
        return partsOf<Real>(Wider<Real>{a} * b);
    }
}

/// For a divisor that a loop keeps: the division is by it alone.
template <class Real>
Parts<Real> quotient(Real x, Real divisor) {
    if constexpr (hasFma && std::is_same_v<Real, float>) {
        const Real inverse = 1 / divisor;
        const Real rest = std::fma(-inverse, divisor, Real{1}) * inverse;
        const Parts<Real> main = product(x, inverse);
        return {main.high, std::fma(x, rest, main.low)};
    } else {
        return partsOf<Real>(x * (1 / Wider<Real>{divisor}));
    }
}

/// 1 / (a + b) as if rounded once.
inline float inverseOfSum(float a, float b) {
    if constexpr (hasFma) {
        const float sum = a + b;
        const float added = sum - a;
        const float lost = a - (sum - added) + (b - added); // Knuth
        const float inverse = 1 / sum;
        const float error = std::fma(-inverse, sum, 1.0F) - lost * inverse;
        return std::fma(inverse, error, inverse);
    } else {
        return static_cast<float>(1 / (double{a} + b));
    }
}

} // namespace reluscope::elementary

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activation/activation.h"
#include "core/activation/elementary/exponential.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <type_traits>

/// One struct a function: its formula, its derivative, its zero set and what is known about it.
/// `table.cpp` makes a row of each. Written for float and double alike; exponents are kept at or
/// below 0, so that nothing overflows, and a NaN falls through every comparison into the result.
/// What a choice chooses from is computed before it: a choice within a choice is slower vector
/// code. `training` gives f and f' at once where they have much in common.
namespace reluscope::formulas {

using namespace elementary;

using Parameters = ActivationParameters;

/// f as `value` makes it, and f' to 2^-23 sup |f'|.
template <class Real>
struct ValueAndSlope {
    Real value;
    Real slope;
};

inline constexpr double kinkAtZero[]{0.0};

// Ranges of f: all numbers; from a on, or above it; between two, with or without them.
inline constexpr double infinity = std::numeric_limits<double>::infinity();
inline constexpr OutputRange anyNumber{-infinity, infinity, false, false};
constexpr OutputRange from(double lower) {
    return {lower, infinity, true, false};
}
constexpr OutputRange above(double lower) {
    return {lower, infinity, false, false};
}
constexpr OutputRange closed(double lower, double upper) {
    return {lower, upper, true, true};
}
constexpr OutputRange open(double lower, double upper) {
    return {lower, upper, false, false};
}

/// A constant derivative that still lets a NaN through.
template <class Real>
Real unlessNan(Real x, Real value) {
    return std::isnan(x) ? x : value;
}

/// As std::clamp; each choice looks at x alone, which takes one comparison in vector code.
template <class Real>
Real clamped(Real x, Real low, Real high) {
    const Real atLeast = x < low ? low : x;
    return x > high ? high : atLeast;
}

/// The nearest finite number, for formulas that would make ∞ / ∞ or 0 ∞ of an infinite x.
template <class Real>
Real bounded(Real x) {
    using Limits = std::numeric_limits<Real>;
    return clamped(x, Limits::lowest(), Limits::max());
}

/// x times a gate, where 0 ∞ is 0: the gate was 0 long before, or always.
template <class Real>
Real gated(Real x, Real gate) {
    return gate == 0 ? gate : x * gate;
}

/// σ(−|z|) and σ(|z|), whose sum is 1 and whose product is σ'(z).
template <class Wide>
struct Sides {
    Wide lower;
    Wide upper;

    /// σ'(z), as a difference that loses no digits.
    Wide slope() const { return multiplyAdd(-lower, lower, lower); }
};

/// Of e = e^−|z|. The difference is more exact than 1 / (1 + e) where e is small, for then the
/// roundings of 1 + e and of the quotient are.
template <class Wide>
Sides<Wide> logistic(Wide e) {
    const Wide upper = 1 - e / (1 + e);
    return {e * upper, upper};
}

/// σ(z), σ'(z) and σ''(z).
struct LogisticDerivatives {
    double value;
    double first;
    double second;
};

inline LogisticDerivatives logisticDerivatives(double z) {
    const Sides<double> sides = logistic(std::exp(-std::abs(z)));
    const double first = sides.slope();
    const double difference = first * (sides.upper - sides.lower);
    return {z < 0 ? sides.lower : sides.upper, first, z < 0 ? difference : -difference};
}

constexpr Learning sharedOrPerUnit(double perUnit) {
    return perUnit == 0 ? Learning::Shared : Learning::PerUnit;
}

} // namespace reluscope::formulas

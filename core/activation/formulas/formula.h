// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activation/activation.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <type_traits>

/// One struct a function: its formula, its derivative, its zero set and what is known about it.
/// `table.cpp` makes a row of each. Written for float and double alike; exponents are kept at or
/// below 0, so that nothing overflows, and a NaN falls through every comparison into the result.
namespace reluscope::formulas {

using Parameters = ActivationParameters;

inline constexpr double kinkAtZero[]{0.0};

/// A constant derivative that still lets a NaN through.
template <class Real>
Real unlessNan(Real x, Real value) {
    return std::isnan(x) ? x : value;
}

/// The next larger type, for exponents that are products, tails that a factor lifts, and formulas
/// whose roundings would add up to more than the accuracy that we promise: it has the digits for
/// the product of two numbers, and the range for what becomes of it.
template <class Real>
using Wider = std::conditional_t<std::is_same_v<Real, float>, double, long double>;

/// The nearest finite number, for formulas that would make ∞ / ∞ or 0 ∞ of an infinite x. Widened
/// first, what is made of it stays finite, too.
template <class Real>
Real bounded(Real x) {
    using Limits = std::numeric_limits<Real>;
    return std::clamp(x, Limits::lowest(), Limits::max());
}

/// x times a gate, where 0 ∞ is 0: the gate was 0 long before, or always.
template <class Real>
Real gated(Real x, Real gate) {
    return gate == 0 ? gate : x * gate;
}

/// σ(x) = 1 / (1 + e⁻ˣ).
template <class Real>
Real logistic(Real x) {
    const Real e = std::exp(-std::abs(x));
    return (x < 0 ? e : Real{1}) / (1 + e);
}

/// σ'(x) as e / (1 + e)² rather than σ (1 − σ), which loses all digits where σ rounds to 1.
template <class Real>
Real logisticSlope(Real x) {
    const Real e = std::exp(-std::abs(x));
    return e / ((1 + e) * (1 + e));
}

constexpr Learning sharedOrPerUnit(double perUnit) {
    return perUnit == 0 ? Learning::Shared : Learning::PerUnit;
}

} // namespace reluscope::formulas

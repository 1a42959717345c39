// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activation/activation.h"

#include <algorithm>
#include <cmath>
#include <type_traits>

/// One struct a function: its formula, its derivative, its zero set and what is known about it.
/// `table.cpp` makes a row of each. Written for float and double alike; exponents are kept at or
/// below 0, so that nothing overflows, and a NaN falls through every comparison into the result.
namespace reluscope::formulas {

using Parameters = ActivationParameters;

/// A constant derivative that still lets a NaN through.
template <class Real>
Real unlessNan(Real x, Real value) {
    return std::isnan(x) ? x : value;
}

/// The next larger type, for exponents that are products and tails that a factor lifts: it has the
/// digits for the product of two numbers, and the range for what becomes of it.
template <class Real>
using Wider = std::conditional_t<std::is_same_v<Real, float>, double, long double>;

inline constexpr double kinkAtZero[]{0.0};

constexpr Learning sharedOrPerUnit(double perUnit) {
    return perUnit == 0 ? Learning::Shared : Learning::PerUnit;
}

struct Identity {
    static constexpr std::string_view id = "identity";
    static constexpr std::string_view name = "identity";
    static constexpr std::string_view formula = "f(x) = x";
    static constexpr std::string_view derivativeFormula = "f'(x) = 1";
    static constexpr std::string_view range = "(−∞, ∞)";
    static constexpr Smoothness smoothness = Smoothness::Smooth;
    static constexpr bool monotone = true;

    template <class Real>
    static Real value(Real x, Real) {
        return x;
    }
    template <class Real>
    static Real derivative(Real x, Real) {
        return unlessNan(x, Real{1});
    }
    static double supDerivative(double) { return 1; }
};

struct Relu {
    static constexpr std::string_view id = "relu";
    static constexpr std::string_view name = "ReLU";
    static constexpr std::string_view formula = "f(x) = max(0, x)";
    static constexpr std::string_view derivativeFormula = "f'(x) = 1 if x > 0, else 0";
    static constexpr std::string_view range = "[0, ∞)";
    static constexpr std::string_view noGradientWhere = "z ≤ 0";
    static constexpr std::span<const double> kinks{kinkAtZero};
    static constexpr Smoothness smoothness = Smoothness::Kinked;
    static constexpr bool monotone = true;

    template <class Real>
    static Real value(Real x, Real) {
        return x <= 0 ? Real{0} : x;
    }
    template <class Real>
    static Real derivative(Real x, Real) {
        return x <= 0 ? Real{0} : unlessNan(x, Real{1});
    }
    template <class Real>
    static bool inZeroSet(Real x, Real) {
        return x <= 0;
    }
    static double supDerivative(double) { return 1; }
};

struct LeakyRelu {
    static constexpr std::string_view id = "leaky_relu";
    static constexpr std::string_view name = "Leaky ReLU";
    static constexpr std::string_view formula = "f(x) = x if x > 0, else a x";
    static constexpr std::string_view derivativeFormula = "f'(x) = 1 if x > 0, else a";
    static constexpr ActivationParameter parameters[]{
        {.id = "negative_slope", .symbol = "a", .initial = 0.01, .minimum = -1, .maximum = 1}};
    static constexpr std::string_view range = "(−∞, ∞)";
    static constexpr std::string_view noGradientWhere = "z ≤ 0, if a = 0";
    static constexpr std::span<const double> kinks{kinkAtZero};
    static constexpr Smoothness smoothness = Smoothness::Kinked;
    static constexpr bool monotone = true;

    template <class Real>
    static Real value(Real x, Real slope) {
        return x <= 0 ? slope * x : x;
    }
    template <class Real>
    static Real derivative(Real x, Real slope) {
        return x <= 0 ? slope : unlessNan(x, Real{1});
    }
    template <class Real>
    static bool inZeroSet(Real x, Real slope) {
        return x <= 0 && slope == 0;
    }
    static double supDerivative(double slope) { return std::max(1.0, std::abs(slope)); }
};

/// He et al. 2015: a leaky ReLU whose slope is learned.
struct Prelu : LeakyRelu {
    static constexpr std::string_view id = "prelu";
    static constexpr std::string_view name = "PReLU";
    static constexpr std::string_view formula = "f(x) = x if x > 0, else a x; a is learned";
    static constexpr ActivationParameter parameters[]{
        {.id = "init", .symbol = "a", .initial = 0.25, .minimum = -1, .maximum = 1},
        {.id = "per_unit",
         .symbol = {},
         .initial = 0,
         .minimum = 0,
         .maximum = 1,
         .choices = offOrOn}};

    template <class Real>
    static Real parameterDerivative(Real x, Real) {
        return x <= 0 ? x : unlessNan(x, Real{0});
    }
    static Learning learning(const Parameters& p) { return sharedOrPerUnit(p[1]); }
};

/// Clevert et al. 2015. At 0 the derivative is a: PyTorch takes the branch x ≤ 0.
struct Elu {
    static constexpr std::string_view id = "elu";
    static constexpr std::string_view name = "ELU";
    static constexpr std::string_view formula = "f(x) = x if x > 0, else a (eˣ − 1)";
    static constexpr std::string_view derivativeFormula = "f'(x) = 1 if x > 0, else a eˣ";
    static constexpr ActivationParameter parameters[]{
        {.id = "alpha", .symbol = "a", .initial = 1, .minimum = 0.001, .maximum = 100}};
    static constexpr std::string_view range = "(−a, ∞)";
    static constexpr std::span<const double> kinks{kinkAtZero};
    static constexpr Smoothness smoothness = Smoothness::OnceSmooth;
    static constexpr bool monotone = true;

    template <class Real>
    static Real value(Real x, Real alpha) {
        return x > 0 ? x : alpha * std::expm1(x);
    }
    template <class Real>
    static Real derivative(Real x, Real alpha) {
        return x > 0 ? Real{1} : static_cast<Real>(alpha * std::exp(Wider<Real>{x}));
    }
    static double supDerivative(double alpha) { return std::max(1.0, alpha); }
};

struct Sigmoid {
    static constexpr std::string_view id = "sigmoid";
    static constexpr std::string_view name = "sigmoid";
    static constexpr std::string_view formula = "f(x) = 1 / (1 + e⁻ˣ)";
    static constexpr std::string_view derivativeFormula = "f'(x) = f(x) (1 − f(x))";
    static constexpr std::string_view range = "(0, 1)";
    static constexpr Smoothness smoothness = Smoothness::Smooth;
    static constexpr bool monotone = true;

    template <class Real>
    static Real value(Real x, Real = 0) {
        const Real e = std::exp(-std::abs(x));
        return (x < 0 ? e : Real{1}) / (1 + e);
    }
    /// e / (1 + e)² rather than f (1 − f), which loses all digits where f rounds to 1.
    template <class Real>
    static Real derivative(Real x, Real = 0) {
        const Real e = std::exp(-std::abs(x));
        return e / ((1 + e) * (1 + e));
    }
    static double supDerivative(double) { return 0.25; }
};

/// Swish (Ramachandran et al. 2017), its b given or learned; PyTorch's `silu` where b = 1.
struct Silu {
    static constexpr std::string_view id = "silu";
    static constexpr std::string_view name = "Swish (SiLU)";
    static constexpr std::string_view formula = "f(x) = x σ(b x)";
    static constexpr std::string_view derivativeFormula = "f'(x) = σ(b x) + b x σ'(b x)";
    static constexpr ActivationParameter parameters[]{
        {.id = "beta", .symbol = "b", .initial = 1, .minimum = 0, .maximum = 100},
        {.id = "learn_beta",
         .symbol = {},
         .initial = 0,
         .minimum = 0,
         .maximum = 1,
         .choices = offOrOn},
        {.id = "per_unit",
         .symbol = {},
         .initial = 0,
         .minimum = 0,
         .maximum = 1,
         .choices = offOrOn}};
    static constexpr std::string_view range = "[−0.278 / b, ∞)";
    static constexpr Smoothness smoothness = Smoothness::Smooth;
    static constexpr bool monotone = false;

    template <class Real>
    static Real value(Real x, Real beta) {
        const Wider<Real> wide = x;
        return static_cast<Real>(wide * Sigmoid::value(beta * wide));
    }
    template <class Real>
    static Real derivative(Real x, Real beta) {
        const Wider<Real> z = beta * Wider<Real>{x};
        return static_cast<Real>(Sigmoid::value(z) + z * Sigmoid::derivative(z));
    }
    template <class Real>
    static Real parameterDerivative(Real x, Real beta) {
        const Wider<Real> wide = x;
        return static_cast<Real>(wide * wide * Sigmoid::derivative(beta * wide));
    }
    static double supDerivative(double beta) { return beta == 0 ? 0.5 : 1.0998393201288669; }
    static Learning learning(const Parameters& p) {
        return p[1] == 0 ? Learning::None : sharedOrPerUnit(p[2]);
    }
};

struct Tanh {
    static constexpr std::string_view id = "tanh";
    static constexpr std::string_view name = "tanh";
    static constexpr std::string_view formula = "f(x) = tanh x";
    static constexpr std::string_view derivativeFormula = "f'(x) = 1 − tanh² x";
    static constexpr std::string_view range = "(−1, 1)";
    static constexpr Smoothness smoothness = Smoothness::Smooth;
    static constexpr bool monotone = true;

    template <class Real>
    static Real value(Real x, Real) {
        return std::tanh(x);
    }
    /// 4e / (1 + e)² with e = e^−2|x| rather than 1 − tanh², which is 0 beyond |x| = 9.
    template <class Real>
    static Real derivative(Real x, Real) {
        return 4 * Sigmoid::derivative(2 * x);
    }
    static double supDerivative(double) { return 1; }
};

} // namespace reluscope::formulas

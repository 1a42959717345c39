// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activation/formulas/formula.h"

/// From one level to another, without a corner.
namespace reluscope::formulas {

struct Tanh {
    static constexpr std::string_view id = "tanh";
    static constexpr std::string_view name = "tanh";
    static constexpr std::string_view formula = "f(x) = tanh x";
    static constexpr std::string_view derivativeFormula = "f'(x) = 1 − tanh² x";
    static constexpr std::string_view range = "(−1, 1)";
    static constexpr OutputRange outputs = open(-1, 1);
    static constexpr std::string_view torchModule = "nn.Tanh()";
    static constexpr std::string_view torchInPlace = "torch.tanh_";
    static constexpr Smoothness smoothness = Smoothness::Smooth;
    static constexpr bool monotone = true;

    template <class Real>
    static Real value(Real x, Real p) {
        return training(x, p).value;
    }
    /// 4 σ(−2|x|) (1 − σ(−2|x|)) rather than 1 − tanh², which is 0 beyond |x| = 9.
    template <class Real>
    static Real derivative(Real x, Real) {
        const auto e = power(2 * below0(x, Real{2}));
        const auto lower4 = e.times(4) * logistic(e.value()).upper;
        return static_cast<Real>(multiplyAdd(-lower4 / 4, lower4, lower4));
    }
    template <class Real>
    static ValueAndSlope<Real> training(Real x, Real) {
        // e − 1 keeps its digits near 0.
        const auto [minus1, e] = powerMinus1(-2 * std::abs(x));
        const auto inverse = 1 / (2 + minus1);
        const auto lower = e * inverse;
        return {std::copysign(static_cast<Real>(minus1 * inverse), x),
                static_cast<Real>(4 * multiplyAdd(-lower, lower, lower))};
    }
    static double secondDerivative(double x, double p) {
        return -2 * std::tanh(x) * derivative(x, p);
    }
    static double supDerivative(double) { return 1; }
};

struct Sigmoid {
    static constexpr std::string_view id = "sigmoid";
    static constexpr std::string_view name = "sigmoid";
    static constexpr std::string_view formula = "f(x) = 1 / (1 + e⁻ˣ)";
    static constexpr std::string_view derivativeFormula = "f'(x) = f(x) (1 − f(x))";
    static constexpr std::string_view range = "(0, 1)";
    static constexpr OutputRange outputs = open(0, 1);
    static constexpr std::string_view torchModule = "nn.Sigmoid()";
    static constexpr std::string_view torchInPlace = "torch.sigmoid_";
    static constexpr Smoothness smoothness = Smoothness::Smooth;
    static constexpr bool monotone = true;

    template <class Real>
    static Real value(Real x, Real) {
        const auto sides = logistic(power(below0(x)).value());
        return static_cast<Real>(x < 0 ? sides.lower : sides.upper);
    }
    /// As e / (1 + e)² rather than σ (1 − σ), which loses all digits where σ rounds to 1.
    template <class Real>
    static Real derivative(Real x, Real) {
        const auto sides = logistic(power(below0(x)).value());
        return static_cast<Real>(sides.slope());
    }
    template <class Real>
    static ValueAndSlope<Real> training(Real x, Real) {
        const auto sides = logistic(power(below0(x)).value());
        return {static_cast<Real>(x < 0 ? sides.lower : sides.upper),
                static_cast<Real>(sides.slope())};
    }
    static double secondDerivative(double x, double) { return logisticDerivatives(x).second; }
    static double supDerivative(double) { return 0.25; }
};

struct Softsign {
    static constexpr std::string_view id = "softsign";
    static constexpr std::string_view name = "softsign";
    static constexpr std::string_view formula = "f(x) = x / (1 + |x|)";
    static constexpr std::string_view derivativeFormula = "f'(x) = 1 / (1 + |x|)²";
    static constexpr std::string_view range = "(−1, 1)";
    static constexpr OutputRange outputs = open(-1, 1);
    static constexpr std::string_view torchModule = "nn.Softsign()";
    static constexpr Smoothness smoothness = Smoothness::OnceSmooth;
    static constexpr bool monotone = true;

    template <class Real>
    static Real value(Real x, Real) {
        constexpr Real largest = std::numeric_limits<Real>::max();
        const Real finite = std::abs(x) > largest ? largest : std::abs(x); // ∞ / ∞ is none
        return std::copysign(finite / (1 + finite), x);
    }
    template <class Real>
    static Real derivative(Real x, Real) {
        const auto root = 1 / (1 + std::abs(x));
        return root * root;
    }
    static double secondDerivative(double x, double) {
        const double root = 1 / (1 + std::abs(x));
        return std::copysign(2 * root * root * root, -x);
    }
    static double supDerivative(double) { return 1; }
};

} // namespace reluscope::formulas

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
    static constexpr std::string_view torchModule = "nn.Tanh()";
    static constexpr Smoothness smoothness = Smoothness::Smooth;
    static constexpr bool monotone = true;

    template <class Real>
    static Real value(Real x, Real) {
        return std::tanh(x);
    }
    /// 4e / (1 + e)² with e = e^−2|x| rather than 1 − tanh², which is 0 beyond |x| = 9.
    template <class Real>
    static Real derivative(Real x, Real) {
        return static_cast<Real>(4 * logisticSlope(2 * Wider<Real>{x}));
    }
    static double supDerivative(double) { return 1; }
};

struct Sigmoid {
    static constexpr std::string_view id = "sigmoid";
    static constexpr std::string_view name = "sigmoid";
    static constexpr std::string_view formula = "f(x) = 1 / (1 + e⁻ˣ)";
    static constexpr std::string_view derivativeFormula = "f'(x) = f(x) (1 − f(x))";
    static constexpr std::string_view range = "(0, 1)";
    static constexpr std::string_view torchModule = "nn.Sigmoid()";
    static constexpr Smoothness smoothness = Smoothness::Smooth;
    static constexpr bool monotone = true;

    template <class Real>
    static Real value(Real x, Real) {
        return logistic(x);
    }
    template <class Real>
    static Real derivative(Real x, Real) {
        return static_cast<Real>(logisticSlope(Wider<Real>{x}));
    }
    static double supDerivative(double) { return 0.25; }
};

struct Softsign {
    static constexpr std::string_view id = "softsign";
    static constexpr std::string_view name = "softsign";
    static constexpr std::string_view formula = "f(x) = x / (1 + |x|)";
    static constexpr std::string_view derivativeFormula = "f'(x) = 1 / (1 + |x|)²";
    static constexpr std::string_view range = "(−1, 1)";
    static constexpr std::string_view torchModule = "nn.Softsign()";
    static constexpr Smoothness smoothness = Smoothness::OnceSmooth;
    static constexpr bool monotone = true;

    template <class Real>
    static Real value(Real x, Real) {
        const Real finite = bounded(x);
        return finite / (1 + std::abs(finite));
    }
    template <class Real>
    static Real derivative(Real x, Real) {
        const auto root = 1 / (1 + std::abs(Wider<Real>{x}));
        return static_cast<Real>(root * root);
    }
    static double supDerivative(double) { return 1; }
};

} // namespace reluscope::formulas

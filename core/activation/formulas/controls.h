// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activation/formulas/formula.h"

/// What other functions are compared with: one that does not bend, and one that never settles.
namespace reluscope::formulas {

struct Identity {
    static constexpr std::string_view id = "identity";
    static constexpr std::string_view name = "identity";
    static constexpr std::string_view formula = "f(x) = x";
    static constexpr std::string_view derivativeFormula = "f'(x) = 1";
    static constexpr std::string_view range = "(−∞, ∞)";
    static constexpr std::string_view torchModule = "nn.Identity()";
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

struct Sine {
    static constexpr std::string_view id = "sine";
    static constexpr std::string_view name = "sine";
    static constexpr std::string_view formula = "f(x) = sin x";
    static constexpr std::string_view derivativeFormula = "f'(x) = cos x";
    static constexpr std::string_view range = "[−1, 1]";
    static constexpr std::string_view torchModule = "Sine()";
    static constexpr Smoothness smoothness = Smoothness::Smooth;
    static constexpr bool monotone = false;

    template <class Real>
    static Real value(Real x, Real) {
        return std::sin(x);
    }
    template <class Real>
    static Real derivative(Real x, Real) {
        return std::cos(x);
    }
    static double supDerivative(double) { return 1; }
};

} // namespace reluscope::formulas

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activation/elementary/sine.h"
#include "core/activation/formulas/formula.h"

#include <cstdint>

/// What other functions are compared with: one that does not bend, and one that never settles.
namespace reluscope::formulas {

struct Identity {
    static constexpr std::string_view id = "identity";
    static constexpr std::string_view name = "identity";
    static constexpr std::string_view formula = "f(x) = x";
    static constexpr std::string_view derivativeFormula = "f'(x) = 1";
    static constexpr std::string_view range = "(−∞, ∞)";
    static constexpr OutputRange outputs = anyNumber;
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
    static constexpr OutputRange outputs = closed(-1, 1);
    static constexpr std::string_view torchModule = "Sine()";
    static constexpr std::string_view torchInPlace = "torch.sin_";
    static constexpr Smoothness smoothness = Smoothness::Smooth;
    static constexpr bool monotone = false;

    /// For vector loops, and float alone.
    struct Near {
        static float value(float x, float) { return nearSine(x, 0); }
        static float derivative(float x, float) { return nearSine(x, 1); }
    };

    struct Anywhere {
        static float value(float x, float p) { return isNear(x) ? Near::value(x, p) : std::sin(x); }
        static float derivative(float x, float p) {
            return isNear(x) ? Near::derivative(x, p) : std::cos(x);
        }
        static double value(double x, double) { return std::sin(x); }
        static double derivative(double x, double) { return std::cos(x); }
    };

    template <class Visit>
    static void choose(std::span<const float>, std::span<const float> z, Visit visit) {
        std::uint32_t areFar = 0; // as wide as a float, for vector code
        for (const float x : z) {
            areFar |= static_cast<std::uint32_t>(!isNear(x));
        }
        if (areFar == 0) {
            visit(Near{});
        } else {
            visit(Anywhere{});
        }
    }
    template <class Visit>
    static void choose(std::span<const double>, std::span<const double>, Visit visit) {
        visit(Anywhere{});
    }
    static double secondDerivative(double x, double) { return -std::sin(x); }
    static double supDerivative(double) { return 1; }

  private:
    static bool isNear(float x) { return std::abs(x) <= farFrom0; }
};

} // namespace reluscope::formulas

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activation/formulas/formula.h"

#include <numbers>

/// x times a gate that opens from 0 to 1.
namespace reluscope::formulas {

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
        return static_cast<Real>(gated(Wider<Real>{x}, logistic(scaled(x, beta))));
    }
    template <class Real>
    static Real derivative(Real x, Real beta) {
        const auto z = scaled(x, beta);
        return static_cast<Real>(logistic(z) + z * logisticSlope(z));
    }
    template <class Real>
    static Real parameterDerivative(Real x, Real beta) {
        const Wider<Real> wide = x;
        return static_cast<Real>(gated(wide * wide, logisticSlope(scaled(x, beta))));
    }
    /// f' at x = 2.399357 / b, where f'' is 0: the root of z tanh(z / 2) = 2, to 30 digits by
    /// mpmath.
    static double supDerivative(double beta) { return beta == 0 ? 0.5 : 1.0998393201288669; }
    static Learning learning(const Parameters& p) {
        return p[1] == 0 ? Learning::None : sharedOrPerUnit(p[2]);
    }
    static std::string_view torchModule(const Parameters& p) {
        if (p[1] != 0) {
            return "LearnedSwish({units}, {beta})";
        }
        return p[0] == 1 ? "nn.SiLU()" : "Swish({beta})";
    }

  private:
    template <class Real>
    static Wider<Real> scaled(Real x, Real beta) {
        return beta * Wider<Real>{bounded(x)};
    }
};

/// Hendrycks and Gimpel 2016, Φ and φ being the normal distribution and its density; or with their
/// (1 + tanh u) / 2 = σ(2u) in place of Φ, and then its own derivative.
struct Gelu {
    static constexpr std::string_view id = "gelu";
    static constexpr std::string_view name = "GELU";
    static constexpr std::string_view formula =
        "f(x) = x Φ(x); tanh: x σ(2u), u = √(2/π) (x + 0.044715 x³)";
    static constexpr std::string_view derivativeFormula =
        "f'(x) = Φ(x) + x φ(x); tanh: σ(2u) + 2 x u' σ'(2u)";
    static constexpr std::array<std::string_view, 2> noneOrTanh{"none", "tanh"};
    static constexpr ActivationParameter parameters[]{{.id = "approximate",
                                                       .symbol = {},
                                                       .initial = 0,
                                                       .minimum = 0,
                                                       .maximum = 1,
                                                       .choices = noneOrTanh}};
    static constexpr std::string_view range = "[−0.17, ∞)";
    static constexpr std::string_view torchModule = "nn.GELU(approximate=\"{approximate}\")";
    static constexpr Smoothness smoothness = Smoothness::Smooth;
    static constexpr bool monotone = false;

    template <class Real>
    static Real value(Real x, Real approximate) {
        const Wider<Real> wide = x;
        return static_cast<Real>(
            gated(wide, approximate == 0 ? normal(wide) : logistic(exponent(wide))));
    }
    template <class Real>
    static Real derivative(Real x, Real approximate) {
        const Wider<Real> wide = bounded(x);
        return static_cast<Real>(approximate == 0 ? normal(wide) + wide * density(wide)
                                                  : logistic(exponent(wide)) +
                                                        wide * exponentSlope(wide) *
                                                            logisticSlope(exponent(wide)));
    }
    /// f' where f'' is 0: at √2 for Φ itself, at 1.418504 for the tanh; to 30 digits by mpmath,
    /// from findroot on the second derivative.
    static double supDerivative(double approximate) {
        return approximate == 0 ? 1.1289041451851548 : 1.1289930686587718;
    }

  private:
    static constexpr long double cubic = 0.044715L;

    /// Φ, from the tail that keeps its digits.
    template <class Wide>
    static Wide normal(Wide x) {
        return std::erfc(-x * (std::numbers::sqrt2_v<Wide> / 2)) / 2;
    }
    template <class Wide>
    static Wide density(Wide x) {
        constexpr Wide peak = std::numbers::inv_sqrtpi_v<Wide> / std::numbers::sqrt2_v<Wide>;
        return peak * std::exp(-x * x / 2);
    }
    /// 2u: (1 + tanh u) / 2 is σ(2u), which keeps its digits where tanh u is near −1.
    template <class Wide>
    static Wide exponent(Wide x) {
        return steepness<Wide> * x * (1 + static_cast<Wide>(cubic) * x * x);
    }
    template <class Wide>
    static Wide exponentSlope(Wide x) {
        return steepness<Wide> * (1 + 3 * static_cast<Wide>(cubic) * x * x);
    }
    template <class Wide>
    static constexpr Wide steepness =
        2 * std::numbers::sqrt2_v<Wide>* std::numbers::inv_sqrtpi_v<Wide>;
};

/// Misra 2019. With e = eˣ, tanh(ln(1 + e)) is (e² + 2e) / (e² + 2e + 2): a quotient of sums that
/// cancel nowhere. For x > 0 both are taken in e⁻ˣ, which does not overflow.
struct Mish {
    static constexpr std::string_view id = "mish";
    static constexpr std::string_view name = "Mish";
    static constexpr std::string_view formula = "f(x) = x tanh(ln(1 + eˣ))";
    static constexpr std::string_view derivativeFormula =
        "f'(x) = t + x (1 − t²) σ(x), t = tanh(ln(1 + eˣ))";
    static constexpr std::string_view range = "[−0.309, ∞)";
    static constexpr std::string_view torchModule = "nn.Mish()";
    static constexpr Smoothness smoothness = Smoothness::Smooth;
    static constexpr bool monotone = false;

    template <class Real>
    static Real value(Real x, Real) {
        const Wider<Real> wide = x;
        return static_cast<Real>(gated(wide, gate(wide)));
    }
    template <class Real>
    static Real derivative(Real x, Real) {
        const Wider<Real> wide = bounded(x);
        return static_cast<Real>(gate(wide) + wide * gateSlope(wide));
    }
    /// f' at 1.490571, where f'' is 0; to 30 digits by mpmath, from findroot on f''.
    static double supDerivative(double) { return 1.0884981612517279; }

  private:
    template <class Wide>
    static Wide gate(Wide x) {
        const Wide e = std::exp(-std::abs(x));
        return x < 0 ? e * (e + 2) / (e * (e + 2) + 2) : (1 + 2 * e) / (1 + 2 * e * (1 + e));
    }
    /// 4 e (1 + e) / (e² + 2e + 2)².
    template <class Wide>
    static Wide gateSlope(Wide x) {
        const Wide e = std::exp(-std::abs(x));
        const Wide root = x < 0 ? e * (e + 2) + 2 : 1 + 2 * e * (1 + e);
        return 4 * (x < 0 ? e : e * e) * (1 + e) / (root * root);
    }
};

} // namespace reluscope::formulas

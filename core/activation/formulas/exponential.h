// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activation/formulas/formula.h"

/// Rectifiers whose left side levels off exponentially.
namespace reluscope::formulas {

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
    static constexpr std::string_view torchModule = "nn.ELU({alpha})";
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

/// Klambauer et al. 2017: an ELU whose two constants keep mean 0 and variance 1 from layer to
/// layer.
struct Selu {
    static constexpr std::string_view id = "selu";
    static constexpr std::string_view name = "SELU";
    static constexpr std::string_view formula =
        "f(x) = s x if x > 0, else s a (eˣ − 1); a = 1.67326, s = 1.0507";
    static constexpr std::string_view derivativeFormula = "f'(x) = s if x > 0, else s a eˣ";
    static constexpr std::string_view range = "(−1.758, ∞)";
    static constexpr std::span<const double> kinks{kinkAtZero};
    static constexpr std::string_view torchModule = "nn.SELU()";
    static constexpr Smoothness smoothness = Smoothness::Kinked;
    static constexpr bool monotone = true;

    static constexpr long double alpha = 1.6732632423543772L;
    static constexpr long double scale = 1.0507009873554805L;

    template <class Real>
    static Real value(Real x, Real) {
        using Wide = Wider<Real>;
        constexpr auto lower = static_cast<Wide>(scale * alpha);
        if (x > 0) {
            // The largest numbers would become infinite; infinity itself does.
            const Wide line = static_cast<Wide>(scale) * Wide{x};
            return std::isinf(x) ? x : static_cast<Real>(std::min(line, largest<Real>));
        }
        return static_cast<Real>(lower * std::expm1(Wide{x}));
    }
    template <class Real>
    static Real derivative(Real x, Real) {
        using Wide = Wider<Real>;
        return static_cast<Real>(x > 0 ? static_cast<Wide>(scale)
                                       : static_cast<Wide>(scale * alpha) * std::exp(Wide{x}));
    }
    static double supDerivative(double) { return static_cast<double>(scale * alpha); }

  private:
    template <class Real>
    static constexpr Wider<Real> largest = std::numeric_limits<Real>::max();
};

/// Barron 2017: an ELU that is stretched along x, too, and so has no kink at any a.
struct Celu {
    static constexpr std::string_view id = "celu";
    static constexpr std::string_view name = "CELU";
    static constexpr std::string_view formula = "f(x) = x if x > 0, else a (e^(x / a) − 1)";
    static constexpr std::string_view derivativeFormula = "f'(x) = 1 if x > 0, else e^(x / a)";
    static constexpr ActivationParameter parameters[]{
        {.id = "alpha", .symbol = "a", .initial = 1, .minimum = 0.001, .maximum = 100}};
    static constexpr std::string_view range = "(−a, ∞)";
    static constexpr std::string_view torchModule = "nn.CELU({alpha})";
    static constexpr Smoothness smoothness = Smoothness::OnceSmooth;
    static constexpr bool monotone = true;

    template <class Real>
    static Real value(Real x, Real alpha) {
        const Wider<Real> wide = alpha;
        return x > 0 ? x : static_cast<Real>(wide * std::expm1(x / wide));
    }
    template <class Real>
    static Real derivative(Real x, Real alpha) {
        return x > 0 ? Real{1} : static_cast<Real>(std::exp(x / Wider<Real>{alpha}));
    }
    static double supDerivative(double) { return 1; }
};

struct Softplus {
    static constexpr std::string_view id = "softplus";
    static constexpr std::string_view name = "softplus";
    static constexpr std::string_view formula = "f(x) = ln(1 + e^(b x)) / b";
    static constexpr std::string_view derivativeFormula = "f'(x) = σ(b x)";
    static constexpr ActivationParameter parameters[]{
        {.id = "beta", .symbol = "b", .initial = 1, .minimum = 0.001, .maximum = 100}};
    static constexpr std::string_view range = "(0, ∞)";
    static constexpr std::string_view torchModule = "nn.Softplus({beta})";
    static constexpr Smoothness smoothness = Smoothness::Smooth;
    static constexpr bool monotone = true;

    template <class Real>
    static Real value(Real x, Real beta) {
        const Wider<Real> z = beta * Wider<Real>{x};
        const Wider<Real> line = z < 0 ? 0 : z;
        return static_cast<Real>((line + std::log1p(std::exp(-std::abs(z)))) / beta);
    }
    template <class Real>
    static Real derivative(Real x, Real beta) {
        return static_cast<Real>(logistic(beta * Wider<Real>{x}));
    }
    static double supDerivative(double) { return 1; }
};

} // namespace reluscope::formulas

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activation/elementary/logarithm.h"
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
    static constexpr std::string_view torchInPlace = "nn.ELU(inplace=True), F.elu_";
    static constexpr bool monotone = true;

    static OutputRange outputs(double alpha) { return above(-alpha); }
    static Smoothness smoothness(double alpha) {
        return alpha == 1 ? Smoothness::OnceSmooth : Smoothness::Kinked;
    }

    template <class Real>
    static Real value(Real x, Real alpha) {
        return static_cast<Real>(x > 0 ? x : alpha * powerMinus1(x).minus1);
    }
    template <class Real>
    static Real derivative(Real x, Real alpha) {
        return static_cast<Real>(x > 0 ? Real{1} : power(notBelowEnd(x)).times(alpha));
    }
    template <class Real>
    static ValueAndSlope<Real> training(Real x, Real alpha) {
        const Real f = value(x, alpha);
        return {f, x > 0 ? Real{1} : f + alpha};
    }
    static double secondDerivative(double x, double alpha) {
        return x > 0 ? 0 : alpha * std::exp(x);
    }
    static double supDerivative(double alpha) { return std::max(1.0, alpha); }
};

/// Klambauer et al. 2017: an ELU whose two constants keep mean 0 and variance 1 from layer to
/// layer.
struct Selu {
    static constexpr long double alpha = 1.6732632423543772L;
    static constexpr long double scale = 1.0507009873554805L;

    static constexpr std::string_view id = "selu";
    static constexpr std::string_view name = "SELU";
    static constexpr std::string_view formula =
        "f(x) = s x if x > 0, else s a (eˣ − 1); a = 1.67326, s = 1.0507";
    static constexpr std::string_view derivativeFormula = "f'(x) = s if x > 0, else s a eˣ";
    static constexpr std::string_view range = "(−1.758, ∞)";
    static constexpr OutputRange outputs = formulas::above(static_cast<double>(-scale * alpha));
    static constexpr std::span<const double> kinks{kinkAtZero};
    static constexpr std::string_view torchModule = "nn.SELU()";
    static constexpr std::string_view torchInPlace = "nn.SELU(inplace=True), torch.selu_";
    static constexpr Smoothness smoothness = Smoothness::Kinked;
    static constexpr bool monotone = true;

    template <class Real>
    static Real value(Real x, Real) {
        // The largest numbers would become infinite; infinity itself does.
        constexpr Real largest = std::numeric_limits<Real>::max();
        const Real line = x > largest ? x : std::min(above<Real> * x, largest);
        return static_cast<Real>(x > 0 ? line : below<Real> * powerMinus1(x).minus1);
    }
    template <class Real>
    static Real derivative(Real x, Real) {
        const auto tail = power(notBelowEnd(x)).times(below<Real>);
        return static_cast<Real>(x > 0 ? above<Real> : tail);
    }
    template <class Real>
    static ValueAndSlope<Real> training(Real x, Real p) {
        const Real f = value(x, p);
        return {f, x > 0 ? above<Real> : f + below<Real>};
    }
    static double secondDerivative(double x, double) {
        return x > 0 ? 0 : below<double> * std::exp(x);
    }
    static double supDerivative(double) { return static_cast<double>(scale * alpha); }

  private:
    template <class Real>
    static constexpr Real above = static_cast<Real>(scale);
    template <class Real>
    static constexpr Real below = static_cast<Real>(scale* alpha);
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
    static constexpr std::string_view torchInPlace = "nn.CELU(inplace=True), torch.celu_";
    static constexpr Smoothness smoothness = Smoothness::OnceSmooth;
    static constexpr bool monotone = true;

    static OutputRange outputs(double alpha) { return above(-alpha); }

    template <class Real>
    static Real value(Real x, Real alpha) {
        // So near to 0 it is x, which x / a may not be able to hold.
        return static_cast<Real>(x > -0x1p-64 ? x : alpha * powerMinus1(exponent(x, alpha)).minus1);
    }
    template <class Real>
    static Real derivative(Real x, Real alpha) {
        return static_cast<Real>(x > 0 ? Real{1} : power(exponent(x, alpha)).value());
    }
    template <class Real>
    static ValueAndSlope<Real> training(Real x, Real alpha) {
        const auto [minus1, e] = powerMinus1(exponent(x, alpha));
        return {static_cast<Real>(x > -0x1p-64 ? x : alpha * minus1),
                static_cast<Real>(x > 0 ? Real{1} : e)};
    }
    static double secondDerivative(double x, double alpha) {
        return x > 0 ? 0 : std::exp(x / alpha) / alpha;
    }
    static double supDerivative(double) { return 1; }

  private:
    template <class Real>
    static Parts<Real> exponent(Real x, Real alpha) {
        return quotient(below0(x, 1 / alpha), alpha);
    }
};

struct Softplus {
    static constexpr std::string_view id = "softplus";
    static constexpr std::string_view name = "softplus";
    static constexpr std::string_view formula = "f(x) = ln(1 + e^(b x)) / b";
    static constexpr std::string_view derivativeFormula = "f'(x) = σ(b x)";
    static constexpr ActivationParameter parameters[]{
        {.id = "beta", .symbol = "b", .initial = 1, .minimum = 0.001, .maximum = 100}};
    static constexpr std::string_view range = "(0, ∞)";
    static constexpr OutputRange outputs = above(0);
    static constexpr std::string_view torchModule = "nn.Softplus({beta})";
    static constexpr Smoothness smoothness = Smoothness::Smooth;
    static constexpr bool monotone = true;

    template <class Real>
    static Real value(Real x, Real beta) {
        const auto e = power(exponent(x, beta));
        return aboveLine(x, e, beta);
    }
    template <class Real>
    static Real derivative(Real x, Real beta) {
        const auto sides = logistic(power(exponent(x, beta)).value());
        return static_cast<Real>(x < 0 ? sides.lower : sides.upper);
    }
    template <class Real>
    static ValueAndSlope<Real> training(Real x, Real beta) {
        const auto e = power(exponent(x, beta));
        const auto sides = logistic(e.value());
        return {aboveLine(x, e, beta), static_cast<Real>(x < 0 ? sides.lower : sides.upper)};
    }
    static double secondDerivative(double x, double beta) {
        return beta * logisticDerivatives(beta * x).first;
    }
    static double supDerivative(double) { return 1; }

  private:
    template <class Real>
    static Parts<Real> exponent(Real x, Real beta) {
        return product(below0(x, beta), beta);
    }
    /// max(x, 0) + ln(1 + e) / b with e = e^−|b x|.
    template <class Real>
    static Real aboveLine(Real x, Power<Real> e, Real beta) {
        const auto gap = e.times(logarithmRatio(e.value()) * (1 / beta));
        return static_cast<Real>((x < 0 ? Real{0} : x) + gap);
    }
};

} // namespace reluscope::formulas

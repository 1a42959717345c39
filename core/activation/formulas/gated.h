// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activation/elementary/normal_tail.h"
#include "core/activation/formulas/formula.h"

#include <numbers>

/// x times a gate that opens from 0 to 1.
namespace reluscope::formulas {

/// What x σ(z) is made of.
template <class Real>
struct SigmoidGate {
    Power<Real> e; ///< e^−|z|
    bool isLower;  ///< z < 0
    Real negative; ///< −|x|, or where e has long been 0 if x lies beyond that

    /// x σ(z).
    Real value(Real x) const {
        const auto upper = logistic(e.value()).upper;
        const auto below = e.times(std::copysign(negative, x) * upper);
        const auto above = x * upper;
        return static_cast<Real>(isLower ? below : above);
    }
    /// σ(z) + s σ'(z) for an s with the sign of z, by −|s|: with that of −z and −s it adds up to 1.
    Real slope(Working<Real> s) const {
        const auto upper = logistic(e.value()).upper;
        const auto below = e.times(upper + s * (upper * upper));
        return static_cast<Real>(isLower ? below : 1 - below);
    }
};

/// f and f' of a form by the gate that it makes.
template <class Form>
struct Gate {
    template <class Real>
    static Real value(Real x, Real beta) {
        return Form::gate(x, beta).value(x);
    }
    template <class Real>
    static Real derivative(Real x, Real beta) {
        return training(x, beta).slope;
    }
    template <class Real>
    static ValueAndSlope<Real> training(Real x, Real beta) {
        const auto made = Form::gate(x, beta);
        return {made.value(x), made.slope(std::abs(Working<Real>{beta}) * made.negative)};
    }
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

    /// The minimum is -W(1/e) / b; where b is 0, f is x / 2.
    static OutputRange outputs(double beta) {
        return beta == 0 ? anyNumber : from(-0.27846454276107380 / beta);
    }
    static bool monotone(double beta) { return beta == 0; }

    /// With b = 1, as almost always, which spares what b may do to x.
    struct Usual : Gate<Usual> {
        template <class Real>
        static SigmoidGate<Real> gate(Real x, Real) {
            const Real y = below0(x);
            return {power(y), x < 0, y};
        }
    };

    struct Stretched : Gate<Stretched> {
        template <class Real>
        static SigmoidGate<Real> gate(Real x, Real beta) {
            const Real y = below0(x, beta, lowestFarExponent<Real>);
            const auto z = product(y, std::abs(beta));
            return {farPower(z), beta * x < 0, y};
        }
    };

    template <class Real, class Visit>
    static void choose(std::span<const Real> p, std::span<const Real>, Visit visit) {
        if (std::ranges::all_of(p, [](Real beta) { return beta == 1; })) {
            visit(Usual{});
        } else {
            visit(Stretched{});
        }
    }
    template <class Real>
    static Real parameterDerivative(Real x, Real beta) {
        const auto [e, isLower, negative] = Stretched::gate(x, beta);
        const auto product = negative * logistic(e.value()).upper;
        return static_cast<Real>(e.times(product * product));
    }
    static double secondDerivative(double x, double beta) {
        const LogisticDerivatives gate = logisticDerivatives(beta * x);
        return beta * (2 * gate.first + gated(beta * x, gate.second));
    }
    static ParameterDerivatives parameterDerivatives(double x, double beta) {
        const LogisticDerivatives gate = logisticDerivatives(beta * x);
        return {x * gated(x, gate.first),
                2 * gated(x, gate.first) + beta * x * gated(x, gate.second),
                x * x * gated(x, gate.second)};
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
    static std::string_view torchInPlace(const Parameters& p) {
        return p[0] == 1 && p[1] == 0 ? "nn.SiLU(inplace=True)" : std::string_view{};
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

    /// Their minima, at -0.751792 for Φ itself and at -0.752461 for the tanh, by mpmath.
    static OutputRange outputs(double approximate) {
        return from(approximate == 0 ? -0.16997120747990366 : -0.17004075057125405);
    }
    /// f' where f'' is 0: at √2 for Φ itself, at 1.418504 for the tanh; to 30 digits by mpmath,
    /// from findroot on the second derivative.
    static double supDerivative(double approximate) {
        return approximate == 0 ? 1.1289041451851548 : 1.1289930686587718;
    }

    /// Of the tanh in the symbols of its formula, with s = 2u.
    static double secondDerivative(double x, double approximate) {
        if (approximate == 0) {
            const double density = densityAt0<double> * std::exp(-x * x / 2);
            return gated(2 - x * x, density);
        }
        const double steepness = 2 * std::numbers::sqrt2 * std::numbers::inv_sqrtpi;
        const double cubic = 0.044715 * steepness;
        const double s = x * (steepness + cubic * x * x);
        const double first = steepness + 3 * cubic * x * x;
        const LogisticDerivatives gate = logisticDerivatives(s);
        return gated(2 * first + 6 * cubic * x * x, gate.first) +
               gated(x * first * first, gate.second);
    }

    /// With Φ itself, from its tail Φ(−a) = e^(−a²/2) r.
    struct Exact {
        template <class Real>
        static Real value(Real x, Real) {
            return training(x, Real{}).value;
        }
        template <class Real>
        static Real derivative(Real x, Real) {
            return training(x, Real{}).slope;
        }
        template <class Real>
        static ValueAndSlope<Real> training(Real x, Real) {
            const Real a = std::abs(x) > beyond<Real> ? beyond<Real> : std::abs(x);
            const auto e = power(product(-a, a / 2));
            const auto tail = normalTail(Working<Real>{a});
            const auto slope = e.times(tail.slope);
            return {static_cast<Real>((x < 0 ? Real{0} : x) - e.times(a * tail.ratio)),
                    static_cast<Real>(x < 0 ? slope : 1 - slope)};
        }

      private:
        template <class Real>
        static constexpr Real beyond = std::is_same_v<Real, float> ? Real{15} : Real{150};
    };

    /// With σ(2u): (1 + tanh u) / 2 would lose its digits where tanh u is near −1.
    struct ByTanh {
        template <class Real>
        static Real value(Real x, Real) {
            return gate(x).value(x);
        }
        template <class Real>
        static Real derivative(Real x, Real p) {
            return training(x, p).slope;
        }
        template <class Real>
        static ValueAndSlope<Real> training(Real x, Real) {
            const auto made = gate(x);
            const Wider<Real> wide = made.negative;
            const auto curve = steepness<Wider<Real>> + 3 * cubic<Wider<Real>> * (wide * wide);
            return {made.value(x), made.slope(static_cast<Working<Real>>(wide * curve))};
        }

      private:
        template <class Real>
        static constexpr Real beyond = std::is_same_v<Real, float> ? Real{-11} : Real{-50};
        template <class Wide>
        static constexpr Wide steepness =
            2 * std::numbers::sqrt2_v<Wide>* std::numbers::inv_sqrtpi_v<Wide>;
        template <class Wide>
        static constexpr Wide cubic = static_cast<Wide>(0.044715L) * steepness<Wide>;

        template <class Real>
        static SigmoidGate<Real> gate(Real x) {
            const Real y = -std::abs(x) < beyond<Real> ? beyond<Real> : -std::abs(x);
            const Wider<Real> wide = y;
            const auto z = wide * (steepness<Wider<Real>> + cubic<Wider<Real>> * (wide * wide));
            return {power(partsOf<Real>(z)), x < 0, y};
        }
    };

    template <class Real, class Visit>
    static void choose(std::span<const Real> approximate, std::span<const Real>, Visit visit) {
        if (approximate[0] == 0) {
            visit(Exact{});
        } else {
            visit(ByTanh{});
        }
    }
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
    static constexpr OutputRange outputs = from(-0.30884341301725041);
    static constexpr std::string_view torchModule = "nn.Mish()";
    static constexpr std::string_view torchInPlace = "nn.Mish(inplace=True)";
    static constexpr Smoothness smoothness = Smoothness::Smooth;
    static constexpr bool monotone = false;

    template <class Real>
    static Real value(Real x, Real p) {
        return training(x, p).value;
    }
    template <class Real>
    static Real derivative(Real x, Real p) {
        return training(x, p).slope;
    }
    template <class Real>
    static ValueAndSlope<Real> training(Real x, Real) {
        const Real y = below0(x);
        const Real last = std::copysign(y, x);
        const auto power = elementary::power(y);
        const Careful<Real> e = power.value();
        const auto part = x < 0 ? e + 2 : 1 + 2 * e;
        const auto inverse = 1 / multiplyAdd(e, part, x < 0 ? decltype(e){2} : 1 + e);
        // t, for x < 0 without its factor e, as is f'.
        const auto gate = part * inverse;
        // For x < 0 that is 1 − t, which is near 1.
        const auto root = x < 0 ? multiplyAdd(-e * part, inverse, decltype(e){1}) : 2 * e * inverse;
        const auto square = root * root;
        const auto slope = multiplyAdd(decltype(e){last}, multiplyAdd(e, square, square), gate);
        const auto of = [&](auto side) {
            return static_cast<Real>(x < 0 ? power.times(static_cast<Working<Real>>(side)) : side);
        };
        return {x < 0 ? of(last * gate) : static_cast<Real>(x * gate), of(slope)};
    }
    /// f'' = 2t' + x t'', where 1 − t = 2 / (e² + 2e + 2) keeps its digits for any x.
    static double secondDerivative(double x, double) {
        const double e = std::exp(-std::abs(x));
        const double rest = x < 0 ? 2 / (e * (e + 2) + 2) : 2 * e * e / (1 + 2 * e * (1 + e));
        const double tanhSlope = rest * (2 - rest);
        const LogisticDerivatives inner = logisticDerivatives(x);
        const double first = tanhSlope * inner.value;
        const double second = tanhSlope * inner.first - 2 * (1 - rest) * first * inner.value;
        return 2 * first + gated(x, second);
    }
    /// f' at 1.490571, where f'' is 0; to 30 digits by mpmath, from findroot on f''.
    static double supDerivative(double) { return 1.0884981612517279; }
};

} // namespace reluscope::formulas

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activation/formulas/formula.h"

/// Two straight lines that meet at 0.
namespace reluscope::formulas {

struct Relu {
    static constexpr std::string_view id = "relu";
    static constexpr std::string_view name = "ReLU";
    static constexpr std::string_view formula = "f(x) = max(0, x)";
    static constexpr std::string_view derivativeFormula = "f'(x) = 1 if x > 0, else 0";
    static constexpr std::string_view range = "[0, ∞)";
    static constexpr OutputRange outputs = from(0);
    static constexpr std::string_view noGradientWhere = "z ≤ 0";
    static constexpr std::span<const double> kinks{kinkAtZero};
    static constexpr std::string_view torchModule = "nn.ReLU()";
    static constexpr std::string_view torchInPlace = "nn.ReLU(inplace=True), torch.relu_";
    static constexpr Smoothness smoothness = Smoothness::Kinked;
    static constexpr bool monotone = true;

    template <class Real>
    static Real value(Real x, Real) {
        return x <= 0 ? Real{0} : x;
    }
    template <class Real>
    static Real derivative(Real x, Real) {
        const Real above = unlessNan(x, Real{1});
        return x <= 0 ? Real{0} : above;
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
    static constexpr std::string_view torchModule = "nn.LeakyReLU({negative_slope})";
    static constexpr std::string_view torchInPlace = "nn.LeakyReLU(inplace=True), F.leaky_relu_";

    static OutputRange outputs(double slope) { return slope > 0 ? anyNumber : from(0); }
    static Smoothness smoothness(double slope) {
        return slope == 1 ? Smoothness::Smooth : Smoothness::Kinked;
    }
    static bool monotone(double slope) { return slope >= 0; }

    template <class Real>
    static Real value(Real x, Real slope) {
        const Real below = gated(x, slope);
        return x <= 0 ? below : x;
    }
    template <class Real>
    static Real derivative(Real x, Real slope) {
        const Real above = unlessNan(x, Real{1});
        return x <= 0 ? slope : above;
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
    static constexpr std::string_view torchModule = "nn.PReLU({units}, init={init})";
    static constexpr std::string_view torchInPlace = {};

    template <class Real>
    static Real parameterDerivative(Real x, Real) {
        const Real above = unlessNan(x, Real{0});
        return x <= 0 ? x : above;
    }
    static ParameterDerivatives parameterDerivatives(double x, double) {
        return {x <= 0 ? x : 0, x <= 0 ? 1.0 : 0.0, 0};
    }
    static Learning learning(const Parameters& p) { return sharedOrPerUnit(p[1]); }
};

} // namespace reluscope::formulas

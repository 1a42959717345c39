// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activation/formulas/formula.h"

/// Cheap stand-ins for smooth functions: straight lines and a parabola between flat ends.
namespace reluscope::formulas {

inline constexpr double kinksAtOne[]{-1.0, 1.0};
inline constexpr double kinksAtThree[]{-3.0, 3.0};
inline constexpr double kinksAtZeroAndSix[]{0.0, 6.0};

template <class Real>
inline constexpr Real sixth = Real{1} / 6;

struct Hardtanh {
    static constexpr std::string_view id = "hardtanh";
    static constexpr std::string_view name = "hard tanh";
    static constexpr std::string_view formula = "f(x) = min(max(x, −1), 1)";
    static constexpr std::string_view derivativeFormula = "f'(x) = 1 if |x| < 1, else 0";
    static constexpr std::string_view range = "[−1, 1]";
    static constexpr OutputRange outputs = closed(-1, 1);
    static constexpr std::string_view noGradientWhere = "|z| ≥ 1";
    static constexpr std::span<const double> kinks{kinksAtOne};
    static constexpr std::string_view torchModule = "nn.Hardtanh()";
    static constexpr std::string_view torchInPlace = "nn.Hardtanh(inplace=True), F.hardtanh_";
    static constexpr Smoothness smoothness = Smoothness::Kinked;
    static constexpr bool monotone = true;

    template <class Real>
    static Real value(Real x, Real) {
        return clamped(x, Real{-1}, Real{1});
    }
    template <class Real>
    static Real derivative(Real x, Real p) {
        const Real inside = unlessNan(x, Real{1});
        return inZeroSet(x, p) ? Real{0} : inside;
    }
    template <class Real>
    static bool inZeroSet(Real x, Real) {
        return std::abs(x) >= 1;
    }
    static double supDerivative(double) { return 1; }
};

struct Relu6 {
    static constexpr std::string_view id = "relu6";
    static constexpr std::string_view name = "ReLU6";
    static constexpr std::string_view formula = "f(x) = min(max(x, 0), 6)";
    static constexpr std::string_view derivativeFormula = "f'(x) = 1 if 0 < x < 6, else 0";
    static constexpr std::string_view range = "[0, 6]";
    static constexpr OutputRange outputs = closed(0, 6);
    static constexpr std::string_view noGradientWhere = "z ≤ 0 or z ≥ 6";
    static constexpr std::span<const double> kinks{kinksAtZeroAndSix};
    static constexpr std::string_view torchModule = "nn.ReLU6()";
    static constexpr std::string_view torchInPlace = "nn.ReLU6(inplace=True)";
    static constexpr Smoothness smoothness = Smoothness::Kinked;
    static constexpr bool monotone = true;

    template <class Real>
    static Real value(Real x, Real) {
        return clamped(x, Real{0}, Real{6});
    }
    template <class Real>
    static Real derivative(Real x, Real) {
        const Real inside = unlessNan(x, Real{1});
        const Real below6 = x >= 6 ? Real{0} : inside;
        return x <= 0 ? Real{0} : below6;
    }
    template <class Real>
    static bool inZeroSet(Real x, Real) {
        return static_cast<bool>((x <= 0) | (x >= 6)); // `||` would be a branch
    }
    static double supDerivative(double) { return 1; }
};

/// Howard et al. 2019. At both kinks the derivative is that of the parabola, as in PyTorch.
struct Hardswish {
    static constexpr std::string_view id = "hardswish";
    static constexpr std::string_view name = "hard Swish";
    static constexpr std::string_view formula =
        "f(x) = 0 if x < −3, x if x > 3, else x (x + 3) / 6";
    static constexpr std::string_view derivativeFormula =
        "f'(x) = 0 if x < −3, 1 if x > 3, else (2x + 3) / 6";
    static constexpr std::string_view range = "[−0.375, ∞)";
    static constexpr OutputRange outputs = from(-0.375);
    static constexpr std::string_view noGradientWhere = "z < −3";
    static constexpr std::span<const double> kinks{kinksAtThree};
    static constexpr std::string_view torchModule = "nn.Hardswish()";
    static constexpr std::string_view torchInPlace = "nn.Hardswish(inplace=True)";
    static constexpr Smoothness smoothness = Smoothness::Kinked;
    static constexpr bool monotone = false;

    template <class Real>
    static Real value(Real x, Real p) {
        const Real parabola = x * ((x + 3) * sixth<Real>);
        const Real above = x > 3 ? x : parabola;
        return inZeroSet(x, p) ? Real{0} : above;
    }
    template <class Real>
    static Real derivative(Real x, Real p) {
        const Real line = (2 * x + 3) * sixth<Real>;
        const Real above = x > 3 ? Real{1} : line;
        return inZeroSet(x, p) ? Real{0} : above;
    }
    static double secondDerivative(double x, double) { return std::abs(x) <= 3 ? 1.0 / 3 : 0; }
    template <class Real>
    static bool inZeroSet(Real x, Real) {
        return x < -3;
    }
    static double supDerivative(double) { return 1.5; }
};

struct Hardsigmoid {
    static constexpr std::string_view id = "hardsigmoid";
    static constexpr std::string_view name = "hard sigmoid";
    static constexpr std::string_view formula = "f(x) = min(max(x + 3, 0), 6) / 6";
    static constexpr std::string_view derivativeFormula = "f'(x) = 1/6 if |x| < 3, else 0";
    static constexpr std::string_view range = "[0, 1]";
    static constexpr OutputRange outputs = closed(0, 1);
    static constexpr std::string_view noGradientWhere = "|z| ≥ 3";
    static constexpr std::span<const double> kinks{kinksAtThree};
    static constexpr std::string_view torchModule = "nn.Hardsigmoid()";
    static constexpr std::string_view torchInPlace = "nn.Hardsigmoid(inplace=True)";
    static constexpr Smoothness smoothness = Smoothness::Kinked;
    static constexpr bool monotone = true;

    template <class Real>
    static Real value(Real x, Real) {
        return clamped(x + 3, Real{0}, Real{6}) * sixth<Real>;
    }
    template <class Real>
    static Real derivative(Real x, Real p) {
        const Real inside = unlessNan(x, sixth<Real>);
        return inZeroSet(x, p) ? Real{0} : inside;
    }
    template <class Real>
    static bool inZeroSet(Real x, Real) {
        return std::abs(x) >= 3;
    }
    static double supDerivative(double) { return 1.0 / 6; }
};

} // namespace reluscope::formulas

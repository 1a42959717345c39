// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace reluscope {

inline constexpr std::size_t maxActivationParameters = 1;
using ActivationParameters = std::array<double, maxActivationParameters>;

/// A parameter as files, the command line and sliders know it.
struct ActivationParameter {
    std::string_view id;     ///< "negative_slope"
    std::string_view symbol; ///< "a", as the formula writes it
    double initial;          ///< PyTorch's default
    double minimum;          ///< smallest value accepted
    double maximum;          ///< largest value accepted
};

/// How often f can be differentiated everywhere.
enum class Smoothness {
    Kinked,     ///< f' jumps
    OnceSmooth, ///< f' is continuous, f'' jumps
    Smooth,     ///< derivatives of every order
};

/// The elementwise loops of one function in one precision. `z` and `f` may be the same storage.
template <class Real>
struct ActivationKernels {
    void (*value)(const ActivationParameters&, std::span<const Real> z, std::span<Real> f);
    void (*derivative)(const ActivationParameters&, std::span<const Real> z, std::span<Real> df);
    /// delta *= f'(z): the chain rule of a backward pass.
    void (*backward)(const ActivationParameters&, std::span<const Real> z, std::span<Real> delta);
    /// active[i] |= z[i] lies outside the zero set, where f' is 0 by its formula.
    void (*markActive)(const ActivationParameters&, std::span<const Real> z,
                       std::span<unsigned char> active);
};

/// One row of the table: everything that is known about a function. Rows live as long as the
/// program, and a function is identified by the address of its row.
struct ActivationInfo {
    std::string_view id;   ///< PyTorch's functional name, used in files and on the command line
    std::string_view name; ///< as people write it: "Leaky ReLU"
    std::string_view formula;
    std::string_view derivative;
    std::span<const ActivationParameter> parameters;
    std::string_view range;           ///< of f, as an interval: "[0, ∞)"
    std::string_view noGradientWhere; ///< the zero set in words of z: "z ≤ 0"; empty if none
    std::span<const double> kinks;    ///< where f' jumps
    Smoothness smoothness;
    bool monotone;
    double (*supDerivative)(const ActivationParameters&); ///< sup |f'|
    ActivationKernels<float> singlePrecision;
    ActivationKernels<double> doublePrecision;

    /// The loops for one precision.
    template <class Real>
    const ActivationKernels<Real>& kernels() const noexcept;

    /// The defaults of all parameters.
    ActivationParameters initialParameters() const noexcept;
};

template <>
inline const ActivationKernels<float>& ActivationInfo::kernels<float>() const noexcept {
    return singlePrecision;
}

template <>
inline const ActivationKernels<double>& ActivationInfo::kernels<double>() const noexcept {
    return doublePrecision;
}

/// A function of the table with values for its parameters. Cheap to copy, and itself applied
/// elementwise; results follow docs/definitions.md: PyTorch's derivative at every
/// kink, finite for every finite argument, NaN passed through.
struct Activation {
    const ActivationInfo* info; ///< never null
    ActivationParameters parameters;

    explicit Activation(const ActivationInfo& row)
        : info(&row)
        , parameters(row.initialParameters()) {}

    /// f(z), out of place. Sizes must agree.
    template <class Real>
    void apply(std::span<const Real> z, std::span<Real> f) const {
        info->kernels<Real>().value(parameters, z, f);
    }

    /// f(z) over z itself, as `torch.relu_` does.
    template <class Real>
    void applyInPlace(std::span<Real> z) const {
        info->kernels<Real>().value(parameters, z, z);
    }

    /// f'(z), taken from z. Sizes must agree.
    template <class Real>
    void differentiate(std::span<const Real> z, std::span<Real> df) const {
        info->kernels<Real>().derivative(parameters, z, df);
    }

    double supDerivative() const { return info->supDerivative(parameters); }

    friend bool operator==(const Activation&, const Activation&) = default;
};

/// All functions, in the order in which they are shown.
std::span<const ActivationInfo> activationTable() noexcept;

/// The row called `id`, or null.
const ActivationInfo* findActivation(std::string_view id) noexcept;

} // namespace reluscope

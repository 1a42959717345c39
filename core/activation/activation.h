// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace reluscope {

inline constexpr std::size_t maxActivationParameters = 3;
using ActivationParameters = std::array<double, maxActivationParameters>;

/// The words of a parameter that is on or off.
inline constexpr std::array<std::string_view, 2> offOrOn{"false", "true"};

/// A parameter as files, the command line and sliders know it.
struct ActivationParameter {
    std::string_view id;     ///< "negative_slope"
    std::string_view symbol; ///< "a", as the formula writes it; empty where it does not
    double initial;          ///< PyTorch's default
    double minimum;          ///< smallest value accepted
    double maximum;          ///< largest value accepted
    /// Where it is no number but one of these words: its value is the place of one in the list.
    std::span<const std::string_view> choices = {};

    bool isChoice() const noexcept { return !choices.empty(); }
    /// Is it one of `offOrOn`? In JSON these are no words but booleans.
    bool isFlag() const noexcept;
    std::string_view wordOf(double value) const noexcept; ///< of a choice
    /// The value of a choice by its word; nothing where it is none of them.
    std::optional<double> valueOf(std::string_view word) const noexcept;
};

/// Whether training changes the first parameter of a function, whose value is then the initial one.
enum class Learning {
    None,
    Shared,  ///< one value for a layer
    PerUnit, ///< one for each unit
};

/// How often f can be differentiated everywhere.
enum class Smoothness {
    Kinked,     ///< f' jumps
    OnceSmooth, ///< f' is continuous, f'' jumps
    Smooth,     ///< derivatives of every order
};

/// All values that f takes. An end that is not reached is come near to, or lies at infinity.
struct OutputRange {
    double lower;
    double upper;
    bool reachesLower;
    bool reachesUpper;

    friend bool operator==(const OutputRange&, const OutputRange&) = default;
};

/// How f at one x changes with its first parameter p.
struct ParameterDerivatives {
    double value;     ///< df / dp
    double slope;     ///< d²f / dx dp
    double curvature; ///< d²f / dp²
};

/// The elementwise loops of one function in one precision. `z` and `f` may be the same storage.
/// `p` is the function's first parameter: one value, or one for each column of z, whose rows are
/// then as long as `p`. The other parameters only say how the first is learned.
template <class Real>
struct ActivationKernels {
    void (*value)(std::span<const Real> p, std::span<const Real> z, std::span<Real> f);
    void (*derivative)(std::span<const Real> p, std::span<const Real> z, std::span<Real> df);
    /// Both at once, for a training pass: f as `value` makes it, and f' to 2^-23 sup |f'|, which
    /// may share what f was made of. No two of z, f and slope are the same storage.
    void (*valueAndSlope)(std::span<const Real> p, std::span<const Real> z, std::span<Real> f,
                          std::span<Real> slope);
    /// gradient += delta df/dp, summed over what shares a p; null where nothing can be learned.
    void (*learn)(std::span<const Real> p, std::span<const Real> z, std::span<const Real> delta,
                  std::span<Real> gradient);
    /// z in rows as long as `active`, of which p may have one value or one for each column:
    /// active[column] |= some z of that column lies outside the zero set, where f' is 0 by its
    /// formula.
    void (*markActive)(std::span<const Real> p, std::span<const Real> z,
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
    std::string_view range;           ///< of f, in the symbols of parameters: "(−a, ∞)"
    std::string_view noGradientWhere; ///< the zero set in words of z: "z ≤ 0"; empty if none
    std::span<const double> kinks;    ///< where f' jumps, if the parameters make it Kinked
    // By the first parameter:
    OutputRange (*outputs)(double p);
    Smoothness (*smoothness)(double p);
    bool (*monotone)(double p);
    double (*supDerivative)(double p); ///< sup |f'|
    Learning (*learning)(const ActivationParameters&);
    /// f'' at x; where f' jumps, that of one side.
    double (*secondDerivative)(double x, double p);
    /// Null where nothing can be learned.
    ParameterDerivatives (*parameterDerivatives)(double x, double p);
    /// What makes it in a PyTorch script, with parameters by their ids in braces, and how many are
    /// learned as {units}: "nn.LeakyReLU({negative_slope})". The script defines what is not in nn.
    std::string_view (*torchModule)(const ActivationParameters&);
    /// What PyTorch overwrites its input with: "nn.ReLU(inplace=True), torch.relu_", F being
    /// torch.nn.functional; empty where it can't.
    std::string_view (*torchInPlace)(const ActivationParameters&);
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

/// Lies in the zero set of every function that has one.
inline constexpr double insideZeroSets = -4;

/// A function of the table with values for its parameters. Cheap to copy, and itself applied
/// elementwise; results follow docs/definitions.md: PyTorch's derivative at every
/// kink, finite for every finite argument, NaN passed through.
struct Activation {
    const ActivationInfo* info; ///< never null
    ActivationParameters parameters;

    explicit Activation(const ActivationInfo& row)
        : info(&row)
        , parameters(row.initialParameters()) {}

    /// The first parameter, as the loops take it.
    template <class Real>
    std::array<Real, 1> leading() const {
        return {static_cast<Real>(parameters[0])};
    }

    /// f(z), out of place. Sizes must agree.
    template <class Real>
    void apply(std::span<const Real> z, std::span<Real> f) const {
        info->kernels<Real>().value(leading<Real>(), z, f);
    }

    /// f(z) over z itself, as `torch.relu_` does.
    template <class Real>
    void applyInPlace(std::span<Real> z) const {
        info->kernels<Real>().value(leading<Real>(), z, z);
    }

    /// f'(z), taken from z. Sizes must agree.
    template <class Real>
    void differentiate(std::span<const Real> z, std::span<Real> df) const {
        info->kernels<Real>().derivative(leading<Real>(), z, df);
    }

    /// active[column] |= some z of that column, in rows as long as `active`, lies outside the zero
    /// set.
    template <class Real>
    void markActive(std::span<const Real> z, std::span<unsigned char> active) const {
        info->kernels<Real>().markActive(leading<Real>(), z, active);
    }

    /// Whether f' is 0 by its formula for some z.
    bool hasZeroSet() const {
        unsigned char isActive = 0;
        markActive<double>(std::span(&insideZeroSets, 1), std::span(&isActive, 1));
        return isActive == 0;
    }

    OutputRange outputs() const { return info->outputs(parameters[0]); }
    Smoothness smoothness() const { return info->smoothness(parameters[0]); }
    bool isMonotone() const { return info->monotone(parameters[0]); }
    double supDerivative() const { return info->supDerivative(parameters[0]); }
    Learning learning() const { return info->learning(parameters); }

    friend bool operator==(const Activation&, const Activation&) = default;
};

/// All functions, in the order in which they are shown.
std::span<const ActivationInfo> activationTable() noexcept;

/// The row called `id`, or null.
const ActivationInfo* findActivation(std::string_view id) noexcept;

} // namespace reluscope

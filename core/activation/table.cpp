// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activation/activation.h"
#include "core/activation/formulas/clamped.h"
#include "core/activation/formulas/controls.h"
#include "core/activation/formulas/exponential.h"
#include "core/activation/formulas/gated.h"
#include "core/activation/formulas/rectifiers.h"
#include "core/activation/formulas/sigmoidal.h"
#include "core/activation/loops.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <type_traits>

namespace reluscope {
namespace {

using namespace formulas;

/// Members that only some formulas have.
template <class Formula>
constexpr std::span<const ActivationParameter> parametersOf() {
    if constexpr (requires { Formula::parameters; }) {
        return Formula::parameters;
    } else {
        return {};
    }
}

template <class Formula>
constexpr std::span<const double> kinksOf() {
    if constexpr (requires { Formula::kinks; }) {
        return Formula::kinks;
    } else {
        return {};
    }
}

template <class Formula>
constexpr std::string_view noGradientWhereOf() {
    if constexpr (requires { Formula::noGradientWhere; }) {
        return Formula::noGradientWhere;
    } else {
        return {};
    }
}

// What depends on a parameter in some formulas, and is a constant of the others.

template <class Formula>
OutputRange outputsOf([[maybe_unused]] double p) {
    if constexpr (requires { Formula::outputs(p); }) {
        return Formula::outputs(p);
    } else {
        return Formula::outputs;
    }
}

template <class Formula>
Smoothness smoothnessOf([[maybe_unused]] double p) {
    if constexpr (requires { Formula::smoothness(p); }) {
        return Formula::smoothness(p);
    } else {
        return Formula::smoothness;
    }
}

template <class Formula>
bool monotoneOf([[maybe_unused]] double p) {
    if constexpr (requires { Formula::monotone(p); }) {
        return Formula::monotone(p);
    } else {
        return Formula::monotone;
    }
}

template <class Formula>
Learning learningOf([[maybe_unused]] const ActivationParameters& parameters) {
    if constexpr (requires { Formula::learning(parameters); }) {
        return Formula::learning(parameters);
    } else {
        return Learning::None;
    }
}

/// Straight lines say nothing of it.
template <class Formula>
double secondDerivativeOf([[maybe_unused]] double x, [[maybe_unused]] double p) {
    if constexpr (requires { Formula::secondDerivative(x, p); }) {
        return Formula::secondDerivative(x, p);
    } else {
        return 0;
    }
}

template <class Formula>
constexpr auto parameterDerivativesOf() -> ParameterDerivatives (*)(double, double) {
    if constexpr (requires { &Formula::parameterDerivatives; }) {
        return &Formula::parameterDerivatives;
    } else {
        return nullptr;
    }
}

template <class Formula>
std::string_view torchModuleOf([[maybe_unused]] const ActivationParameters& parameters) {
    if constexpr (requires { Formula::torchModule(parameters); }) {
        return Formula::torchModule(parameters);
    } else {
        return Formula::torchModule;
    }
}

template <class Formula>
std::string_view torchInPlaceOf([[maybe_unused]] const ActivationParameters& parameters) {
    if constexpr (requires { Formula::torchInPlace(parameters); }) {
        return Formula::torchInPlace(parameters);
    } else if constexpr (requires { Formula::torchInPlace; }) {
        return Formula::torchInPlace;
    } else {
        return {};
    }
}

template <class Formula>
constexpr ActivationInfo row() {
    return {
        .id = Formula::id,
        .name = Formula::name,
        .formula = Formula::formula,
        .derivative = Formula::derivativeFormula,
        .parameters = parametersOf<Formula>(),
        .range = Formula::range,
        .noGradientWhere = noGradientWhereOf<Formula>(),
        .kinks = kinksOf<Formula>(),
        .outputs = &outputsOf<Formula>,
        .smoothness = &smoothnessOf<Formula>,
        .monotone = &monotoneOf<Formula>,
        .supDerivative = &Formula::supDerivative,
        .learning = &learningOf<Formula>,
        .secondDerivative = &secondDerivativeOf<Formula>,
        .parameterDerivatives = parameterDerivativesOf<Formula>(),
        .torchModule = &torchModuleOf<Formula>,
        .torchInPlace = &torchInPlaceOf<Formula>,
        .singlePrecision = kernels<Formula, float>(),
        .doublePrecision = kernels<Formula, double>(),
    };
}

constexpr ActivationInfo table[]{
    // Rectifiers, and smooth ones
    row<Relu>(),
    row<LeakyRelu>(),
    row<Prelu>(),
    row<Elu>(),
    row<Selu>(),
    row<Celu>(),
    row<Silu>(),
    row<Gelu>(),
    row<Mish>(),
    row<Softplus>(),
    // From one level to another
    row<Tanh>(),
    row<Sigmoid>(),
    row<Softsign>(),
    // Clamped
    row<Hardtanh>(),
    row<Relu6>(),
    row<Hardswish>(),
    row<Hardsigmoid>(),
    // Controls
    row<Sine>(),
    row<Identity>(),
};

} // namespace

bool ActivationParameter::isFlag() const noexcept {
    return std::ranges::equal(choices, offOrOn);
}

std::string_view ActivationParameter::wordOf(double value) const noexcept {
    return choices[static_cast<std::size_t>(value)];
}

std::optional<double> ActivationParameter::valueOf(std::string_view word) const noexcept {
    const auto found = std::ranges::find(choices, word);
    return found == choices.end() ? std::nullopt
                                  : std::optional(static_cast<double>(found - choices.begin()));
}

ActivationParameters ActivationInfo::initialParameters() const noexcept {
    ActivationParameters values{};
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        values[i] = parameters[i].initial;
    }
    return values;
}

std::span<const ActivationInfo> activationTable() noexcept {
    return table;
}

const ActivationInfo* findActivation(std::string_view id) noexcept {
    const auto* found = std::ranges::find(table, id, &ActivationInfo::id);
    return found == std::end(table) ? nullptr : found;
}

} // namespace reluscope

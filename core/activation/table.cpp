// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activation/activation.h"
#include "core/activation/formulas.h"

#include <algorithm>
#include <iterator>

namespace reluscope {
namespace {

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

/// The elementwise loops of a formula. Functions have at most one parameter each.
template <class Formula, class Real>
constexpr ActivationKernels<Real> kernels() {
    static_assert(maxActivationParameters == 1);
    return {
        .value =
            [](const ActivationParameters& parameters, std::span<const Real> z, std::span<Real> f) {
                const auto p = static_cast<Real>(parameters[0]);
                for (std::size_t i = 0; i < z.size(); ++i) {
                    f[i] = Formula::value(z[i], p);
                }
            },
        .derivative =
            [](const ActivationParameters& parameters, std::span<const Real> z,
               std::span<Real> df) {
                const auto p = static_cast<Real>(parameters[0]);
                for (std::size_t i = 0; i < z.size(); ++i) {
                    df[i] = Formula::derivative(z[i], p);
                }
            },
        .backward =
            [](const ActivationParameters& parameters, std::span<const Real> z,
               std::span<Real> delta) {
                const auto p = static_cast<Real>(parameters[0]);
                for (std::size_t i = 0; i < z.size(); ++i) {
                    delta[i] *= Formula::derivative(z[i], p);
                }
            },
        .markActive =
            [](const ActivationParameters& parameters, std::span<const Real> z,
               std::span<unsigned char> active) {
                if constexpr (requires { Formula::inZeroSet(Real{}, Real{}); }) {
                    const auto p = static_cast<Real>(parameters[0]);
                    for (std::size_t i = 0; i < z.size(); ++i) {
                        active[i] |= static_cast<unsigned char>(!Formula::inZeroSet(z[i], p));
                    }
                } else {
                    std::ranges::fill(active.first(z.size()), static_cast<unsigned char>(1));
                }
            },
    };
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
        .smoothness = Formula::smoothness,
        .monotone = Formula::monotone,
        .supDerivative = &Formula::supDerivative,
        .singlePrecision = kernels<Formula, float>(),
        .doublePrecision = kernels<Formula, double>(),
    };
}

using namespace formulas;

constexpr ActivationInfo table[]{
    row<Relu>(), row<LeakyRelu>(), row<Elu>(),      row<Silu>(),
    row<Tanh>(), row<Sigmoid>(),   row<Identity>(),
};

} // namespace

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

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activation/activation.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace reluscope {

// gtest finds it here.
inline void PrintTo(const Activation& activation, std::ostream* out) {
    *out << activation.info->id;
    for (std::size_t i = 0; i < activation.info->parameters.size(); ++i) {
        *out << ' ' << activation.info->parameters[i].id << '=' << activation.parameters[i];
    }
}

namespace test {

/// The values that a parameter takes in tests: each of its words, or else both ends of what is
/// accepted and numbers in between. Float has them all, so that both precisions compute the same f.
inline std::vector<double> testedValues(const ActivationParameter& parameter) {
    std::vector<double> values;
    if (parameter.isChoice()) {
        for (std::size_t word = 0; word < parameter.choices.size(); ++word) {
            values.push_back(static_cast<double>(word));
        }
        return values;
    }
    for (const double value : {parameter.minimum, -0.3, 0.0, 0.125, 2.7, 17.0, parameter.maximum}) {
        if (value >= parameter.minimum && value <= parameter.maximum) {
            values.push_back(static_cast<double>(static_cast<float>(value)));
        }
    }
    return values;
}

/// Every row of the table with its default parameters, and with each of them varied.
inline std::vector<Activation> everyActivation() {
    std::vector<Activation> all;
    for (const ActivationInfo& info : activationTable()) {
        all.emplace_back(info);
        for (std::size_t i = 0; i < info.parameters.size(); ++i) {
            for (const double value : testedValues(info.parameters[i])) {
                Activation varied(info);
                varied.parameters[i] = value;
                if (std::ranges::find(all, varied) == all.end()) {
                    all.push_back(varied);
                }
            }
        }
    }
    return all;
}

inline std::vector<const ActivationInfo*> everyRow() {
    std::vector<const ActivationInfo*> rows;
    for (const ActivationInfo& info : activationTable()) {
        rows.push_back(&info);
    }
    return rows;
}

inline Activation activation(std::string_view id) {
    return Activation(*findActivation(id));
}

inline Activation activation(std::string_view id, double parameter) {
    Activation made = activation(id);
    made.parameters[0] = parameter;
    return made;
}

template <class Real>
std::vector<Real> valueOf(const Activation& activation, const std::vector<Real>& z) {
    std::vector<Real> f(z.size());
    activation.apply(std::span<const Real>(z), std::span(f));
    return f;
}

template <class Real>
std::vector<Real> derivativeOf(const Activation& activation, const std::vector<Real>& z) {
    std::vector<Real> df(z.size());
    activation.differentiate(std::span<const Real>(z), std::span(df));
    return df;
}

template <class Real>
Real valueAt(const Activation& activation, Real z) {
    return valueOf(activation, std::vector<Real>{z})[0];
}

template <class Real>
Real derivativeAt(const Activation& activation, Real z) {
    return derivativeOf(activation, std::vector<Real>{z})[0];
}

/// The stretch of x, at most 1, over which f may bend.
inline double bendOf(const Activation& activation) {
    const double parameter = std::abs(activation.parameters[0]);
    return parameter == 0 ? 1 : std::min(parameter, 1 / parameter);
}

/// The larger of the terms g and x g' of f', where f is x g with a smooth gate g; 0 for all other
/// functions. In units of it f' is measured where it is smaller (docs/definitions.md).
template <class Wide>
Wide largerTerm(const Activation& activation, Wide x, Wide f, Wide slope) {
    const std::string_view id = activation.info->id;
    if ((id != "silu" && id != "gelu" && id != "mish") || x == 0) {
        return 0;
    }
    const Wide gate = f / x;
    return std::max(std::abs(gate), std::abs(slope - gate));
}

/// Numbers of all magnitudes that `Real` has, denormal ones and the largest among them.
template <class Real>
std::vector<Real> everyMagnitude() {
    using Limits = std::numeric_limits<Real>;
    std::vector<Real> all{
        Real{0},       -Real{0},       Limits::max(),        Limits::lowest(),
        Limits::min(), -Limits::min(), Limits::denorm_min(), -Limits::denorm_min()};
    for (int k = Limits::min_exponent - Limits::digits; k < Limits::max_exponent; ++k) {
        for (const double mantissa : {1.0, 1.0000001, 1.3, 1.7}) {
            const Real x = std::ldexp(static_cast<Real>(mantissa), k);
            all.push_back(x);
            all.push_back(-x);
        }
    }
    return all;
}

struct RowName {
    std::string operator()(const testing::TestParamInfo<const ActivationInfo*>& row) const {
        return std::string(row.param->id);
    }
};

/// Names the tests of a suite: letters, digits and underscores.
struct ActivationName {
    std::string operator()(const testing::TestParamInfo<Activation>& parameter) const {
        const Activation& activation = parameter.param;
        std::string name(activation.info->id);
        for (std::size_t i = 0; i < activation.info->parameters.size(); ++i) {
            const ActivationParameter& known = activation.info->parameters[i];
            const double value = activation.parameters[i];
            name +=
                '_' + (known.isChoice() ? std::string(known.wordOf(value)) : std::to_string(value));
        }
        std::ranges::replace(name, '-', 'm');
        std::ranges::replace(name, '.', '_');
        return name;
    }
};

} // namespace test
} // namespace reluscope

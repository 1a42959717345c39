// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activation/activation.h"

#include <string>
#include <string_view>

namespace reluscope::cli {

/// A value of a parameter: a number, or the word that it stands for.
struct ParameterValue {
    const ActivationParameter& parameter;
    double value;
};

/// "0.25", "tanh", "false".
std::string parameterText(const ParameterValue& value);

/// A number, a boolean or else a string.
std::string jsonText(const ParameterValue& value);

/// The value that `text` is for this parameter. Throws InputError with the place "--param NAME".
double parseParameter(const ActivationParameter& parameter, std::string_view text);

} // namespace reluscope::cli

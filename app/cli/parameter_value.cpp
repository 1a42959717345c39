// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/parameter_value.h"

#include "app/cli/json_text.h"
#include "app/cli/number_text.h"
#include "core/input_error.h"
#include "core/io/fields.h"

#include <charconv>
#include <system_error>

namespace reluscope::cli {
namespace {

double parseNumber(const ActivationParameter& parameter, const std::string& place,
                   std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    // Written so that a nan is refused, too.
    const bool isInRange = value >= parameter.minimum && value <= parameter.maximum;
    if (error != std::errc() || end != text.data() + text.size() || !isInRange) {
        throw InputError({}, place, '"' + std::string(text) + "\" is not possible",
                         "a number from " + numberText(parameter.minimum) + " to " +
                             numberText(parameter.maximum));
    }
    return value;
}

} // namespace

std::string parameterText(const ParameterValue& value) {
    return value.parameter.isChoice() ? std::string(value.parameter.wordOf(value.value))
                                      : numberText(value.value);
}

std::string jsonText(const ParameterValue& value) {
    const std::string text = parameterText(value);
    const bool isWord = value.parameter.isChoice() && !value.parameter.isFlag();
    return isWord ? jsonText(std::string_view(text)) : text;
}

double parseParameter(const ActivationParameter& parameter, std::string_view text) {
    const std::string place = "--param " + std::string(parameter.id);
    if (!parameter.isChoice()) {
        return parseNumber(parameter, place, text);
    }
    if (const std::optional<double> chosen = parameter.valueOf(text)) {
        return *chosen;
    }
    throw notAvailable(place, text, parameter.choices);
}

} // namespace reluscope::cli

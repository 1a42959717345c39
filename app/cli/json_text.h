// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/number_text.h"

#include <concepts>
#include <ranges>
#include <string>
#include <string_view>

namespace reluscope::cli {

// The JSON text of a value. We write it ourselves, since it has to be the shortest text of a float
// and libraries know only doubles.

/// Escaped and in quotes. `text` is UTF-8.
std::string jsonText(std::string_view text);

inline std::string jsonText(const char* text) {
    return jsonText(std::string_view(text));
}

inline std::string jsonText(bool value) {
    return value ? "true" : "false";
}

template <std::integral Integer>
requires(!std::same_as<Integer, bool>) std::string jsonText(Integer number) {
    return std::to_string(number);
}

/// JSON has no numbers that are not finite: these are strings, "nan", "inf" and "-inf".
template <std::floating_point Real>
std::string jsonText(Real number) {
    const std::string text = numberText(number);
    const bool isFinite = text.find_first_of("ni") == std::string::npos;
    return isFinite ? text : '"' + text + '"';
}

/// An object, by its fields in the order in which they are added.
class JsonObject {
  public:
    template <class Value>
    JsonObject& add(std::string_view name, const Value& value);

    std::string text() const { return '{' + m_fields + '}'; }

  private:
    std::string m_fields;
};

inline std::string jsonText(const JsonObject& object) {
    return object.text();
}

/// A list.
template <std::ranges::input_range Values>
requires(!std::convertible_to<Values, std::string_view>) std::string
    jsonText(const Values& values) {
    std::string text;
    for (const auto& value : values) {
        text += text.empty() ? "[" : ",";
        text += jsonText(value);
    }
    return text.empty() ? "[]" : text + ']';
}

template <class Value>
JsonObject& JsonObject::add(std::string_view name, const Value& value) {
    if (!m_fields.empty()) {
        m_fields += ',';
    }
    m_fields += jsonText(name) + ':' + jsonText(value);
    return *this;
}

} // namespace reluscope::cli

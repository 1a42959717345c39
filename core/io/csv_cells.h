// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <charconv>
#include <cmath>
#include <concepts>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The text of a value in a cell of a CSV file (RFC 4180) that we write.
namespace reluscope {

/// In quotation marks where it needs them.
std::string cellText(std::string_view text);

inline std::string cellText(bool value) {
    return value ? "true" : "false";
}

template <std::integral Integer>
requires(!std::same_as<Integer, bool>) std::string cellText(Integer number) {
    return std::to_string(number);
}

/// The shortest that reads back the same; "nan", "inf", "-inf".
template <std::floating_point Real>
std::string cellText(Real number) {
    if (std::isnan(number)) {
        return "nan"; // to_chars would tell the sign of it
    }
    std::array<char, 32> text{};
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), number);
    return {text.data(), end};
}

/// Empty where there is none.
template <class Value>
std::string cellText(const std::optional<Value>& value) {
    return value ? cellText(*value) : std::string();
}

/// Separated by semicolons.
template <class Value>
std::string cellText(const std::vector<Value>& values) {
    std::string text;
    for (const Value& value : values) {
        text += text.empty() ? "" : ";";
        text += cellText(value);
    }
    return text;
}

} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/number_text.h"

#include <array>
#include <charconv>
#include <cmath>

namespace reluscope::cli {
namespace {

/// `format` is what std::to_chars takes after the number; none: the shortest that reads back.
template <class Real, class... Format>
std::string digits(Real number, Format... format) {
    if (std::isnan(number)) {
        return "nan"; // to_chars would tell the sign of it
    }
    std::array<char, 512> text; // the largest double has 309 digits before its point
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number, format...).ptr;
    return {text.data(), end};
}

} // namespace

std::string numberText(float number) {
    return digits(number);
}

std::string numberText(double number) {
    return digits(number);
}

std::string roundedText(double number, int significant) {
    return digits(number, std::chars_format::general, significant);
}

std::string percentText(double fraction) {
    return digits(100 * fraction, std::chars_format::fixed, 1) + " %";
}

std::string groupedText(std::size_t number) {
    constexpr std::size_t groupSize = 3;
    std::string text = std::to_string(number);
    for (std::size_t end = text.size(); end > groupSize; end -= groupSize) {
        text.insert(end - groupSize, 1, ',');
    }
    return text;
}

} // namespace reluscope::cli

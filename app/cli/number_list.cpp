// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/number_list.h"

#include "core/input_error.h"
#include "core/io/json_value.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <istream>
#include <string>
#include <system_error>

namespace reluscope::cli {
namespace {

constexpr std::string_view whiteSpace = " \t\n\v\f\r";
constexpr const char* expected = "numbers apart by white space or commas, such as -1, 0, 2.5e-3, "
                                 "inf or nan";

void skipWhiteSpace(std::string_view& text) {
    text.remove_prefix(std::min(text.find_first_not_of(whiteSpace), text.size()));
}

/// The text up to the next separator, which is taken too: white space, at most one comma.
std::string_view takeField(std::string_view& text) {
    const std::string_view field =
        text.substr(0, std::min(text.find_first_of(" \t\n\v\f\r,"), text.size()));
    text.remove_prefix(field.size());
    skipWhiteSpace(text);
    if (text.starts_with(',')) {
        text.remove_prefix(1);
        skipWhiteSpace(text);
    }
    return field;
}

/// Appends the numbers in `text`; `place` is followed by the count of a number from 1.
void appendNumbers(std::vector<float>& numbers, std::string_view text, const std::string& source,
                   const std::string& place) {
    skipWhiteSpace(text);
    for (std::size_t count = 1; !text.empty(); ++count) {
        const std::string_view field = takeField(text);
        const auto number = parseFloat(field);
        if (!number) {
            throw InputError(source, place + std::to_string(count),
                             field.empty() ? "is missing before a comma"
                                           : '"' + printable(field) + "\" is not a float32 number",
                             expected);
        }
        numbers.push_back(*number);
    }
}

std::vector<float> atLeastOne(std::vector<float> numbers, const std::string& source) {
    if (numbers.empty()) {
        throw InputError(source, {}, "holds no number", expected);
    }
    return numbers;
}

template <class Real>
std::from_chars_result parse(std::string_view text, Real& number) {
    return std::from_chars(text.data(), text.data() + text.size(), number);
}

} // namespace

std::optional<float> parseFloat(std::string_view text) {
    if (text.starts_with('+') && !text.starts_with("+-")) {
        text.remove_prefix(1);
    }
    float number = 0;
    const auto [end, error] = parse(text, number);
    if (end != text.data() + text.size()) {
        return std::nullopt;
    }
    if (error == std::errc::result_out_of_range) {
        // from_chars does not say which end of the range it is; what is too small rounds to zero.
        double wide = 0;
        if (parse(text, wide).ec != std::errc() || std::abs(wide) > 1) {
            return std::nullopt;
        }
        return std::copysign(0.0F, static_cast<float>(wide));
    }
    return error == std::errc() ? std::optional(number) : std::nullopt;
}

std::vector<float> numbersOfOption(std::string_view option, std::string_view text) {
    std::vector<float> numbers;
    appendNumbers(numbers, text, std::string(option), "value ");
    return atLeastOne(std::move(numbers), std::string(option));
}

std::vector<float> numbersOfStandardInput(std::istream& input) {
    const std::string source = "standard input";
    std::vector<float> numbers;
    std::string line;
    for (std::size_t lineNumber = 1; std::getline(input, line); ++lineNumber) {
        appendNumbers(numbers, line, source, "line " + std::to_string(lineNumber) + ", number ");
    }
    return atLeastOne(std::move(numbers), source);
}

} // namespace reluscope::cli

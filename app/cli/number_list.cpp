// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/number_list.h"

#include "core/input_error.h"
#include "core/io/json_value.h"
#include "core/io/number_list.h"

#include <istream>
#include <string>

namespace reluscope::cli {
namespace {

constexpr const char* expected = "numbers apart by white space or commas, such as -1, 0, 2.5e-3, "
                                 "inf or nan";

/// Appends the numbers in `text`; `place` is followed by the count of a number from 1.
void appendNumbers(std::vector<float>& numbers, std::string_view text, const std::string& source,
                   const std::string& place) {
    NumberListReader reader(text, ",");
    for (std::size_t count = 1; const auto number = reader.next(); ++count) {
        if (!number->value) {
            throw InputError(source, place + std::to_string(count),
                             number->text.empty()
                                 ? "is missing before a comma"
                                 : '"' + printable(number->text) + "\" is not a float32 number",
                             expected);
        }
        numbers.push_back(*number->value);
    }
}

std::vector<float> atLeastOne(std::vector<float> numbers, const std::string& source) {
    if (numbers.empty()) {
        throw InputError(source, {}, "holds no number", expected);
    }
    return numbers;
}

} // namespace

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

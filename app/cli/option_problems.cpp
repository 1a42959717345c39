// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/option_problems.h"

#include "app/cli/parsed_number.h"

#include <cmath>
#include <cstddef>
#include <cstdint>

namespace reluscope::cli {
namespace {

std::string unless(bool isRight, const std::string& text, const std::string& kind) {
    return isRight ? "" : '"' + text + "\" is not " + kind;
}

} // namespace

std::string learningRateProblem(const std::string& text) {
    const auto rate = parsedNumber<double>(text);
    return unless(rate && std::isfinite(*rate) && *rate >= 0, text,
                  "a learning rate; a finite number of at least 0");
}

std::string wholeNumberProblem(const std::string& text) {
    return unless(parsedNumber<std::uint64_t>(text).has_value(), text,
                  "a whole number of at least 0");
}

std::string positiveNumberProblem(const std::string& text) {
    return unless(parsedNumber<std::uint64_t>(text).value_or(0) > 0, text,
                  "a whole number of at least 1");
}

std::string stepsProblem(const std::string& text) {
    constexpr std::size_t most = 1'000'000;
    const std::size_t number = parsedNumber<std::size_t>(text).value_or(0);
    return unless(number >= 2 && number <= most, text, "a number of steps from 2 to 1000000");
}

std::string threadsProblem(const std::string& text) {
    constexpr std::size_t most = 1024;
    const std::size_t number = parsedNumber<std::size_t>(text).value_or(0);
    return unless(number >= 1 && number <= most, text, "a number of threads from 1 to 1024");
}

} // namespace reluscope::cli

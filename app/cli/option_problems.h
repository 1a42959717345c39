// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

// What is wrong with the text of an option, for CLI11's check(); empty if nothing is. CLI11 by
// itself lets infinity, nan, hexadecimal and signs through.
namespace reluscope::cli {

std::string learningRateProblem(const std::string& text);
std::string wholeNumberProblem(const std::string& text);
std::string positiveNumberProblem(const std::string& text);
std::string stepsProblem(const std::string& text);
std::string threadsProblem(const std::string& text);

} // namespace reluscope::cli

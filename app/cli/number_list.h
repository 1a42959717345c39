// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <string_view>
#include <vector>

namespace reluscope::cli {

/// Numbers apart by white space or commas. Throws InputError that names the one at fault, "--x:
/// value 3", and where there is none at all.
std::vector<float> numbersOfOption(std::string_view option, std::string_view text);

/// The same of a stream, to its end: "standard input: line 2, number 5".
std::vector<float> numbersOfStandardInput(std::istream& input);

} // namespace reluscope::cli

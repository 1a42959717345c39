// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <optional>
#include <string_view>
#include <vector>

namespace reluscope::cli {

/// The float nearest to a decimal, "inf" or "nan", whatever the locale; nothing if `text` is not
/// wholly a number or too large for a float.
std::optional<float> parseFloat(std::string_view text);

/// Numbers apart by white space or commas. Throws InputError that names the one at fault, "--x:
/// value 3", and where there is none at all.
std::vector<float> numbersOfOption(std::string_view option, std::string_view text);

/// The same of a stream, to its end: "standard input: line 2, number 5".
std::vector<float> numbersOfStandardInput(std::istream& input);

} // namespace reluscope::cli

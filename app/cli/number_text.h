// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

namespace reluscope::cli {

/// The shortest decimal that reads back as the same number of the same type; "nan", "inf", "-inf".
std::string numberText(float number);
std::string numberText(double number);

/// A number to so many significant digits, for people.
std::string roundedText(double number, int digits);

/// 0.344 as "34.4 %".
std::string percentText(double fraction);

/// 48000 as "48,000".
std::string groupedText(std::size_t number);

} // namespace reluscope::cli

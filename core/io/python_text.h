// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Values as the source text of a Python program, UTF-8 whatever they hold.
namespace reluscope {

/// Lines of generated scripts are no longer than this where they can be broken.
inline constexpr std::size_t pythonLineWidth = 100;

/// A string literal. Bytes that are no UTF-8 become what Python's own file names have for them.
std::string pythonString(std::string_view text);

/// `text` on one line behind a `#`: what could end the line or hide the rest of it is left out.
std::string pythonComment(std::string_view text);

/// The shortest literal that reads back as the same number, and as a float. Finite numbers only.
std::string pythonFloat(double number);

/// The items between `opening` and `closing`, which begin at `column`: on this line if they fit
/// into the width, else on lines of their own, indented further than `indent`, that of this line.
std::string pythonItems(std::string_view opening, const std::vector<std::string>& items,
                        std::string_view closing, std::size_t column, std::size_t indent);

/// The assignment of `bytes` as lines of base64.
std::string pythonBase64(std::string_view name, std::span<const std::uint8_t> bytes);

} // namespace reluscope

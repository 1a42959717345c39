// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace reluscope {

/// The float nearest to a decimal, "inf" or "nan", whatever the locale; nothing if `text` is not
/// wholly a number or too large for a float.
std::optional<float> parseFloat(std::string_view text);

/// One place of a list of numbers.
struct ListedNumber {
    std::string_view text;      ///< a part of the list; empty where a number is missing
    std::optional<float> value; ///< nothing where `text` is no number
};

/// Reads a list of numbers one by one. They are apart by white space, by one of the separators, or
/// by both.
class NumberListReader {
  public:
    /// The text must outlive the reader.
    NumberListReader(std::string_view text, std::string_view separators);

    /// Nothing at the end of the list.
    std::optional<ListedNumber> next();

  private:
    bool isAtSeparator() const;
    void skipWhiteSpace();

    std::string_view m_rest;
    std::string_view m_separators;
};

} // namespace reluscope

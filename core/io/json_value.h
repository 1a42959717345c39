// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reluscope {

/// A value of a JSON document, in the order and the spelling of its file.
struct JsonValue {
    enum class Kind { Null, Boolean, Number, String, List, Object };

    Kind kind = Kind::Null;
    bool boolean = false;
    double number = 0;                  ///< always finite
    std::optional<std::uint64_t> whole; ///< a number written as a whole one, not negative
    std::string text;                   ///< a string; or a number as it is written
    std::vector<JsonValue> elements;    ///< of a list; or the values of an object
    std::vector<std::string> names;     ///< of an object's values, all different
};

/// Parses a UTF-8 document. Throws InputError without a file: for a syntax error and a number out
/// of range with a place such as "line 3, column 7", where the reader noticed it (columns count
/// characters); for a field given twice with the path of the field; and for absurd nesting.
JsonValue parseJson(std::string_view document);

/// `text` fit for a one-line message: long ones are cut, control characters replaced.
std::string printable(std::string_view text);

} // namespace reluscope

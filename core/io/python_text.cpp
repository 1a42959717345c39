// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/python_text.h"

#include "core/io/utf8.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace reluscope {
namespace {

bool isControl(std::string_view character) {
    return static_cast<unsigned char>(character[0]) < 0x20 || character == "\x7F";
}

/// Whether a character orders text from right to left, or breaks lines for some editors: it could
/// show a program that is not the one that runs. U+200E, U+200F, U+2028 to U+202E, U+2066 to
/// U+2069.
bool isHidden(std::string_view character) {
    const auto last = static_cast<unsigned char>(character.back());
    if (character.starts_with("\xE2\x80")) {
        return last == 0x8E || last == 0x8F || (last >= 0xA8 && last <= 0xAE);
    }
    return character.starts_with("\xE2\x81") && last >= 0xA6 && last <= 0xA9;
}

bool isUtf8(std::string_view text) {
    return findInvalidUtf8(text) == std::string_view::npos;
}

/// Takes the first character off `text`, which is not empty; of what is no UTF-8, a byte.
std::string_view takeCharacter(std::string_view& text) {
    std::size_t length = 1;
    while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U) {
        ++length;
    }
    const std::string_view character = text.substr(0, isUtf8(text.substr(0, length)) ? length : 1);
    text.remove_prefix(character.size());
    return character;
}

std::string hexadecimal(unsigned byte) {
    constexpr std::string_view digits = "0123456789abcdef";
    return {digits[byte / 16], digits[byte % 16]};
}

/// A character within a string literal.
std::string escaped(std::string_view character) {
    const auto last = static_cast<unsigned char>(character.back());
    if (character == "\"" || character == "\\") {
        return "\\" + std::string(character);
    }
    if (isControl(character)) {
        return "\\x" + hexadecimal(last);
    }
    if (!isUtf8(character)) {
        return "\\udc" + hexadecimal(last);
    }
    if (isHidden(character)) {
        // U+2000 to U+203F are E2 80 80 to E2 80 BF; U+2040 and up begin with E2 81.
        const bool isLowerHalf = character[1] == '\x80';
        return "\\u20" + hexadecimal(isLowerHalf ? last - 0x80U : last - 0x40U);
    }
    return std::string(character);
}

} // namespace

std::string pythonString(std::string_view text) {
    std::string literal = "\"";
    while (!text.empty()) {
        literal += escaped(takeCharacter(text));
    }
    return literal + '"';
}

std::string pythonComment(std::string_view text) {
    std::string comment = "# ";
    while (!text.empty()) {
        const std::string_view character = takeCharacter(text);
        if (isControl(character)) {
            comment += ' ';
        } else if (isUtf8(character) && !isHidden(character)) {
            comment += character;
        }
    }
    return comment;
}

std::string pythonFloat(double number) {
    std::array<char, 32> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    const std::string text(digits.data(), end);
    return text.find_first_of(".e") == std::string::npos ? text + ".0" : text;
}

std::string pythonItems(std::string_view opening, const std::vector<std::string>& items,
                        std::string_view closing, std::size_t column, std::size_t indent) {
    std::string text(opening);
    for (const std::string& item : items) {
        text += (&item == &items.front() ? "" : ", ") + item;
    }
    text += closing;
    const std::size_t comma = 1;
    if (column + text.size() + comma <= pythonLineWidth) {
        return text;
    }
    text = opening;
    std::size_t used = pythonLineWidth;
    for (const std::string& item : items) {
        if (used + item.size() + 2 > pythonLineWidth) {
            text += "\n" + std::string(indent + 4, ' ') + item + ",";
            used = indent + 4 + item.size() + 1;
        } else {
            text += " " + item + ",";
            used += item.size() + 2;
        }
    }
    return text + "\n" + std::string(indent, ' ') + std::string(closing);
}

std::string pythonBase64(std::string_view name, std::span<const std::uint8_t> bytes) {
    constexpr std::string_view digits =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text = std::string(name) + R"( = """)";
    for (std::size_t begin = 0; begin < bytes.size(); begin += 3) {
        if (begin / 3 * 4 % pythonLineWidth == 0) {
            text += '\n';
        }
        const auto group = bytes.subspan(begin, std::min<std::size_t>(3, bytes.size() - begin));
        std::uint32_t bits = 0;
        for (std::size_t i = 0; i < 3; ++i) {
            bits = bits << 8U | (i < group.size() ? group[i] : 0U);
        }
        for (std::size_t i = 0; i < 4; ++i) {
            text += i <= group.size() ? digits[bits >> (18 - 6 * i) & 63U] : '=';
        }
    }
    return text + "\n\"\"\"\n";
}

} // namespace reluscope

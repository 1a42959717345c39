// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/utf8.h"

namespace reluscope {
namespace {

/// The first two bytes of characters of more than one; all further bytes are 80 to BF.
struct LeadingBytes {
    unsigned char firstFrom, firstTo;
    unsigned char secondFrom, secondTo;
    std::size_t length;
};

constexpr LeadingBytes leadingBytes[] = {
    {0xC2, 0xDF, 0x80, 0xBF, 2}, {0xE0, 0xE0, 0xA0, 0xBF, 3}, {0xE1, 0xEC, 0x80, 0xBF, 3},
    {0xED, 0xED, 0x80, 0x9F, 3}, {0xEE, 0xEF, 0x80, 0xBF, 3}, {0xF0, 0xF0, 0x90, 0xBF, 4},
    {0xF1, 0xF3, 0x80, 0xBF, 4}, {0xF4, 0xF4, 0x80, 0x8F, 4},
};

bool isWithin(char byte, unsigned char from, unsigned char to) noexcept {
    const auto value = static_cast<unsigned char>(byte);
    return value >= from && value <= to;
}

/// The length of the character that `text`, not empty, begins with; 0 if it is not well-formed.
std::size_t characterLength(std::string_view text) noexcept {
    if (isWithin(text[0], 0, 0x7F)) {
        return 1;
    }
    for (const LeadingBytes& row : leadingBytes) {
        if (!isWithin(text[0], row.firstFrom, row.firstTo)) {
            continue;
        }
        if (text.size() < row.length || !isWithin(text[1], row.secondFrom, row.secondTo)) {
            return 0;
        }
        for (std::size_t i = 2; i < row.length; ++i) {
            if (!isWithin(text[i], 0x80, 0xBF)) {
                return 0;
            }
        }
        return row.length;
    }
    return 0;
}

} // namespace

std::size_t findInvalidUtf8(std::string_view text) noexcept {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = characterLength(text.substr(at));
        if (length == 0) {
            return at;
        }
        at += length;
    }
    return std::string_view::npos;
}

} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/json_text.h"

namespace reluscope::cli {

std::string jsonText(std::string_view text) {
    constexpr std::string_view hexDigits = "0123456789abcdef";
    std::string result = "\"";
    for (const char c : text) {
        const auto code = static_cast<unsigned char>(c);
        if (code < 0x20) {
            result += "\\u00";
            result += hexDigits[code / 16];
            result += hexDigits[code % 16];
            continue;
        }
        if (c == '"' || c == '\\') {
            result += '\\';
        }
        result += c;
    }
    return result + '"';
}

} // namespace reluscope::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csv_cells.h"

namespace reluscope {

std::string cellText(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        return std::string(text);
    }
    std::string quoted = "\"";
    for (const char c : text) {
        quoted += c;
        if (c == '"') {
            quoted += c;
        }
    }
    return quoted + '"';
}

} // namespace reluscope

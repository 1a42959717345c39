// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/byte_size.h"

namespace reluscope {

std::string byteSizeText(std::size_t bytes) {
    constexpr const char* units[] = {"bytes", "kB", "MB", "GB", "TB"};
    std::size_t unit = 0;
    std::size_t divisor = 1;
    while (unit < 4 && bytes / divisor >= 1000) {
        divisor *= 1000;
        ++unit;
    }
    const std::size_t whole = bytes / divisor;
    const std::size_t tenth = bytes % divisor * 10 / divisor;
    std::string text = std::to_string(whole);
    if (whole < 10 && tenth > 0) {
        text += "." + std::to_string(tenth);
    }
    return text + " " + units[unit];
}

} // namespace reluscope

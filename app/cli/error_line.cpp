// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/error_line.h"

#include <algorithm>
#include <cstdio>
#include <string>

namespace reluscope::cli {

void printError(std::string_view message) {
    // A name out of a file may hold line ends, or commands to the terminal.
    std::string line = "error: " + std::string(message);
    std::ranges::replace_if(
        line, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
    line += '\n';
    std::fputs(line.c_str(), stderr);
}

} // namespace reluscope::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/standard_output.h"

#include "core/input_error.h"

#include <cerrno>
#include <cstdio>
#include <system_error>

namespace reluscope::cli {

void writeOut(std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size() &&
        std::fflush(stdout) == 0) {
        return;
    }
    if (errno == EPIPE) {
        throw OutputClosed();
    }
    throw InputError("standard output", {},
                     "cannot be written: " + std::generic_category().message(errno));
}

} // namespace reluscope::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace reluscope::cli {

/// Writes "error: MESSAGE" to standard error, on one line whatever the message holds.
void printError(std::string_view message);

} // namespace reluscope::cli

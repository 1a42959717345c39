// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>
#include <string_view>

namespace reluscope::cli {

/// Thrown where nobody reads on, as after `| head`: the work is over, and nothing to tell anyone.
class OutputClosed : public std::runtime_error {
  public:
    OutputClosed()
        : std::runtime_error("standard output is closed") {}
};

/// Writes `text` through to standard output at once, so that a reader of a pipe can follow.
/// Throws OutputClosed, or InputError where it cannot be written for another reason.
void writeOut(std::string_view text);

} // namespace reluscope::cli

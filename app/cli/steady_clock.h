// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace reluscope::cli {

/// The time, as a Trainer takes it.
inline std::chrono::nanoseconds steadyClock() {
    return std::chrono::steady_clock::now().time_since_epoch();
}

} // namespace reluscope::cli

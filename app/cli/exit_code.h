// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace reluscope::cli::exit_code {

inline constexpr int done = 0;
inline constexpr int failed = 1; ///< the input was bad or the work failed
inline constexpr int wrongUsage = 2;
inline constexpr int interrupted = 130; ///< as shells report a program that SIGINT ended

} // namespace reluscope::cli::exit_code

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/sweep_spec.h"

#include <filesystem>

namespace reluscope::ui {

/// Where in \p folder the results of a sweep are kept: the same sweep finds them again, and no
/// other does, nor does one of data files that have changed since. Relative ones begin at
/// \p dataDirectory.
std::filesystem::path keptSweepPath(const std::filesystem::path& folder, const SweepSpec& spec,
                                    const std::filesystem::path& dataDirectory);

/// Drops the oldest of the sweeps in \p folder where there are more than \p most.
void dropOldSweeps(const std::filesystem::path& folder, std::size_t most);

} // namespace reluscope::ui

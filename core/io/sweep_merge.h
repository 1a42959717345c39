// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/sweep_result.h"

#include <filesystem>
#include <span>
#include <vector>

namespace reluscope {

struct MergedSweep {
    SweepSpec spec;
    std::vector<SweepResult> results; ///< sorted; each cell once
};

/// Brings together what parts of one sweep have left in \p files (at least one), each with what it
/// is of beside it. Throws InputError where they are of different sweeps, or tell different results
/// of one run.
MergedSweep mergeSweeps(std::span<const std::filesystem::path> files);

} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/sweep_result.h"

#include <span>
#include <string>

namespace reluscope::cli {

/// What a sweep has shown, a line for each of its runs: at which rate it does best by the median
/// over seeds, how it fares there, and how many of its runs went wrong.
std::string sweepSummary(const SweepSpec& spec, std::span<const SweepResult> results);

} // namespace reluscope::cli

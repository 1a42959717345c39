// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/cell_run.h"
#include "core/sweep/sweep_control.h"

#include <cstddef>
#include <functional>
#include <span>
#include <stop_token>

namespace reluscope {

/// Refuses a sweep in so many jobs of which a run does not suit the data, or needs more memory than
/// its share. \throws InputError with the field of the experiment as its place and no file.
void checkSweep(const SweepSpec& spec, const CellRunOptions& options, std::size_t jobs);

/// Runs \p cells side by side in \p jobs threads, which share the data and \p options.memoryLimit;
/// they are begun in their order. Each result is handed to \p deliver as its run ends, on any
/// thread but never on two at once. Results do not depend on the number of jobs.
/// Returns whether all were delivered: those under way when \p stop is requested are not.
/// \throws InputError as checkSweep() does, before any run begins; and whatever \p deliver throws,
/// which ends the sweep.
bool runSweep(const SweepSpec& spec, std::span<const SweepCell> cells,
              const CellRunOptions& options, std::size_t jobs, SweepControl& control,
              const std::function<void(const SweepResult&)>& deliver,
              const std::stop_token& stop = {});

} // namespace reluscope

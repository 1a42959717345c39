// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/training/experiment.h"

namespace reluscope {

// Both throw InputError, with the field of the experiment file as its place and no file.

/// Refuses an experiment that does not suit its data, or that speaks of runs or units that it does
/// not have.
void checkSuits(const Experiment& experiment, const Dataset& data);

/// Refuses an experiment that would need more than \p limit bytes.
void checkMemory(const Experiment& experiment, const Dataset& data, double limit);

} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/training/experiment.h"

namespace reluscope {

/// Throws InputError, with the field of the experiment file as its place and no file, where an
/// experiment does not suit its data, speaks of runs or units that it does not have, or would need
/// more than \p memoryLimit bytes.
void checkExperiment(const Experiment& experiment, const Dataset& data, double memoryLimit);

} // namespace reluscope

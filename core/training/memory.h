// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/training/experiment.h"

namespace reluscope {

/// Bytes that training \p experiment on \p data will allocate: weights, gradients, optimizer state
/// and intermediate results of all runs. A double, since nonsense may ask for more than 2^64.
double trainingBytes(const Experiment& experiment, const Dataset& data);

} // namespace reluscope

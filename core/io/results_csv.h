// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainer.h"

#include <string>

namespace reluscope {

// The results of training as a CSV file (RFC 4180, comma, LF): a line for each epoch of each run,
// in the order in which they come. Figures of layers share a cell, separated by semicolons. Numbers
// are the shortest that read back the same; what was not measured is empty.

/// The names of the columns.
std::string resultsCsvHeader();

std::string resultsCsvLine(const Experiment& experiment, const EpochRecord& record);

} // namespace reluscope

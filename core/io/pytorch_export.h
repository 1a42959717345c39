// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/training/experiment.h"

#include <filesystem>
#include <string>

namespace reluscope {

/// A PyTorch script that trains the same networks in the same way on the same data, and takes the
/// same weight files: Python 3.9, PyTorch 1.13 or newer, and nothing else. Files of data are read
/// where they lie; what only our own draws can tell, generated examples and which ones are held
/// back, stands in the script. Only what this experiment needs is written.
///
/// `data` is that of the experiment, whose relative paths are taken from `baseDirectory`. Throws
/// InputError, with the field as its place and no file, where the experiment does not suit the data
/// or the script would have to hold too much of it.
std::string exportToPytorch(const Experiment& experiment, const Dataset& data,
                            const std::filesystem::path& baseDirectory);

} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/data_spec.h"
#include "core/data/dataset.h"

#include <filesystem>
#include <stop_token>

namespace reluscope {

/// Reads a CSV file and makes the data set of `spec` from it: the column `spec.target` is to be
/// learned from all others, and a part of the rows is held back for testing.
///
/// A classification's targets are class numbers from 0; or else names, which become classes in
/// their alphabetical order. Throws InputError, with the file and the line at fault, for a file
/// that cannot be read, is damaged or has anything but numbers among the features.
Dataset loadCsv(const std::filesystem::path& path, const DataSpec& spec,
                const std::stop_token& stop);

} // namespace reluscope

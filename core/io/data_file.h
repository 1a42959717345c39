// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/data_spec.h"
#include "core/io/csv_outline.h"

#include <filesystem>
#include <stop_token>

namespace reluscope {

/// Reads the columns of a CSV file, plain or gzip. Throws InputError, with the file and the place,
/// where it is none.
CsvOutline readCsvOutline(const std::filesystem::path& path, const std::stop_token& stop = {});

/// The `data` object that uses a file: of IDX images or labels, which its first bytes tell, with
/// the files that belong to it by their names; else CSV with its likeliest target. Paths are those
/// given. Throws InputError, with the file, where it cannot be read or is no such file, and where
/// an IDX file is without its other half.
DataSpec dataFileSpec(const std::filesystem::path& path, const std::stop_token& stop = {});

} // namespace reluscope

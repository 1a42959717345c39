// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/data_spec.h"

#include <filesystem>
#include <string>
#include <vector>

namespace reluscope {

/// Makes the paths of files whole: relative ones begin at a directory.
void makePathsAbsolute(DataSpec& spec, const std::filesystem::path& directory);

/// Makes paths of files relative to a directory, so that both can move together. Files that have
/// no directory in common with it but the root keep their absolute paths. Nothing is looked up.
void makePathsRelative(DataSpec& spec, const std::filesystem::path& directory);

/// The files that are named; none for generated data.
std::vector<std::filesystem::path> dataFiles(const DataSpec& spec);

/// When those files, relative ones in \p directory, were written and how long they are: another
/// one when they have changed. Nothing is read.
std::string dataStamp(const DataSpec& spec, const std::filesystem::path& directory);

} // namespace reluscope

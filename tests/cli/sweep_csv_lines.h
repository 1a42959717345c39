// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace reluscope::test {

std::string textOf(const std::filesystem::path& path);

/// The lines of a file of results without the time that each run took, which is the last column.
std::vector<std::string> timelessLines(const std::filesystem::path& csv);

/// The rows of CSV without quotation marks, by the names of its columns.
std::vector<std::map<std::string, std::string>> rowsOf(const std::filesystem::path& csv);

} // namespace reluscope::test

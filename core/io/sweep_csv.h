// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/sweep_result.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace reluscope {

// The results of a sweep as a CSV file (RFC 4180, comma, LF): a line for each run that has ended.
// What has several parts is separated by semicolons: activations and widths by layer, parameters
// as "k=v", with the number of the layer before them ("2.alpha=1") where layers differ. Numbers are
// the shortest that read back the same; figures that a run does not have are empty.

/// The names of the columns.
std::string sweepCsvHeader();

/// What begins the line of a run, and tells it from the others: the columns up to the seed.
std::string sweepCsvSettings(const SweepSpec& spec, SweepCell cell);

std::string sweepCsvLine(const SweepSpec& spec, const SweepResult& result);

/// The results in the text of such a file, in its order, without a last line that has no end, as a
/// killed program leaves it. Throws InputError with a place such as "line 3, status" for what is no
/// result, or one of another sweep.
std::vector<SweepResult> parseSweepCsv(const SweepSpec& spec, std::string_view text);

/// Those in a file; errors name it.
std::vector<SweepResult> readSweepCsv(const SweepSpec& spec, const std::filesystem::path& path);

/// Puts results in the order of their runs, rates and seeds.
void sortByCell(std::vector<SweepResult>& results);

/// The whole text of a file.
std::string sweepCsv(const SweepSpec& spec, const std::vector<SweepResult>& results);

} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/sweep_spec.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace reluscope {

// What a sweep's results are of, as a JSON document: the experiment, which is one of
// experiment_file.h, the learning rates, how many seeds, and the fingerprint of the data.

std::string writeSweepSpec(const SweepSpec& spec);

/// Throws InputError as parseExperiment() does. Errors name no file.
SweepSpec parseSweepSpec(std::string_view json);

/// The document in a file. Errors name `path`.
SweepSpec readSweepSpec(const std::filesystem::path& path);

/// Refuses results of \p known for a sweep of \p wanted where their experiments differ in more than
/// the title and what was changed by hand, or the data in what stood in their files. The place is
/// the part that differs, and no file.
void checkSameExperiment(const SweepSpec& known, const SweepSpec& wanted);

} // namespace reluscope

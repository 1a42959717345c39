// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/experiment.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace reluscope {

// The experiment file (*.reluscope.json), version 1, as docs/contracts.md lays it down. Nothing in
// it is passed over: an unknown field, a wrong type, a value out of range or not available here is
// refused with InputError, whose place is the path of the field ("runs[1].activation.id", lists
// counted from 0) or, for what is no JSON, "line 3, column 7".

/// The experiment that a document holds. Errors name no file.
Experiment parseExperiment(std::string_view json);

/// The experiment in a file of at most 16 MB. Errors name `path`.
Experiment readExperiment(const std::filesystem::path& path);

/// The document of an experiment, UTF-8, one that parseExperiment() takes back to the same: fields
/// in a fixed order, settings written out even where they are defaults, save what its source of
/// data or its initialization has no use for. All numbers must be finite.
std::string writeExperiment(const Experiment& experiment);

} // namespace reluscope

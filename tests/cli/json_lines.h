// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/cli/experiment_file.h"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace reluscope::test {

/// The objects of JSON Lines.
std::vector<nlohmann::json> linesOf(const std::string& output);

/// What `train --json` prints of an experiment; expects it to go well.
std::vector<nlohmann::json> trainJson(const ExperimentFile& file,
                                      std::vector<std::string> options = {});

/// Those of the lines that tell such an event.
std::vector<nlohmann::json> ofEvent(const std::vector<nlohmann::json>& lines,
                                    std::string_view event);

} // namespace reluscope::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/json_value.h"
#include "core/training/experiment.h"

#include <string>
#include <vector>

// The parts of an experiment file, each read from its value; `place` is the path that leads to it.
// All throw InputError.
namespace reluscope {

/// The whole of it, where it stands within another document.
Experiment parseExperiment(const JsonValue& document, const std::string& place);

DataSpec parseData(const JsonValue& value, const std::string& place);

NetworkSpec parseNetwork(const JsonValue& value, const std::string& place);
std::vector<std::size_t> parseHidden(const JsonValue& value, const std::string& place);
Initialization parseInitialization(const JsonValue& value, const std::string& place);

TrainingSpec parseTraining(const JsonValue& value, const std::string& place);
OptimizerSpec parseOptimizer(const JsonValue& value, const std::string& place);
StopRules parseStop(const JsonValue& value, const std::string& place);
std::vector<Change> parseChanges(const JsonValue& value, const std::string& place);
double parseLearningRate(const JsonValue& value, const std::string& place);

/// `hidden` is the experiment's, for runs that have none of their own.
std::vector<RunSpec> parseRuns(const JsonValue& value, const std::string& place,
                               const std::vector<std::size_t>& hidden);

} // namespace reluscope

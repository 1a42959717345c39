// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/training/experiment.h"

#include <filesystem>
#include <set>
#include <string>
#include <vector>

// The parts of a PyTorch script; see exportToPytorch().
namespace reluscope {

struct ScriptSection {
    std::set<std::string> modules = {}; ///< of Python's own that it imports
    std::string code;                   ///< definitions, two empty lines apart
    std::string appendix = {};          ///< long constants, for the end of the script
};

/// `load_data()`, which returns features and targets of the training and of the test examples.
/// Throws InputError where the script would have to hold too much data.
ScriptSection pytorchData(const DataSpec& spec, const Dataset& data,
                          const std::filesystem::path& baseDirectory);

/// The class `Network`, whose parameters are called as in weight files, and `read_weights()`.
ScriptSection pytorchNetwork(const Experiment& experiment, const Dataset& data);

/// What makes the activation of each hidden layer of a run.
std::vector<std::string> pytorchModules(const Experiment& experiment, const RunSpec& run);

/// `RUNS`: what distinguishes them; and `make_network()`.
ScriptSection pytorchRuns(const Experiment& experiment);

/// `train()`, which trains one run and prints its figures.
ScriptSection pytorchTraining(const Experiment& experiment, const Dataset& data);

} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/experiment_file.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

namespace reluscope::test {

nlohmann::json smallExperiment() {
    return nlohmann::json::parse(R"({
        "format": "reluscope-experiment", "version": 1, "title": "Small",
        "data": {"source": "xor", "train": 200, "test": 100, "seed": 1},
        "network": {"hidden": [8, 4], "seed": 1},
        "training": {"epochs": 3, "batch_size": 20, "optimizer": {"learning_rate": 0.1}},
        "runs": [
            {"name": "ReLU", "activation": {"id": "relu"}},
            {"name": "Hot", "activation": {"id": "identity"}, "learning_rate": 1e6},
            {"name": "\u6b63\u5207 \"tanh\"", "activation": {"id": "tanh"}, "learning_rate": 0.2}
        ]
    })");
}

ExperimentFile::ExperimentFile(const nlohmann::json& experiment) {
    // Tests run side by side, each in a process of its own.
    m_path = std::filesystem::path(testing::TempDir()) /
             ("cli_test_" + std::to_string(getpid()) + ".reluscope.json");
    std::ofstream(m_path) << experiment.dump();
}

ExperimentFile::~ExperimentFile() {
    std::error_code ignored;
    std::filesystem::remove(m_path, ignored);
}

} // namespace reluscope::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/experiment_file.h"
#include "tests/core/expect_input_error.h"

#include <gtest/gtest.h>

#include <string>

namespace reluscope {
namespace {

std::string withChanges(const std::string& changes) {
    return R"({"format": "reluscope-experiment", "version": 1, "data": {"source": "moons"},
               "network": {"hidden": [3]}, "runs": [{"name": "A", "activation": {"id": "relu"}}],
               "training": {"changes": )" +
           changes + "}}";
}

TEST(ExperimentChanges, AreReadAndWritten) {
    const Experiment experiment = parseExperiment(withChanges(R"([
        {"run": "A", "step": 0, "field": "learning_rate", "value": 0.5},
        {"run": "A", "step": 7, "field": "momentum", "value": 0.9},
        {"run": "A", "step": 7, "field": "weight_decay", "value": 1e-4},
        {"run": "A", "step": 9, "field": "batch_size", "value": 64},
        {"run": "A", "step": 10, "field": "kill", "value": [1, 3]},
        {"run": "A", "step": 11, "field": "revive", "value": [1, 3]},
        {"run": "A", "step": 12, "field": "nesterov", "value": true}])"));
    const auto& changes = experiment.training.changes;
    ASSERT_EQ(changes.size(), 7);
    EXPECT_EQ(changes[0], (Change{"A", 0, ChangedField::LearningRate, 0.5}));
    EXPECT_EQ(changes[3], (Change{"A", 9, ChangedField::BatchSize, 64.0}));
    EXPECT_EQ(changes[4], (Change{"A", 10, ChangedField::Kill, UnitPlace{0, 2}}));
    EXPECT_EQ(changes[6], (Change{"A", 12, ChangedField::Nesterov, 1.0}));
    EXPECT_EQ(parseExperiment(writeExperiment(experiment)), experiment);
}

TEST(ExperimentChanges, AreRefusedWhereTheyMeanNothing) {
    const auto refuse = [](const char* change, const char* place, const char* words) {
        test::expectInputError(
            [&] { parseExperiment(withChanges("[" + std::string(change) + "]")); },
            "training.changes[0]" + std::string(place), words);
    };
    refuse(R"({"run": "A", "step": 1, "field": "rate", "value": 1})", ".field", "learning_rate");
    refuse(R"({"run": "A", "step": 1, "field": "momentum", "value": 2})", ".value", "1");
    refuse(R"({"run": "A", "step": -1, "field": "momentum", "value": 0})", ".step", "whole");
    refuse(R"({"run": "A", "step": 1, "field": "kill", "value": [0, 1]})", ".value[0]", "1");
    refuse(R"({"run": "A", "step": 1, "field": "kill", "value": 3})", ".value", "list");
    refuse(R"({"run": "A", "step": 1, "field": "batch_size", "value": 1.5})", ".value", "whole");
    refuse(R"({"run": "A", "step": 1, "field": "nesterov", "value": 1})", ".value", "true");
    refuse(R"({"run": "A", "field": "momentum", "value": 0})", ".step", "missing");
    refuse(R"({"run": "A", "step": 1, "when": 1, "field": "momentum", "value": 0})", ".when",
           "step");
}

} // namespace
} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of the lines that `train --json` prints, as the contract lists them.
#include "tests/cli/child_process.h"
#include "tests/cli/experiment_file.h"
#include "tests/cli/json_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace reluscope::test {
namespace {

using nlohmann::json;
using testing::HasSubstr;

/// The small experiment with this activation alone, for one epoch.
json experimentOf(const json& activation) {
    json experiment = smallExperiment();
    experiment["runs"] = json::array({{{"name", "Run"}, {"activation", activation}}});
    experiment["training"]["epochs"] = 1;
    return experiment;
}

json regression() {
    json experiment = experimentOf({{"id", "tanh"}});
    experiment["data"] = {{"source", "sine"}, {"train", 50}, {"test", 20}};
    return experiment;
}

/// Lists of so many numbers.
void expectNumbers(const json& line, const char* field, std::size_t count) {
    const json& list = line.at(field);
    ASSERT_TRUE(list.is_array()) << field;
    EXPECT_EQ(list.size(), count) << field;
    for (const json& number : list) {
        EXPECT_TRUE(number.is_number()) << field << ": " << list;
    }
}

TEST(EpochLine, HasEveryFigureOfTheContract) {
    const auto epochs = ofEvent(trainJson(ExperimentFile(experimentOf({{"id", "relu"}}))), "epoch");
    ASSERT_EQ(epochs.size(), 2);
    for (const json& line : epochs) {
        EXPECT_EQ(line.at("run"), "Run");
        for (const char* field : {"epoch", "step", "learning_rate", "train_loss", "test_loss",
                                  "train_accuracy", "test_accuracy", "dead_fraction", "seconds"}) {
            EXPECT_TRUE(line.at(field).is_number()) << field;
        }
        for (const char* field :
             {"silent", "permanently_dead", "saturated", "sparsity", "mean_activation"}) {
            expectNumbers(line, field, 2);
        }
        expectNumbers(line, "gradient_norm", 3);
        EXPECT_EQ(line.at("learned_parameters"), json::parse("[[], []]"));
        EXPECT_EQ(line.at("constant_output"), false);
    }
}

TEST(EpochLine, ListsTheLearnedParametersOfEachHiddenLayer) {
    const auto shared =
        ofEvent(trainJson(ExperimentFile(experimentOf({{"id", "prelu"}, {"init", 0.1}}))), "epoch");
    EXPECT_EQ(shared.at(0).at("learned_parameters"), json::parse("[[0.1], [0.1]]"))
        << "as floats are written";
    EXPECT_NE(shared.at(1).at("learned_parameters"), shared.at(0).at("learned_parameters"));
    const auto perUnit = ofEvent(
        trainJson(ExperimentFile(experimentOf({{"id", "prelu"}, {"per_unit", true}}))), "epoch");
    EXPECT_EQ(perUnit.at(0).at("learned_parameters").at(0), json(std::vector<double>(8, 0.25)));
    EXPECT_EQ(perUnit.at(0).at("learned_parameters").at(1), json(std::vector<double>(4, 0.25)));
}

TEST(EpochLine, OfALinearModelHasNothingOfHiddenLayers) {
    json experiment = experimentOf({{"id", "relu"}});
    experiment["network"]["hidden"] = json::array();
    const json line = ofEvent(trainJson(ExperimentFile(experiment)), "epoch").at(0);
    for (const char* field : {"silent", "permanently_dead", "saturated", "sparsity",
                              "mean_activation", "learned_parameters"}) {
        EXPECT_EQ(line.at(field), json::array()) << field;
    }
    expectNumbers(line, "gradient_norm", 1);
    EXPECT_EQ(line.at("dead_fraction"), 0);
}

TEST(EpochLine, OfARegressionHasNoAccuracies) {
    const auto epochs = ofEvent(trainJson(ExperimentFile(regression())), "epoch");
    ASSERT_EQ(epochs.size(), 2);
    for (const json& line : epochs) {
        EXPECT_FALSE(line.contains("train_accuracy"));
        EXPECT_FALSE(line.contains("test_accuracy"));
        EXPECT_GT(line.at("train_loss"), 0);
        EXPECT_GT(line.at("test_loss"), 0);
        expectNumbers(line, "gradient_norm", 3);
    }
}

TEST(EpochLine, HasTheLearningRateOfTheSchedule) {
    json experiment = experimentOf({{"id", "tanh"}});
    experiment["training"]["epochs"] = 3;
    experiment["training"]["schedule"] = {{"name", "step"}, {"step_size", 1}, {"gamma", 0.5}};
    std::vector<double> rates;
    for (const json& line : ofEvent(trainJson(ExperimentFile(experiment)), "epoch")) {
        rates.push_back(line.at("learning_rate"));
    }
    EXPECT_EQ(rates, (std::vector<double>{0.1, 0.1, 0.05, 0.025}));
}

TEST(TrainTable, OfARegressionNeedsNoAccuracy) {
    const ExperimentFile file(regression());
    const ChildResult result = runCli({"train", file.path()});
    EXPECT_EQ(result.exitCode, 0) << result.errors;
    EXPECT_THAT(result.output, HasSubstr("50 training and 20 test examples"));
    EXPECT_THAT(result.output, HasSubstr("finished"));
}

/// One example, on which the first step kills all three units.
json dyingExperiment() {
    json experiment = experimentOf({{"id", "relu"}});
    experiment["data"] = {{"source", "points"}, {"points", {{1, 0, 1}}}};
    experiment["network"] = {{"hidden", {3}},
                             {"initialization", {{"weights", "constant"}, {"value", 2}}}};
    experiment["training"] = {
        {"epochs", 2}, {"loss", "mse"}, {"optimizer", {{"learning_rate", 0.2}}}};
    return experiment;
}

TEST(UnitsLine, FollowsTheEpochInWhichUnitsDied) {
    // a = 2 and y = 3 * 2 * 2 = 12 against the target 1: a step of 0.2 * 22 * 2 down for each w.
    const auto lines = trainJson(ExperimentFile(dyingExperiment()));
    ASSERT_EQ(ofEvent(lines, "units").size(), 1) << "those that stay dead do not die again";
    // After the lines of the start and of two epochs.
    EXPECT_EQ(lines.at(3), json({{"event", "units"},
                                 {"run", "Run"},
                                 {"epoch", 1},
                                 {"layer", 1},
                                 {"died", 3},
                                 {"revived", 0}}));
    const json after = lines.at(2);
    EXPECT_EQ(after.at("silent"), json({3}));
    EXPECT_EQ(after.at("permanently_dead"), json({3}));
    EXPECT_EQ(after.at("dead_fraction"), 1);
    EXPECT_EQ(after.at("sparsity"), json({1.0}));
    EXPECT_EQ(after.at("constant_output"), true);
}

} // namespace
} // namespace reluscope::test

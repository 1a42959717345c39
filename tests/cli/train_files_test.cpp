// SPDX-License-Identifier: GPL-3.0-or-later
// The files that `train` starts from and leaves behind.
#include "tests/cli/child_process.h"
#include "tests/cli/experiment_file.h"
#include "tests/cli/json_lines.h"
#include "tests/core/io/temporary_directory.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

namespace reluscope::test {
namespace {

using nlohmann::json;
using testing::StartsWith;
using testing::UnorderedElementsAre;

/// The small experiment with runs of these names, which learn slopes.
json experimentOf(const std::vector<std::string>& names) {
    json experiment = smallExperiment();
    experiment["training"]["epochs"] = 2;
    experiment["runs"] = json::array();
    for (const std::string& name : names) {
        experiment["runs"].push_back({{"name", name}, {"activation", {{"id", "prelu"}}}});
    }
    return experiment;
}

std::string textOf(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<std::string> filesIn(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        names.push_back(entry.path().filename().string());
    }
    return names;
}

class TrainFiles : public testing::Test {
  protected:
    std::string pathOf(const std::string& name) const { return (directory.path() / name).string(); }

    /// What is said of a call that must end before it trains.
    static std::string errorOf(const ExperimentFile& file, std::vector<std::string> options) {
        options.insert(options.begin(), {"train", file.path(), "--json"});
        const ChildResult result = runCli(options);
        EXPECT_EQ(result.exitCode, 1);
        EXPECT_EQ(result.output, "") << "not even the start";
        EXPECT_EQ(std::ranges::count(result.errors, '\n'), 1) << result.errors;
        return result.errors;
    }

    TemporaryDirectory directory;
};

TEST_F(TrainFiles, SaveWeightsWritesAFileForEachRunAndNothingElse) {
    const std::string folder = pathOf("made/on the way");
    trainJson(ExperimentFile(experimentOf({"First", "a/b", "激活"})), {"--save-weights", folder});
    EXPECT_THAT(filesIn(folder), UnorderedElementsAre("01-First.safetensors", "02-a-b.safetensors",
                                                      "03-激活.safetensors"));
}

TEST_F(TrainFiles, WeightsGoOnWhereSaveWeightsEnded) {
    const ExperimentFile file(experimentOf({"Run"}));
    const auto trained = ofEvent(trainJson(file, {"--save-weights", pathOf("saved")}), "epoch");
    const std::string weights = pathOf("saved/01-Run.safetensors");
    const auto again = ofEvent(
        trainJson(file, {"--epochs", "0", "--weights", weights, "--save-weights", pathOf("again")}),
        "epoch");
    ASSERT_EQ(again.size(), 1);
    for (const char* field :
         {"test_loss", "test_accuracy", "dead_fraction", "silent", "saturated", "sparsity",
          "mean_activation", "gradient_norm", "learned_parameters"}) {
        EXPECT_EQ(again[0].at(field), trained.back().at(field)) << field;
    }
    EXPECT_NE(again[0].at("test_loss"), trained.front().at("test_loss"));
    EXPECT_EQ(textOf(pathOf("again/01-Run.safetensors")), textOf(weights));
}

TEST_F(TrainFiles, EveryRunStartsFromTheWeights) {
    trainJson(ExperimentFile(experimentOf({"Teacher"})), {"--save-weights", pathOf("saved")});
    const std::string weights = pathOf("saved/01-Teacher.safetensors");
    const auto epochs = ofEvent(
        trainJson(ExperimentFile(experimentOf({"One", "Two"})),
                  {"--epochs", "0", "--weights", weights, "--save-weights", pathOf("pupils")}),
        "epoch");
    EXPECT_EQ(epochs.at(0).at("test_loss"), epochs.at(1).at("test_loss"));
    EXPECT_EQ(textOf(pathOf("pupils/01-One.safetensors")), textOf(weights));
    EXPECT_EQ(textOf(pathOf("pupils/02-Two.safetensors")), textOf(weights));
}

TEST_F(TrainFiles, RefusesWeightsByTheRunAndTheTensor) {
    json experiment = experimentOf({"Same", "Wider"});
    trainJson(ExperimentFile(experimentOf({"Same"})), {"--save-weights", pathOf("saved")});
    const std::string weights = pathOf("saved/01-Same.safetensors");
    experiment["runs"][1]["hidden"] = {16, 4};
    EXPECT_EQ(errorOf(ExperimentFile(experiment), {"--weights", weights}),
              "error: " + weights +
                  ": run \"Wider\": tensor \"layers.0.weight\": has the shape [8, 2]; [16, 2]\n");
    experiment["runs"][1] = {{"name", "Plain"}, {"activation", {{"id", "relu"}}}};
    EXPECT_EQ(errorOf(ExperimentFile(experiment), {"--weights", weights}),
              "error: " + weights +
                  ": run \"Plain\": tensor \"activations.0.weight\": the network has no such "
                  "weights\n");
    experiment["runs"][1] = {
        {"name", "Deeper"}, {"activation", {{"id", "prelu"}}}, {"hidden", {8, 4, 1, 1}}};
    EXPECT_EQ(
        errorOf(ExperimentFile(experiment), {"--weights", weights}),
        "error: " + weights +
            ": run \"Deeper\": tensor \"layers.3.weight\": is missing; one of shape [1, 1]\n");
}

TEST_F(TrainFiles, RefusesWeightsThatAreNone) {
    const ExperimentFile file;
    const std::string missing = pathOf("missing");
    EXPECT_THAT(errorOf(file, {"--weights", missing}),
                StartsWith("error: " + missing + ": cannot be read: No such file"));
    const std::string damaged = directory.write("damaged", std::vector<std::uint8_t>(3)).string();
    EXPECT_THAT(errorOf(file, {"--weights", damaged}),
                StartsWith("error: " + damaged + ": byte 3: "));
}

TEST_F(TrainFiles, RefusesPlacesThatCannotBeWrittenToBeforeItTrains) {
    const ExperimentFile file;
    const std::string plain = directory.write("plain", {}).string();
    EXPECT_THAT(errorOf(file, {"--save-weights", plain}), StartsWith("error: " + plain + ": "));
    EXPECT_THAT(errorOf(file, {"--save-weights", plain + "/below"}),
                StartsWith("error: " + plain + "/below: "));
    EXPECT_THAT(errorOf(file, {"--save-weights", "/proc"}),
                StartsWith("error: /proc: cannot be written"))
        << "a folder, but not for files";
    const std::string nowhere = pathOf("missing/results.csv");
    EXPECT_THAT(errorOf(file, {"--csv", nowhere}),
                StartsWith("error: " + nowhere + ": cannot be written"));
}

/// Of CSV without quotation marks: its lines, each by its cells.
std::vector<std::vector<std::string>> cellsOf(const std::string& text) {
    std::vector<std::vector<std::string>> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        auto& cells = lines.emplace_back();
        std::istringstream lineStream(line + ',');
        for (std::string cell; std::getline(lineStream, cell, ',');) {
            cells.push_back(cell);
        }
    }
    return lines;
}

TEST_F(TrainFiles, CsvHasTheFiguresOfTheEpochLines) {
    const auto epochs = ofEvent(
        trainJson(ExperimentFile(experimentOf({"One", "Two"})), {"--csv", pathOf("results.csv")}),
        "epoch");
    auto lines = cellsOf(textOf(pathOf("results.csv")));
    ASSERT_EQ(lines.size(), 1 + epochs.size());
    const std::vector<std::string> columns = lines.front();
    for (std::size_t i = 0; i < epochs.size(); ++i) {
        ASSERT_EQ(lines[i + 1].size(), columns.size());
        for (std::size_t column = 0; column < columns.size(); ++column) {
            const json& figure = epochs[i].at(columns[column]);
            const std::string& cell = lines[i + 1][column];
            if (figure.is_string()) {
                EXPECT_EQ(cell, figure) << columns[column];
            } else if (figure.is_array()) {
                std::string list = '[' + cell + ']';
                std::ranges::replace(list, ';', ',');
                EXPECT_EQ(json::parse(list), figure) << columns[column];
            } else {
                EXPECT_EQ(json::parse(cell), figure) << columns[column];
            }
        }
    }
}

TEST_F(TrainFiles, CsvOfARegressionHasEmptyAccuracies) {
    json experiment = experimentOf({"Run"});
    experiment["data"] = {{"source", "abs"}, {"train", 50}, {"test", 20}};
    trainJson(ExperimentFile(experiment), {"--csv", pathOf("results.csv")});
    const auto lines = cellsOf(textOf(pathOf("results.csv")));
    ASSERT_EQ(lines.size(), 4);
    ASSERT_EQ(lines[0].at(6), "train_accuracy");
    ASSERT_EQ(lines[0].at(7), "test_accuracy");
    EXPECT_EQ(lines[3].at(6), "");
    EXPECT_EQ(lines[3].at(7), "");
}

TEST_F(TrainFiles, AnInterruptionKeepsTheLinesAndTheWeights) {
    const ExperimentFile file(experimentOf({"Run"}));
    ChildProcess child({"train", file.path(), "--epochs", "10000000", "--json", "--csv",
                        pathOf("results.csv"), "--save-weights", pathOf("saved")});
    std::string output;
    for (int line = 0; line < 5; ++line) {
        output += child.readLine() + '\n';
    }
    child.send(SIGINT);
    output += child.readOutput();
    EXPECT_EQ(child.wait(), 130);
    const std::string results = textOf(pathOf("results.csv"));
    const auto lines = cellsOf(results);
    EXPECT_EQ(lines.size(), 1 + ofEvent(linesOf(output), "epoch").size());
    EXPECT_GE(lines.size(), 5);
    EXPECT_EQ(lines.back().size(), lines.front().size());
    EXPECT_EQ(results.back(), '\n') << "no line is cut";
    EXPECT_THAT(filesIn(pathOf("saved")), UnorderedElementsAre("01-Run.safetensors"));
}

} // namespace
} // namespace reluscope::test

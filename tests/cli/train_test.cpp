// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/child_process.h"
#include "tests/cli/experiment_file.h"
#include "tests/cli/json_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace reluscope::test {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

const std::string tanhName = smallExperiment().at("runs").at(2).at("name");

TEST(TrainCall, SaysWhatItTrains) {
    const auto lines = trainJson(ExperimentFile());
    const json start = lines.at(0);
    EXPECT_EQ(start.at("event"), "start");
    EXPECT_EQ(start.at("title"), "Small");
    EXPECT_EQ(start.at("parameters"), 2 * 8 + 8 + 8 * 4 + 4 + 4 + 1);
    EXPECT_EQ(start.at("train_examples"), 200);
    EXPECT_EQ(start.at("test_examples"), 100);
    EXPECT_EQ(start.at("runs"), json({"ReLU", "Hot", tanhName}));
}

TEST(TrainCall, LinesComeByEpochThenByRun) {
    std::vector<std::pair<int, std::string>> order;
    for (const json& line : ofEvent(trainJson(ExperimentFile()), "epoch")) {
        order.emplace_back(line.at("epoch"), line.at("run"));
    }
    using Line = std::pair<int, std::string>;
    EXPECT_THAT(order, ElementsAre(Line{0, "ReLU"}, Line{0, "Hot"}, Line{0, tanhName},
                                   Line{1, "ReLU"}, Line{1, tanhName}, Line{2, "ReLU"},
                                   Line{2, tanhName}, Line{3, "ReLU"}, Line{3, tanhName}));
}

TEST(TrainCall, EpochLinesHoldWhatWasMeasured) {
    const auto epochs = ofEvent(trainJson(ExperimentFile()), "epoch");
    for (const json& line : epochs) {
        EXPECT_EQ(line.at("step"), line.at("epoch").get<int>() * 10);
        EXPECT_GT(line.at("train_loss"), 0);
        EXPECT_GT(line.at("test_loss"), 0);
        EXPECT_LE(line.at("train_accuracy"), 1);
        EXPECT_LE(line.at("test_accuracy"), 1);
        ASSERT_EQ(line.at("silent").size(), 2);
        const double silent =
            line.at("silent")[0].get<double>() + line.at("silent")[1].get<double>();
        EXPECT_EQ(line.at("dead_fraction"), silent / 12);
        EXPECT_GE(line.at("seconds"), 0);
    }
    EXPECT_EQ(epochs.at(0).at("learning_rate"), 0.1);
    EXPECT_EQ(epochs.at(2).at("learning_rate"), 0.2);
}

TEST(TrainCall, TellsDivergenceAsAResult) {
    const auto lines = trainJson(ExperimentFile());
    const auto diverged = ofEvent(lines, "diverged");
    ASSERT_EQ(diverged.size(), 1);
    EXPECT_EQ(diverged[0].at("run"), "Hot");
    EXPECT_EQ(diverged[0].at("epoch"), 1);
    EXPECT_GT(diverged[0].at("step"), 0);
    EXPECT_TRUE(diverged[0].contains("layer"));

    const auto end = ofEvent(lines, "end");
    ASSERT_EQ(end.size(), 3);
    EXPECT_EQ(end[0].at("status"), "finished");
    EXPECT_EQ(end[0].at("epochs"), 3);
    EXPECT_EQ(end[0].at("steps"), 30);
    EXPECT_GT(end[0].at("samples_per_second"), 0);
    EXPECT_EQ(end[1].at("status"), "diverged");
    EXPECT_EQ(end[1].at("epochs"), 0);
    EXPECT_EQ(end[1].at("steps"), diverged[0].at("step").get<int>() - 1);
}

TEST(TrainCall, EndsWhenAllRunsHaveDiverged) {
    json experiment = smallExperiment();
    experiment["runs"] = json::array({experiment["runs"][1]});
    experiment["training"]["epochs"] = 1000000;
    const auto lines = trainJson(ExperimentFile(experiment));
    EXPECT_EQ(lines.back().at("status"), "diverged");
}

TEST(TrainCall, StopsRunsByTheRulesOfTheFile) {
    json experiment = smallExperiment();
    const auto epochs = ofEvent(trainJson(ExperimentFile(experiment)), "epoch");
    const auto isOfRelu = [](const json& line) { return line.at("run") == "ReLU"; };
    const auto second = std::ranges::find_if(
        epochs, [&](const json& line) { return isOfRelu(line) && line.at("epoch") == 2; });
    ASSERT_NE(second, epochs.end());
    experiment["training"]["stop"] = {{"patience", 50}, {"train_loss", second->at("train_loss")}};
    const ExperimentFile file(experiment);
    const auto lines = trainJson(file);
    const auto stopped = ofEvent(lines, "stopped");
    ASSERT_FALSE(stopped.empty());
    EXPECT_EQ(stopped[0].at("run"), "ReLU");
    EXPECT_EQ(stopped[0].at("epoch"), 2);
    EXPECT_EQ(stopped[0].at("reason"), "train_loss");
    EXPECT_EQ(stopped[0].at("limit"), second->at("train_loss"));
    EXPECT_EQ(std::ranges::count_if(ofEvent(lines, "epoch"), isOfRelu), 3) << "epochs 0, 1 and 2";
    const auto end = ofEvent(lines, "end");
    EXPECT_EQ(end[0].at("status"), "finished");
    EXPECT_EQ(end[0].at("epochs"), 2);
    EXPECT_EQ(end[0].at("steps"), 20);
    EXPECT_THAT(runCli({"train", file.path()}).output,
                HasSubstr("     2  ReLU         stopped: reached a training loss of "));
}

TEST(TrainCall, NoEpochsDiagnoseTheInitialNetworks) {
    const auto lines = trainJson(ExperimentFile(), {"--epochs", "0"});
    EXPECT_EQ(ofEvent(lines, "epoch").size(), 3);
    for (const json& end : ofEvent(lines, "end")) {
        EXPECT_EQ(end.at("status"), "finished");
        EXPECT_EQ(end.at("steps"), 0);
        EXPECT_EQ(end.at("samples_per_second"), 0);
    }
}

TEST(TrainCall, IsTheSameFromRunToRunExceptForTime) {
    const ExperimentFile file;
    const auto timeless = [&file] {
        auto lines = trainJson(file);
        for (json& line : lines) {
            line.erase("seconds");
            line.erase("samples_per_second");
        }
        return lines;
    };
    EXPECT_EQ(timeless(), timeless());
}

TEST(TrainCall, LearningRateLeavesRunsWithTheirOwnAlone) {
    const auto lines = trainJson(ExperimentFile(), {"--learning-rate", "0.05"});
    const auto epochs = ofEvent(lines, "epoch");
    EXPECT_EQ(epochs.at(0).at("learning_rate"), 0.05);
    EXPECT_EQ(epochs.at(2).at("learning_rate"), 0.2);
}

TEST(TrainCall, SeedSetsThatOfTheNetwork) {
    json experiment = smallExperiment();
    experiment["network"]["seed"] = 7;
    const auto asWritten = ofEvent(trainJson(ExperimentFile(experiment), {"--epochs=0"}), "epoch");
    const auto asAsked =
        ofEvent(trainJson(ExperimentFile(), {"--epochs=0", "--seed", "7"}), "epoch");
    EXPECT_EQ(asWritten, asAsked);
    EXPECT_NE(asWritten, ofEvent(trainJson(ExperimentFile(), {"--epochs=0"}), "epoch"));
}

TEST(TrainCall, PrintsATableForPeople) {
    const ExperimentFile file;
    const ChildResult result = runCli({"train", file.path()});
    EXPECT_EQ(result.exitCode, 0);
    EXPECT_EQ(result.errors, "") << "no progress bar in a pipe";
    EXPECT_THAT(result.output, HasSubstr(" epoch  run"));
    EXPECT_THAT(result.output, HasSubstr("     1  Hot          diverged at step "));
    EXPECT_THAT(result.output, HasSubstr("dead units by layer\n"));
    EXPECT_THAT(result.output, HasSubstr(" of 8, "));
}

TEST(TrainCall, DrawsAProgressBarOnATerminal) {
    const ExperimentFile file;
    ChildProcess child({"train", file.path(), "--epochs", "2000"}, ErrorOutput::Terminal);
    child.readOutput();
    EXPECT_EQ(child.wait(), 0);
    EXPECT_THAT(child.readErrors(), HasSubstr(" left"));
}

TEST(TrainCall, RefusesAFileThatIsNotThere) {
    const ChildResult result = runCli({"train", "nosuch.json"});
    EXPECT_EQ(result.exitCode, 1);
    EXPECT_EQ(result.output, "");
    EXPECT_THAT(result.errors, StartsWith("error: nosuch.json: "));
    EXPECT_THAT(result.errors, HasSubstr("No such file or directory; "));
    EXPECT_EQ(std::ranges::count(result.errors, '\n'), 1);
}

TEST(TrainCall, NamesTheFileAndTheFieldOfWhatIsWrong) {
    json unknown = smallExperiment();
    unknown["network"]["hiden"] = {8};
    json tooMuch = smallExperiment();
    tooMuch["training"]["drop_last"] = true;
    tooMuch["training"]["batch_size"] = 201;
    const auto errorOf = [](const json& experiment) {
        const ExperimentFile file(experiment);
        const ChildResult result = runCli({"train", file.path()});
        EXPECT_EQ(result.exitCode, 1);
        EXPECT_THAT(result.errors, StartsWith("error: " + file.path() + ": "));
        return result.errors;
    };
    EXPECT_THAT(errorOf(unknown), HasSubstr(": network.hiden: "));
    EXPECT_THAT(errorOf(tooMuch), HasSubstr(": training.batch_size: "));
}

} // namespace
} // namespace reluscope::test

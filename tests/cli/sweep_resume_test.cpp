// SPDX-License-Identifier: GPL-3.0-or-later
// Sweeps that are ended before their time, and go on.
#include "tests/cli/child_process.h"
#include "tests/cli/experiment_file.h"
#include "tests/cli/sweep_csv_lines.h"
#include "tests/core/io/temporary_directory.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <fstream>
#include <thread>

namespace reluscope::test {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::StartsWith;

class SweepResume : public testing::TestWithParam<int> {
  protected:
    std::string pathOf(const std::string& name) const { return (directory.path() / name).string(); }

    std::vector<std::string> call(const std::string& out,
                                  std::vector<std::string> more = {}) const {
        std::vector<std::string> words{"sweep",   file.path(), "--learning-rates", "0.01:0.1:4",
                                       "--seeds", "4",         "--jobs",           "2",
                                       "--out",   out};
        words.insert(words.end(), more.begin(), more.end());
        return words;
    }
    void waitForLines(const std::string& path, std::ptrdiff_t lines) const {
        while (std::ranges::count(textOf(path), '\n') < lines) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    }

    TemporaryDirectory directory;
    /// Two of whose runs take some hundredths of a second.
    ExperimentFile file{[] {
        json experiment = smallExperiment();
        experiment["runs"].erase(1);
        experiment["training"]["epochs"] = 2000;
        return experiment;
    }()};
};

TEST_P(SweepResume, EndsWithTheResultsOfAnUndisturbedSweep) {
    const std::string out = pathOf("out.csv");
    {
        ChildProcess child(call(out));
        waitForLines(out, 5);
        child.send(GetParam());
        child.readOutput();
        EXPECT_EQ(child.wait(), GetParam() == SIGKILL ? 128 + SIGKILL : 130);
    }
    const std::string left = textOf(out);
    const auto rows = std::ranges::count(left, '\n') - 1;
    EXPECT_GE(rows, 4);
    EXPECT_LT(rows, 32) << "or the test is of no use: make runs longer";

    std::ofstream(out, std::ios::app) << "ReLU,relu,,torch_def"; // torn off
    const ChildResult resumed = runCli(call(out, {"--resume"}));
    EXPECT_EQ(resumed.exitCode, 0) << resumed.errors;
    EXPECT_THAT(resumed.output, HasSubstr("\n32 of 32 runs in "));
    EXPECT_EQ(runCli(call(pathOf("whole.csv"))).exitCode, 0);
    EXPECT_EQ(timelessLines(out), timelessLines(pathOf("whole.csv")));

    // What was there has been kept, not run anew: even the time that it took is the same.
    const std::string whole = textOf(out);
    std::istringstream lines(left);
    for (std::string line; std::getline(lines, line);) {
        EXPECT_THAT(whole, HasSubstr(line + '\n'));
    }
}

INSTANTIATE_TEST_SUITE_P(Signals, SweepResume, testing::Values(SIGKILL, SIGINT));

class SweepResumed : public SweepResume {};

TEST_F(SweepResumed, SaysHowToGoOnWhenInterrupted) {
    const std::string out = pathOf("out.csv");
    ChildProcess child(call(out));
    waitForLines(out, 3);
    child.send(SIGINT);
    EXPECT_THAT(child.readOutput(), HasSubstr("; --resume runs the rest\n"));
    EXPECT_EQ(child.readErrors(), "");
    EXPECT_EQ(child.wait(), 130);
}

TEST_F(SweepResumed, HasNothingToDoWhereAllIsThere) {
    const std::string out = pathOf("out.csv");
    EXPECT_EQ(runCli(call(out)).exitCode, 0);
    const std::string before = textOf(out);
    EXPECT_EQ(runCli(call(out, {"--resume"})).exitCode, 0);
    EXPECT_EQ(textOf(out), before);
}

TEST_F(SweepResumed, RefusesResultsOfAnotherExperiment) {
    const std::string out = pathOf("out.csv");
    EXPECT_EQ(runCli(call(out, {"--epochs", "1"})).exitCode, 0);
    const std::string before = textOf(out);
    const ChildResult result = runCli(call(out, {"--epochs", "2", "--resume"}));
    EXPECT_EQ(result.exitCode, 1);
    EXPECT_THAT(result.errors, StartsWith("error: " + out + ".json: experiment.training: "));
    EXPECT_EQ(textOf(out), before);
}

TEST_F(SweepResumed, RefusesResultsOfDataThatHaveChanged) {
    const std::string out = pathOf("out.csv");
    const auto writePoints = [this](const char* last) {
        std::ofstream(pathOf("points.csv")) << "x,y,label\n0,0,0\n0,1,1\n1,0,1\n1,1,0\n" << last;
    };
    writePoints("2,2,0\n");
    json experiment = smallExperiment();
    experiment["data"] = {{"source", "csv"}, {"path", pathOf("points.csv")}, {"target", "label"}};
    experiment["training"]["batch_size"] = 2;
    const ExperimentFile ofPoints(experiment); // in the place of the other
    const ChildResult first = runCli(call(out));
    EXPECT_EQ(first.exitCode, 0) << first.errors;
    EXPECT_EQ(runCli(call(out, {"--resume"})).exitCode, 0);
    const std::string before = textOf(out);
    writePoints("2,2,1\n");
    const ChildResult result = runCli(call(out, {"--resume"}));
    EXPECT_EQ(result.exitCode, 1);
    EXPECT_THAT(result.errors, StartsWith("error: " + out + ".json: data_fingerprint: "));
    EXPECT_EQ(textOf(out), before);
}

} // namespace
} // namespace reluscope::test

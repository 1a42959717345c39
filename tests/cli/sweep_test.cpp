// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/child_process.h"
#include "tests/cli/experiment_file.h"
#include "tests/cli/json_lines.h"
#include "tests/cli/sweep_csv_lines.h"
#include "tests/core/io/temporary_directory.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace reluscope::test {
namespace {

using nlohmann::json;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

class Sweep : public testing::Test {
  protected:
    std::string pathOf(const std::string& name) const { return (directory.path() / name).string(); }

    ChildResult run(std::vector<std::string> options) const {
        options.insert(options.begin(), "sweep");
        return runCli(options);
    }
    /// The rows of a sweep of the file; expects it to go well.
    std::vector<std::map<std::string, std::string>> sweep(std::vector<std::string> options) const {
        options.insert(options.begin(), {file.path(), "--out", pathOf("out.csv")});
        const ChildResult result = run(options);
        EXPECT_EQ(result.exitCode, 0) << result.errors;
        EXPECT_EQ(result.errors, "");
        return rowsOf(pathOf("out.csv"));
    }

    TemporaryDirectory directory;
    ExperimentFile file{[] {
        json experiment = smallExperiment();
        experiment["runs"][2]["name"] = "tanh";
        return experiment;
    }()};
};

TEST_F(Sweep, HasARowForEachRunRateAndSeedInOrder) {
    const auto rows = sweep({"--learning-rates", "0.01:1:3", "--seeds", "2"});
    ASSERT_EQ(rows.size(), 3 * 3 * 2);
    std::size_t i = 0;
    for (const char* run : {"ReLU", "Hot", "tanh"}) {
        for (const char* rate : {"0.01", "0.1", "1"}) {
            for (const char* seed : {"1", "2"}) {
                EXPECT_EQ(rows[i].at("run"), run);
                EXPECT_EQ(rows[i].at("learning_rate"), rate);
                EXPECT_EQ(rows[i].at("seed"), seed);
                ++i;
            }
        }
    }
}

TEST_F(Sweep, HasTheFiguresOfTrain) {
    const auto rows = sweep({"--learning-rates", "0.03:0.3:2", "--activations", "relu,elu",
                             "--seeds", "2", "--epochs", "2"});
    ASSERT_EQ(rows.size(), 8);
    json experiment = smallExperiment();
    experiment["runs"] = {{{"name", "ReLU"}, {"activation", {{"id", "relu"}}}},
                          {{"name", "ELU"}, {"activation", {{"id", "elu"}}}}};
    const ExperimentFile own(experiment);
    for (const auto& row : rows) {
        const auto lines = trainJson(own, {"--learning-rate", row.at("learning_rate"), "--seed",
                                           row.at("seed"), "--epochs", "2"});
        std::vector<json> epochs = ofEvent(lines, "epoch");
        std::erase_if(epochs, [&](const json& line) { return line.at("run") != row.at("run"); });
        ASSERT_EQ(epochs.size(), 3);
        for (const char* figure :
             {"train_loss", "test_loss", "train_accuracy", "test_accuracy", "dead_fraction"}) {
            EXPECT_EQ(json::parse(row.at(figure)), epochs[2].at(figure)) << figure;
        }
        EXPECT_EQ(json::parse(row.at("dead_fraction_at_start")), epochs[0].at("dead_fraction"));
        EXPECT_EQ(json::parse(row.at("constant_output_at_start")), epochs[0].at("constant_output"));
        EXPECT_EQ(json::parse(row.at("step")), epochs[2].at("step"));
        EXPECT_EQ(row.at("epochs"), "2");
        EXPECT_EQ(row.at("hidden"), "8;4");
        EXPECT_EQ(row.at("initialization"), "torch_default");
    }
    EXPECT_EQ(rows[7].at("parameters"), "alpha=1");
}

TEST_F(Sweep, TellsWhereARunDiverged) {
    const auto rows = sweep({}); // each at its own rate
    ASSERT_EQ(rows.size(), 3);
    const auto diverged = ofEvent(trainJson(file), "diverged").at(0);
    EXPECT_EQ(rows[0].at("learning_rate"), "0.1");
    EXPECT_EQ(rows[1].at("learning_rate"), "1e+06");
    EXPECT_EQ(rows[2].at("learning_rate"), "0.2");
    EXPECT_EQ(rows[1].at("status"), "diverged");
    EXPECT_EQ(json::parse(rows[1].at("step")), diverged.at("step"));
    EXPECT_EQ(json::parse(rows[1].at("diverged_layer")), diverged.at("layer"));
    EXPECT_EQ(rows[1].at("train_loss"), "");
    EXPECT_EQ(rows[2].at("status"), "finished");
    EXPECT_EQ(rows[2].at("diverged_layer"), "");
}

TEST_F(Sweep, DiagnosesAtInitialization) {
    for (const auto& row : sweep({"--epochs", "0", "--seeds", "4"})) {
        EXPECT_EQ(row.at("status"), "finished");
        EXPECT_EQ(row.at("epochs"), "0");
        EXPECT_EQ(row.at("step"), "0");
        EXPECT_EQ(row.at("dead_fraction"), row.at("dead_fraction_at_start"));
    }
}

TEST_F(Sweep, IsTheSameForAnyNumberOfJobs) {
    const std::vector<std::string> grid{"--learning-rates", "0.01:10:5", "--seeds", "3"};
    std::vector<std::string> alone;
    for (const char* jobs : {"1", "2", "5"}) {
        auto options = grid;
        options.insert(options.end(), {"--jobs", jobs});
        sweep(options);
        const auto lines = timelessLines(pathOf("out.csv"));
        EXPECT_EQ(lines.size(), 1 + 3 * 5 * 3);
        alone = alone.empty() ? lines : alone;
        EXPECT_EQ(lines, alone) << jobs;
    }
}

TEST_F(Sweep, SaysWhichRateIsBest) {
    const ChildResult result = run({file.path(), "--learning-rates", "1e-9:0.3:2", "--seeds", "2",
                                    "--out", pathOf("out.csv")});
    EXPECT_EQ(result.exitCode, 0);
    EXPECT_THAT(result.output, StartsWith("run   best rate  test loss  accuracy"));
    EXPECT_THAT(result.output, HasSubstr("\ntanh        0.3 "));
    EXPECT_THAT(result.output, HasSubstr("\n12 of 12 runs in " + pathOf("out.csv") + "\n"));
}

TEST_F(Sweep, ShardsBringTheSameTogether) {
    const std::vector<std::string> grid{file.path(), "--learning-rates", "0.01:1:3", "--seeds",
                                        "2"};
    std::vector<std::string> merge{"--out", pathOf("merged.csv"), "--merge"};
    for (const char* number : {"1", "2", "3", "4"}) {
        auto options = grid;
        const std::string out = pathOf(std::string(number) + ".csv");
        options.insert(options.end(), {"--shard", std::string(number) + "/4", "--out", out});
        EXPECT_EQ(run(options).exitCode, 0);
        const std::size_t size = rowsOf(out).size();
        EXPECT_TRUE(size == 4 || size == 5) << size;
        merge.push_back(out);
    }
    auto whole = grid;
    whole.insert(whole.end(), {"--out", pathOf("whole.csv")});
    EXPECT_EQ(run(whole).exitCode, 0);
    const ChildResult result = run(merge);
    EXPECT_EQ(result.exitCode, 0) << result.errors;
    EXPECT_EQ(timelessLines(pathOf("merged.csv")), timelessLines(pathOf("whole.csv")));
}

TEST_F(Sweep, MergeSaysWhatIsMissingAndResumeRunsIt) {
    const std::vector<std::string> grid{file.path(), "--learning-rates", "0.01:1:3"};
    auto shard = grid;
    shard.insert(shard.end(), {"--shard", "1/2", "--out", pathOf("1.csv")});
    EXPECT_EQ(run(shard).exitCode, 0);
    const std::string out = pathOf("merged.csv");
    const ChildResult merged = run({"--merge", pathOf("1.csv"), "--out", out});
    EXPECT_EQ(merged.exitCode, 1);
    EXPECT_THAT(merged.errors, StartsWith("error: " + out + ": 4 runs of the sweep are missing; "));
    EXPECT_EQ(rowsOf(out).size(), 5);
    auto rest = grid;
    rest.insert(rest.end(), {"--resume", "--out", out});
    EXPECT_EQ(run(rest).exitCode, 0);
    sweep({"--learning-rates", "0.01:1:3"});
    EXPECT_EQ(timelessLines(out), timelessLines(pathOf("out.csv")));
}

TEST_F(Sweep, RefusesBadInputByFileAndPlace) {
    const auto expectError = [&](std::vector<std::string> options, const std::string& error) {
        options.insert(options.end(), {"--out", pathOf("out.csv")});
        const ChildResult result = run(options);
        EXPECT_EQ(result.exitCode, 1);
        EXPECT_THAT(result.errors, StartsWith("error: " + error));
        EXPECT_EQ(std::ranges::count(result.errors, '\n'), 1) << result.errors;
        EXPECT_FALSE(std::filesystem::exists(pathOf("out.csv")));
    };
    expectError({file.path(), "--activations", "relu,rely"},
                "--activations: \"rely\" is not available; the nearest is \"relu\" of: ");
    expectError({file.path(), "--activations", "relu,relu"}, "--activations: \"relu\" is given");
    expectError({file.path(), "--seeds", "1000000"}, "seeds: ");
    expectError({file.path(), "--learning-rates", "1:1e7:3"}, "learning_rates[2]: ");
    expectError({file.path(), "--epochs", "10000001"}, "experiment.training.epochs: ");
    expectError({file.path(), "--learning-rates", "1:1.0000000000001:9"}, "learning_rates: ");
    expectError({pathOf("missing.json")}, pathOf("missing.json") + ": cannot be read");
    const ChildResult nowhere = run({file.path(), "--out", pathOf("no/out.csv")});
    EXPECT_EQ(nowhere.exitCode, 1);
    EXPECT_THAT(nowhere.errors, StartsWith("error: " + pathOf("no/out.csv")));
    json experiment = smallExperiment();
    experiment["training"]["loss"] = "cross_entropy";
    const ExperimentFile unfit(experiment); // in the place of the other
    expectError({unfit.path()}, unfit.path() + ": training.loss: ");
    expectError({"--merge", pathOf("none.csv")}, pathOf("none.csv.json") + ": cannot be read");
}

TEST_F(Sweep, RefusesWrongUsage) {
    const std::vector<std::vector<std::string>> wrong{
        {file.path()},
        {"--out", "a.csv"},
        {file.path(), "--out", "a.csv", "--learning-rates", "1:2"},
        {file.path(), "--out", "a.csv", "--learning-rates", "2:1:3"},
        {file.path(), "--out", "a.csv", "--learning-rates", "0:1:3"},
        {file.path(), "--out", "a.csv", "--learning-rates", "1:2:1"},
        {file.path(), "--out", "a.csv", "--learning-rates", "1:inf:3"},
        {file.path(), "--out", "a.csv", "--learning-rates", "nan:1:3"},
        {file.path(), "--out", "a.csv", "--learning-rates", "1:2:3:4"},
        {file.path(), "--out", "a.csv", "--shard", "0/3"},
        {file.path(), "--out", "a.csv", "--shard", "4/3"},
        {file.path(), "--out", "a.csv", "--shard", "3"},
        {file.path(), "--out", "a.csv", "--shard", "2/18446744073709551615"},
        {file.path(), "--out", "a.csv", "--seeds", "0"},
        {file.path(), "--out", "a.csv", "--jobs", "0"},
        {file.path(), "--out", "a.csv", "--merge", "b.csv"},
        {"--merge", "b.csv", "--out", "a.csv", "--resume"},
    };
    for (const auto& options : wrong) {
        const ChildResult result = run(options);
        EXPECT_EQ(result.exitCode, 2) << testing::PrintToString(options);
        EXPECT_THAT(result.errors, StartsWith("error: "));
        EXPECT_THAT(result.errors, HasSubstr("; see reluscope-cli sweep --help"));
    }
}

} // namespace
} // namespace reluscope::test

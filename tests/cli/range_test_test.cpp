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
using testing::HasSubstr;
using testing::StartsWith;

std::vector<json> testJson(const ExperimentFile& file, std::vector<std::string> options = {}) {
    options.insert(options.begin(), {"range-test", file.path(), "--json"});
    const ChildResult result = runCli(options);
    EXPECT_EQ(result.exitCode, 0) << result.errors;
    EXPECT_EQ(result.errors, "");
    return linesOf(result.output);
}

TEST(RangeTest, PrintsALineForEachRun) {
    const ExperimentFile file;
    const auto lines = testJson(file, {"--from", "1e-3", "--to", "1", "--steps", "50"});
    ASSERT_EQ(lines.size(), 3);
    EXPECT_EQ(lines[0].at("run"), "ReLU");
    EXPECT_EQ(lines[1].at("run"), "Hot");
    EXPECT_EQ(lines[2].at("run"), "正切 \"tanh\"");
    for (const json& line : lines) {
        const auto& rates = line.at("learning_rate");
        EXPECT_EQ(rates.size(), line.at("loss").size());
        EXPECT_EQ(rates.size(), line.at("smoothed_loss").size());
        EXPECT_EQ(rates.front(), 1e-3);
        EXPECT_TRUE(std::ranges::is_sorted(rates));
    }
    EXPECT_EQ(lines[0].at("end"), "all_steps");
    EXPECT_EQ(lines[0].at("learning_rate").size(), 50);
    EXPECT_EQ(lines[0].at("learning_rate").back(), 1);
    EXPECT_EQ(lines[0].at("loss").front(), lines[0].at("smoothed_loss").front());
    for (const char* name : {"steepest", "minimum/10", "valley"}) {
        const double rate = lines[2].at("suggestions").at(name);
        EXPECT_GE(rate, 1e-4) << name;
        EXPECT_LE(rate, 1) << name;
    }
}

TEST(RangeTest, BeginsWhereTrainingDoes) {
    json experiment = smallExperiment();
    experiment["training"]["batch_size"] = 200; // the whole data
    const ExperimentFile file(experiment);
    const auto epochs = ofEvent(trainJson(file, {"--epochs", "0"}), "epoch");
    const auto lines = testJson(file);
    for (std::size_t run = 0; run < 3; ++run) {
        EXPECT_NEAR(lines[run].at("loss").front(), epochs[run].at("train_loss").get<double>(),
                    1e-6);
    }
}

TEST(RangeTest, EndsWhereTheLossHasGrown) {
    const ExperimentFile file;
    const auto lines = testJson(file, {"--to", "1e6", "--steps", "300"});
    EXPECT_TRUE(lines[1].at("end") == "loss_grew" || lines[1].at("end") == "not_finite");
    EXPECT_LT(lines[1].at("learning_rate").size(), 300);
}

TEST(RangeTest, PrintsATableForPeople) {
    const ExperimentFile file;
    const ChildResult result = runCli({"range-test", file.path(), "--steps", "20"});
    EXPECT_EQ(result.exitCode, 0);
    EXPECT_THAT(result.output, StartsWith("run "));
    for (const char* word : {"steepest", "minimum/10", "valley", "ReLU", "Hot", "正切 \"tanh\""}) {
        EXPECT_THAT(result.output, HasSubstr(word));
    }
}

TEST(RangeTest, RefusesRangesThatAreNone) {
    const ExperimentFile file;
    const ChildResult turned = runCli({"range-test", file.path(), "--from", "1", "--to", "0.1"});
    EXPECT_EQ(turned.exitCode, 1);
    EXPECT_THAT(turned.errors, StartsWith("error: --from and --to: 1 and 0.1 are no range"));
    EXPECT_EQ(runCli({"range-test", file.path(), "--from", "0"}).exitCode, 1);
    EXPECT_EQ(runCli({"range-test", file.path(), "--to", "inf"}).exitCode, 2);
    EXPECT_EQ(runCli({"range-test", file.path(), "--steps", "1"}).exitCode, 2);
    EXPECT_EQ(runCli({"range-test"}).exitCode, 2);
    json experiment = smallExperiment();
    experiment["training"]["loss"] = "cross_entropy";
    const ExperimentFile unfit(experiment);
    EXPECT_THAT(runCli({"range-test", unfit.path()}).errors,
                StartsWith("error: " + unfit.path() + ": training.loss: "));
}

} // namespace
} // namespace reluscope::test

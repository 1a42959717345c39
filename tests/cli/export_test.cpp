// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/child_process.h"
#include "tests/cli/experiment_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

namespace reluscope::test {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

constexpr const char* python = "/usr/bin/python3";

std::string exported(const std::string& path) {
    const ChildResult result = runCli({"export", path, "--to", "pytorch"});
    EXPECT_EQ(result.exitCode, 0) << result.errors;
    EXPECT_EQ(result.errors, "");
    return result.output;
}

std::string exported(const json& experiment) {
    return exported(ExperimentFile(experiment).path());
}

/// What a Python program prints of a script on its standard input.
std::string toldByPython(const std::string& program, const std::string& script) {
    const ChildResult result = runProgram(python, {"-c", program}, script);
    EXPECT_EQ(result.exitCode, 0) << result.errors;
    return result.output;
}

class ExportedScript : public testing::Test {
  protected:
    void SetUp() override {
        if (!std::filesystem::exists(python)) {
            GTEST_SKIP() << "Python is not installed";
        }
    }
};

TEST_F(ExportedScript, CompilesForAllExamples) {
    int count = 0;
    for (const auto& entry :
         std::filesystem::directory_iterator(RELUSCOPE_SOURCE_DIR "/resources/examples")) {
        SCOPED_TRACE(entry.path());
        const ChildResult result = runCli({"export", entry.path(), "--to", "pytorch"});
        if (result.errors.find("Fashion-MNIST is not installed") != std::string::npos) {
            continue;
        }
        EXPECT_EQ(result.exitCode, 0) << result.errors;
        toldByPython("import sys; compile(sys.stdin.buffer.read(), 'script', 'exec')",
                     result.output);
        ++count;
    }
    EXPECT_GE(count, 1);
}

TEST_F(ExportedScript, KeepsNamesWhateverTheyHold) {
    const json names = {"plain",
                        "\"quotes\" and 'apostrophes'",
                        "\\",
                        "\\\"",
                        "line\nend\r\n\ttab",
                        "\"\"\"",
                        "{braces} %s",
                        "激活函数 ∞ 😀",
                        "\u2028 \u202e \u2069",
                        std::string("\x01\x7f", 2)};
    json experiment = smallExperiment();
    experiment["runs"].clear();
    for (const json& name : names) {
        experiment["runs"].push_back({{"name", name}, {"activation", {{"id", "relu"}}}});
    }
    const std::string told = toldByPython(R"(
import ast, json, sys
runs = next(node.value for node in ast.parse(sys.stdin.buffer.read()).body
            if isinstance(node, ast.Assign) and node.targets[0].id == "RUNS")
print(json.dumps([run.values[0].value for run in runs.elts])))",
                                          exported(experiment));
    EXPECT_EQ(json::parse(told), names);
}

TEST_F(ExportedScript, IsTheSameProgramWhateverTheTitle) {
    constexpr const char* dump =
        "import ast, sys; print(ast.dump(ast.parse(sys.stdin.buffer.read())))";
    const std::string plain = toldByPython(dump, exported(smallExperiment()));
    for (const char* title : {"", "\nimport os", "\rimport os", "\r\n", "coding: latin-1",
                              "vim: set fileencoding=utf-16", "\"\"\"", "ends with \\",
                              "\u2028import os", "激活函数 😀", "\f\v\x1c\u0085"}) {
        json experiment = smallExperiment();
        experiment["title"] = title;
        EXPECT_EQ(toldByPython(dump, exported(experiment)), plain) << title;
    }
}

/// By the same rules: the first that holds, of the losses of the epochs so far.
TEST_F(ExportedScript, StopsByTheRulesOfTheExperiment) {
    json experiment = smallExperiment();
    experiment["training"]["stop"] = {
        {"train_accuracy", 0.9}, {"train_loss", 0.1}, {"patience", 2}};
    const std::string script = exported(experiment);
    EXPECT_THAT(script, HasSubstr("reason = reason_to_stop(losses, trained[-1])\n"));
    const std::string told = toldByPython(R"(
import ast, json, sys
tree = ast.parse(sys.stdin.buffer.read())
tree.body = [node for node in tree.body if getattr(node, "name", "") == "reason_to_stop"]
exec(compile(tree, "script", "exec"))
print(json.dumps([reason_to_stop([0.5], 0.9), reason_to_stop([0.5, 0.1], 0.8),
                  reason_to_stop([0.5, 0.5, 0.6], 0.8), reason_to_stop([0.5, 0.4, 0.4], 0.8)])))",
                                          script);
    EXPECT_EQ(json::parse(told), json({"train_accuracy", "train_loss", "patience", nullptr}));
}

TEST(Export, WritesOnlyWhatTheExperimentNeeds) {
    json experiment = smallExperiment();
    const std::string script = exported(experiment);
    EXPECT_THAT(script, HasSubstr("torch.optim.SGD(parameters, lr=0.1)"));
    EXPECT_THAT(script, HasSubstr("torch.randperm"));
    for (const char* absent : {"Adam", "scheduler", "Swish", "Sine", "nn.init", "weight_decay",
                               "gzip", "csv", "math", "one_hot", "HELD_BACK", "reason"}) {
        EXPECT_THAT(script, Not(HasSubstr(absent)));
    }
    experiment["training"]["shuffle"] = false;
    EXPECT_THAT(exported(experiment), Not(HasSubstr("randperm")));
}

TEST(Export, KeepsToItsWidth) {
    json experiment = smallExperiment();
    experiment["network"]["hidden"] = std::vector<int>(100, 5);
    experiment["training"]["optimizer"] = {
        {"name", "rmsprop"},           {"learning_rate", 0.0123456789}, {"alpha", 0.123456789},
        {"epsilon", 1.2345e-07},       {"momentum", 0.123456789},       {"centered", true},
        {"weight_decay", 0.0123456789}};
    std::istringstream lines(exported(experiment));
    for (std::string line; std::getline(lines, line);) {
        EXPECT_LE(line.size(), 100U) << line;
    }
}

/// The error of an experiment that no script is written for.
std::string refusal(const json& experiment) {
    const ExperimentFile file(experiment);
    const ChildResult result = runCli({"export", file.path(), "--to", "pytorch"});
    EXPECT_EQ(result.exitCode, 1);
    EXPECT_EQ(result.output, "");
    EXPECT_THAT(result.errors, testing::StartsWith("error: " + file.path() + ": "));
    EXPECT_EQ(std::ranges::count(result.errors, '\n'), 1);
    return result.errors;
}

TEST(Export, RefusesDataTooLargeForAScript) {
    json experiment = smallExperiment();
    experiment["data"]["train"] = 20000;
    EXPECT_THAT(refusal(experiment), HasSubstr(": data: the script would have to hold 180 kB"));
}

TEST(Export, RefusesWhatCannotBeTrained) {
    json loss = smallExperiment();
    loss["training"]["loss"] = "cross_entropy";
    EXPECT_THAT(refusal(loss), HasSubstr(": training.loss: "));
    json batch = smallExperiment();
    batch["training"]["batch_size"] = 1000;
    batch["training"]["drop_last"] = true;
    EXPECT_THAT(refusal(batch), HasSubstr(": training.batch_size: "));
}

} // namespace
} // namespace reluscope::test

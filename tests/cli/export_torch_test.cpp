// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/child_process.h"
#include "tests/core/data/idx_bytes.h"
#include "tests/core/io/temporary_directory.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <sstream>

namespace reluscope::test {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

/// Debian's own, for which its PyTorch is.
constexpr const char* python = "/usr/bin/python3";

/// Relative. In practice they agree to 1e-6: sums of float32 in another order.
constexpr double tolerance = 1e-5;

/// What one run reports of one epoch.
struct Figures {
    std::string run;
    std::size_t epoch;
    std::vector<double> values; ///< training loss, test loss; accuracies in this order
};

/// An experiment whose script is run against reluscope-cli.
struct ExportCase {
    std::string name;
    std::string changes;            ///< to `plainExperiment`, as JSON Merge Patch has them
    bool startsFromOneFile = false; ///< rather than from one for each run
};

void PrintTo(const ExportCase& shown, std::ostream* out) {
    *out << shown.name;
}

const json plainExperiment = json::parse(R"({
    "format": "reluscope-experiment", "version": 1, "title": "Export",
    "data": {"source": "moons", "train": 200, "test": 100},
    "network": {"hidden": [8, 4]},
    "training": {"epochs": 5, "batch_size": 32, "shuffle": false,
                 "optimizer": {"learning_rate": 0.1}},
    "runs": [{"name": "ReLU", "activation": {"id": "relu"}},
             {"name": "tanh", "activation": {"id": "tanh"}}]
})");

/// Three kinds by name, a column in which nothing changes, and one whose name needs quotation
/// marks.
std::string namedTable() {
    std::string text = "width;\"length; in cm\";kind;constant\n";
    const char* const kinds[] = {"tulipa", "Álium", "rosa"};
    for (int row = 0; row < 45; ++row) {
        text += std::to_string(row * 7 % 19) + ".25; " + std::to_string(row * 5 % 23) + ";" +
                kinds[(row * 7 % 19 + row * 5 % 23) % 3] + ";3\n";
    }
    return text;
}

/// As a spreadsheet saves it: with a byte order mark and CRLF.
std::string numberTable() {
    std::string text = "\xEF\xBB\xBFx,y,class\r\n";
    for (int row = 0; row < 30; ++row) {
        text += std::to_string(row * 11 % 13) + ",-" + std::to_string(row * 11 % 13 % 5) + "e-1," +
                std::to_string(row * 11 % 13 % 2) + "\r\n\r\n";
    }
    return text;
}

/// Runs of all functions there are, with their defaults.
json runsOfAllActivations() {
    json runs = json::array();
    for (const json& row : json::parse(runCli({"activations", "--json"}).output)) {
        runs.push_back({{"name", row.at("id")}, {"activation", {{"id", row.at("id")}}}});
    }
    return runs;
}

bool hasTorch() {
    // Importing it would take seconds.
    const char* const find = "import importlib.util, sys\n"
                             "sys.exit(importlib.util.find_spec('torch') is None)";
    return fs::exists(python) && runProgram(python, {"-c", find}).exitCode == 0;
}

std::vector<Figures> figuresOfScript(const std::string& output) {
    std::vector<Figures> all;
    std::istringstream lines(output);
    std::string line;
    std::getline(lines, line); // the names of the columns
    while (std::getline(lines, line)) {
        std::istringstream cells(line);
        Figures figures;
        std::getline(cells, figures.run, '\t');
        cells >> figures.epoch;
        for (double value = 0; cells >> value;) {
            figures.values.push_back(value);
        }
        all.push_back(figures);
    }
    return all;
}

std::vector<Figures> figuresOfJsonLines(const std::string& output) {
    std::vector<Figures> all;
    std::istringstream lines(output);
    for (std::string text; std::getline(lines, text);) {
        const json line = json::parse(text);
        if (line.at("event") != "epoch") {
            continue;
        }
        Figures figures{line.at("run"), line.at("epoch"), {}};
        for (const char* name : {"train_loss", "test_loss", "train_accuracy", "test_accuracy"}) {
            if (line.contains(name)) {
                figures.values.push_back(line.at(name));
            }
        }
        all.push_back(figures);
    }
    return all;
}

class ExportToPytorch : public testing::TestWithParam<ExportCase> {
  protected:
    void SetUp() override {
        if (GetParam().name == "FashionMnist" && !fs::exists("/usr/share/datasets/fashion-mnist")) {
            GTEST_SKIP() << "Fashion-MNIST is not installed (dataset-fashion-mnist)";
        }
        if (!hasTorch()) {
            // So that a machine that is to run these tests does not pass without them.
            ASSERT_EQ(std::getenv("RELUSCOPE_REQUIRE_TORCH"), nullptr) << "PyTorch is missing";
            GTEST_SKIP() << "PyTorch is not installed (python3-torch)";
        }
        setenv("OMP_NUM_THREADS", "1", 1); // threads cost these networks more than they give
        json experiment = plainExperiment;
        experiment.merge_patch(json::parse(GetParam().changes));
        if (experiment["runs"] == "all activations") {
            experiment["runs"] = runsOfAllActivations();
        }
        std::ofstream(m_experiment) << experiment.dump();
        write("names.csv", namedTable());
        write("numbers \"1\".csv", numberTable());
        m_directory.write("images", idxBytes({33, 2, 3}, countingBytes(33 * 2 * 3)));
        Bytes labels = countingBytes(33);
        std::ranges::for_each(labels, [](std::uint8_t& label) { label %= 3; });
        m_directory.write("labels", idxBytes({33}, labels));
    }

    std::string write(const std::string& name, const std::string& text) const {
        const fs::path path = m_directory.path() / name;
        std::ofstream(path, std::ios::binary) << text;
        return path;
    }

    std::string outputOf(const ChildResult& result) const {
        EXPECT_EQ(result.exitCode, 0) << result.errors;
        EXPECT_EQ(result.errors, "");
        return result.output;
    }

    /// The initial weights of each run.
    std::vector<std::string> savedWeights() const {
        const fs::path folder = m_directory.path() / "weights";
        outputOf(runCli({"train", m_experiment, "--epochs", "0", "--save-weights", folder}));
        std::vector<std::string> files;
        for (const auto& entry : fs::directory_iterator(folder)) {
            files.push_back(entry.path());
        }
        std::ranges::sort(files);
        return files;
    }

    TemporaryDirectory m_directory;
    std::string m_experiment = m_directory.path() / "experiment.reluscope.json";
};

TEST_P(ExportToPytorch, TrainsAsReluscopeDoes) {
    const std::string script =
        write("script.py", outputOf(runCli({"export", m_experiment, "--to", "pytorch"})));
    std::vector<std::string> theirCall = {script, "--weights"};
    std::vector<std::string> ourCall = {"train", m_experiment, "--json"};
    const std::vector<std::string> weights = savedWeights();
    if (GetParam().startsFromOneFile) {
        theirCall.push_back(weights.back());
        ourCall.insert(ourCall.end(), {"--weights", weights.back()});
    } else {
        theirCall.insert(theirCall.end(), weights.begin(), weights.end());
    }
    const auto theirs = figuresOfScript(outputOf(runProgram(python, theirCall)));
    auto ours = figuresOfJsonLines(outputOf(runCli(ourCall)));
    // Ours come by epoch, the script's by run.
    std::ranges::stable_sort(ours, {}, [&](const Figures& figures) {
        const auto sameRun = [&](const Figures& other) { return other.run == figures.run; };
        return std::ranges::find_if(theirs, sameRun) - theirs.begin();
    });

    ASSERT_EQ(theirs.size(), ours.size());
    for (std::size_t line = 0; line < ours.size(); ++line) {
        SCOPED_TRACE(ours[line].run + ", epoch " + std::to_string(ours[line].epoch));
        EXPECT_EQ(theirs[line].run, ours[line].run);
        EXPECT_EQ(theirs[line].epoch, ours[line].epoch);
        ASSERT_EQ(theirs[line].values.size(), ours[line].values.size());
        for (std::size_t i = 0; i < ours[line].values.size(); ++i) {
            EXPECT_NEAR(theirs[line].values[i], ours[line].values[i],
                        tolerance * ours[line].values[i]);
        }
    }
}

const ExportCase cases[] = {
    {"EveryActivation", R"({"runs": "all activations"})"},
    {"ActivationParameters", R"({"runs": [
        {"name": "leaky", "activation": {"id": "leaky_relu", "negative_slope": -0.2}},
        {"name": "shared", "activation": {"id": "prelu", "init": 0.1}},
        {"name": "unit", "activation": {"id": "prelu", "per_unit": true}},
        {"name": "elu", "activation": {"id": "elu", "alpha": 0.5}},
        {"name": "celu", "activation": {"id": "celu", "alpha": 2}},
        {"name": "softplus", "activation": {"id": "softplus", "beta": 3}},
        {"name": "gelu", "activation": {"id": "gelu", "approximate": "tanh"}},
        {"name": "swish", "activation": {"id": "silu", "beta": 1.5}},
        {"name": "learned", "activation": {"id": "silu", "beta": 2, "learn_beta": true}},
        {"name": "learned each",
         "activation": {"id": "silu", "learn_beta": true, "per_unit": true}},
        {"name": "mixed", "activation": [{"id": "sine"}, {"id": "prelu", "per_unit": true}]}]})"},
    {"RunsOfTheirOwn", R"({"runs": [
        {"name": "linear", "activation": {"id": "relu"}, "hidden": []},
        {"name": "deep", "activation": {"id": "tanh"}, "hidden": [5, 6, 7],
         "initialization": {"weights": "xavier_uniform", "gain": 1.2, "bias": 0.1}},
        {"name": "adam", "activation": {"id": "relu"}, "optimizer": {"name": "adam"},
         "learning_rate": 0.003},
        {"name": "hot", "activation": {"id": "relu"}, "learning_rate": 0.3}]})"},
    {"OneFileForAllRuns", R"({"runs": [
        {"name": "he", "activation": {"id": "relu"}, "initialization": {"weights": "he_normal"}},
        {"name": "default", "activation": {"id": "tanh"}}]})",
     true},
    {"NesterovAndDecay", R"({
        "training": {"optimizer": {"momentum": 0.8, "nesterov": true, "weight_decay": 0.01},
                     "schedule": {"name": "warmup_cosine", "warmup_epochs": 2, "minimum": 0.01}},
        "runs": [{"name": "learned", "activation": {"id": "prelu", "per_unit": true}},
                 {"name": "swish", "activation": {"id": "silu", "learn_beta": true}}]})"},
    {"Adam", R"({"training": {
        "optimizer": {"name": "adam", "learning_rate": 0.01, "beta1": 0.8, "epsilon": 1e-5,
                      "weight_decay": 0.001},
        "schedule": {"name": "step", "step_size": 2, "gamma": 0.5}, "drop_last": true}})"},
    {"RmsProp", R"({"training": {
        "optimizer": {"name": "rmsprop", "learning_rate": 0.003, "alpha": 0.9, "momentum": 0.5,
                      "epsilon": 1e-4},
        "schedule": {"name": "cosine", "minimum": 0.0001}}})"},
    {"CenteredRmsProp", R"({"training": {
        "optimizer": {"name": "rmsprop", "learning_rate": 0.003, "centered": true,
                      "epsilon": 1e-3}, "schedule": {"name": "warmup_cosine"}}})"},
    {"Regression", R"({"data": {"source": "sine"}, "network": {"hidden": [16]}})"},
    {"HalfSquaredError", R"({"data": {"source": "chebyshev", "degree": 3, "scale": "standard"},
                             "training": {"loss": "half_mse"}})"},
    {"SquaredErrorOfTwoClasses", R"({"training": {"loss": "mse"}})"},
    {"Points", R"({"data": {"source": "points", "train": null, "test": null, "scale": "unit",
        "points": [[0, 0, 0], [3, 1, 1], [1, 2.5, 2], [0.5, 0, 0], [2, 1, 1], [1, 3, 2]]},
        "training": {"batch_size": 4}})"},
    {"CsvOfNames", R"({"data": {"source": "csv", "path": "names.csv", "target": "kind",
                               "train": 30, "test": null, "scale": "standard"}})"},
    {"CsvOfNumbers", R"({"data": {"source": "csv", "path": "numbers \"1\".csv",
                                 "target": "class", "train": null, "test": null,
                                 "scale": "symmetric", "test_fraction": 0.3}})"},
    {"CsvRegression", R"({"data": {"source": "csv", "path": "numbers \"1\".csv", "target": "y",
                                  "task": "regression", "train": null, "test": null,
                                  "scale": "unit"}})"},
    {"IdxWithoutTestFiles", R"({"data": {"source": "idx", "images": "images", "labels": "labels",
                                        "train": 20, "test": null, "scale": "standard"},
                               "training": {"batch_size": 7}})"},
    {"FashionMnist", R"({"data": {"source": "fashion-mnist", "train": 300, "test": 200,
                                  "scale": "symmetric"},
                         "network": {"hidden": [16]}, "training": {"loss": "mse"}})"},
};

INSTANTIATE_TEST_SUITE_P(All, ExportToPytorch, testing::ValuesIn(cases),
                         [](const auto& test) { return test.param.name; });

} // namespace
} // namespace reluscope::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/experiment_file.h"
#include "tests/core/expect_input_error.h"
#include "tests/core/io/temporary_directory.h"

#include <limits>

namespace reluscope {
namespace {

using test::expectInputError;

/// The smallest file there is: what it leaves out has defaults.
constexpr std::string_view minimal = R"({
  "format": "reluscope-experiment", "version": 1,
  "data": {"source": "spiral"},
  "network": {"hidden": [8]},
  "runs": [{"name": "ReLU", "activation": {"id": "relu"}}]
})";

TEST(ParseExperiment, FillsInTheDefaults) {
    const Experiment experiment = parseExperiment(minimal);
    Experiment expected;
    expected.data.source = "spiral";
    expected.network.hidden = {8};
    RunSpec run;
    run.name = "ReLU";
    run.activations = {Activation(*findActivation("relu"))};
    expected.runs = {run};
    EXPECT_EQ(experiment, expected);
    // As the contract states them, whatever the types say.
    EXPECT_EQ(experiment.data.seed, 1U);
    EXPECT_EQ(experiment.data.noise, 0.1);
    EXPECT_EQ(experiment.network.seed, 1U);
    EXPECT_EQ(experiment.network.initialization.weights, WeightScheme::TorchDefault);
    EXPECT_EQ(experiment.network.initialization.gain, 1.0);
    EXPECT_EQ(experiment.training.epochs, 10U);
    EXPECT_EQ(experiment.training.batchSize, 32U);
    EXPECT_TRUE(experiment.training.shuffle);
    EXPECT_FALSE(experiment.training.dropLast);
    EXPECT_EQ(experiment.training.loss, std::nullopt);
    EXPECT_EQ(experiment.training.optimizer.learningRate, 0.01);
}

constexpr std::string_view full = R"({
  "format": "reluscope-experiment", "version": 1, "title": "Äpfel \"und\" \u4e2d",
  "data": {"source": "idx", "images": "a.gz", "labels": "b", "test_images": "c", "test_labels": "d",
           "train": 100, "test": 10, "scale": "standard", "seed": 18446744073709551615},
  "network": {"hidden": [4, 5], "initialization": {"weights": "he_normal", "gain": 0.5, "bias": 0.1},
              "seed": 7},
  "training": {"epochs": 0, "batch_size": 3, "shuffle": false, "drop_last": true, "loss": "half_mse",
               "optimizer": {"name": "sgd", "learning_rate": 0.3, "momentum": 0.9, "nesterov": true,
                             "weight_decay": 1e-4},
               "schedule": {"name": "constant"}, "changes": [],
               "stop": {"train_accuracy": 0.95, "train_loss": 1e-3, "patience": 20}},
  "runs": [
    {"name": "A", "activation": {"id": "leaky_relu", "negative_slope": 0.2}, "learning_rate": 1},
    {"name": "B", "activation": [{"id": "relu"}, {"id": "elu", "alpha": 2}],
     "optimizer": {"learning_rate": 0.7}, "initialization": {"weights": "zeros", "bias": -1}},
    {"name": "C", "activation": {"id": "sigmoid"}, "hidden": []},
    {"name": "D", "activation": [{"id": "relu"}], "hidden": [3]}
  ]
})";

TEST(ParseExperiment, ReadsEveryField) {
    const Experiment experiment = parseExperiment(full);
    EXPECT_EQ(experiment.title, "Äpfel \"und\" 中");
    EXPECT_EQ(experiment.data.images, "a.gz");
    EXPECT_EQ(experiment.data.labels, "b");
    EXPECT_EQ(experiment.data.testImages, "c");
    EXPECT_EQ(experiment.data.testLabels, "d");
    EXPECT_EQ(experiment.data.train, 100U);
    EXPECT_EQ(experiment.data.test, 10U);
    EXPECT_EQ(experiment.data.scale, Scale::Standard);
    EXPECT_EQ(experiment.data.seed, std::numeric_limits<std::uint64_t>::max());
    EXPECT_EQ(experiment.network.hidden, (std::vector<std::size_t>{4, 5}));
    EXPECT_EQ(experiment.network.initialization,
              (Initialization{.weights = WeightScheme::HeNormal, .gain = 0.5, .bias = 0.1}));
    EXPECT_EQ(experiment.network.seed, 7U);
    EXPECT_EQ(experiment.training.epochs, 0U);
    EXPECT_EQ(experiment.training.batchSize, 3U);
    EXPECT_FALSE(experiment.training.shuffle);
    EXPECT_TRUE(experiment.training.dropLast);
    EXPECT_EQ(experiment.training.loss, Loss::HalfMeanSquaredError);
    EXPECT_EQ(experiment.training.optimizer,
              (OptimizerSpec{
                  .learningRate = 0.3, .momentum = 0.9, .nesterov = true, .weightDecay = 1e-4}));
    EXPECT_EQ(experiment.training.stop,
              (StopRules{.trainAccuracy = 0.95, .trainLoss = 1e-3, .patience = std::size_t{20}}));

    ASSERT_EQ(experiment.runs.size(), 4U);
    EXPECT_EQ(experiment.runs[0].activations[0].parameters[0], 0.2);
    EXPECT_EQ(experiment.runs[0].learningRate, 1.0);
    ASSERT_EQ(experiment.runs[1].activations.size(), 2U);
    EXPECT_EQ(experiment.runs[1].activations[1].info->id, "elu");
    EXPECT_EQ(experiment.runs[1].activations[1].parameters[0], 2.0);
    EXPECT_EQ(experiment.runs[1].optimizer, (OptimizerSpec{.learningRate = 0.7}));
    EXPECT_EQ(experiment.runs[1].initialization,
              (Initialization{.weights = WeightScheme::Zeros, .bias = -1}));
    EXPECT_EQ(experiment.runs[2].hidden, std::vector<std::size_t>{});
    EXPECT_EQ(experiment.runs[3].hidden, std::vector<std::size_t>{3});
    EXPECT_EQ(experiment.runs[3].learningRate, std::nullopt);
}

TEST(ParseExperiment, KnowsEveryNameOfItsTables) {
    for (const ActivationInfo& row : activationTable()) {
        std::string text(minimal);
        text.replace(text.find("relu\"}"), 4, row.id);
        EXPECT_EQ(parseExperiment(text).runs[0].activations[0].info, &row);
    }
    for (const WeightSchemeInfo& row : weightSchemes()) {
        std::string text(minimal);
        const std::string parameter =
            row.parameter.empty() ? "" : ", \"" + std::string(row.parameter) + "\": 0.5";
        text.replace(text.find("[8]"), 3,
                     "[8], \"initialization\": {\"weights\": \"" + std::string(row.id) + '"' +
                         parameter + "}");
        EXPECT_EQ(parseExperiment(text).network.initialization.weights, row.scheme);
    }
}

/// `minimal` with another activation.
std::string withActivation(const std::string& json) {
    constexpr std::string_view relu = R"({"id": "relu"})";
    std::string text(minimal);
    return text.replace(text.find(relu), relu.size(), json);
}

ActivationParameters parametersOf(const std::string& json) {
    return parseExperiment(withActivation(json)).runs[0].activations[0].parameters;
}

TEST(ParseExperiment, ReadsChoicesAsWordsAndFlagsAsBooleans) {
    EXPECT_EQ(parametersOf(R"({"id": "gelu"})")[0], 0);
    EXPECT_EQ(parametersOf(R"({"id": "gelu", "approximate": "none"})")[0], 0);
    EXPECT_EQ(parametersOf(R"({"id": "gelu", "approximate": "tanh"})")[0], 1);
    EXPECT_EQ(parametersOf(R"({"id": "prelu"})"), (ActivationParameters{0.25, 0}));
    EXPECT_EQ(parametersOf(R"({"id": "prelu", "init": 0.5, "per_unit": true})"),
              (ActivationParameters{0.5, 1}));
    EXPECT_EQ(parametersOf(R"({"id": "silu", "learn_beta": true, "per_unit": false})"),
              (ActivationParameters{1, 1, 0}));
}

TEST(ParseExperiment, RefusesOtherWordsForChoices) {
    const auto refuse = [](const std::string& json, const std::string& name,
                           const std::string& words) {
        expectInputError([&] { parametersOf(json); }, "runs[0].activation." + name, words);
    };
    refuse(R"({"id": "gelu", "approximate": "tahn"})", "approximate",
           "\"tahn\" is not available; the nearest is \"tanh\" of: none, tanh");
    refuse(R"({"id": "gelu", "approximate": 1})", "approximate", "is 1; a text");
    refuse(R"({"id": "gelu", "approximate": true})", "approximate", "is true; a text");
    refuse(R"({"id": "prelu", "per_unit": 1})", "per_unit", "is 1; true or false");
    refuse(R"({"id": "prelu", "per_unit": "true"})", "per_unit", "is the text \"true\"");
}

TEST(WriteExperiment, WritesChoicesAsWordsAndFlagsAsBooleans) {
    for (const std::string json :
         {R"({"id": "gelu", "approximate": "tanh"})", R"({"id": "gelu", "approximate": "none"})",
          R"({"id": "prelu", "init": 0.5, "per_unit": true})",
          R"({"id": "silu", "beta": 1.0, "learn_beta": true, "per_unit": false})"}) {
        const std::string written = writeExperiment(parseExperiment(withActivation(json)));
        EXPECT_NE(written.find(json), std::string::npos) << written;
        EXPECT_EQ(parseExperiment(written), parseExperiment(withActivation(json)));
    }
}

TEST(WriteExperiment, RoundTrips) {
    for (const std::string_view text : {minimal, full}) {
        const Experiment experiment = parseExperiment(text);
        const std::string written = writeExperiment(experiment);
        EXPECT_EQ(parseExperiment(written), experiment) << written;
        EXPECT_EQ(writeExperiment(parseExperiment(written)), written);
    }
    Experiment experiment = parseExperiment(minimal);
    experiment.training.optimizer.learningRate = 0.1 + 0.2; // needs all 17 digits
    experiment.network.hidden = {};
    experiment.data.noise = 1.0 / 3;
    experiment.runs[0].learningRate = 5e-324;
    experiment.training.stop.patience = 7;
    EXPECT_EQ(parseExperiment(writeExperiment(experiment)), experiment);
}

TEST(WriteExperiment, IsLaidOutForPeople) {
    EXPECT_EQ(writeExperiment(parseExperiment(minimal)), R"({
  "format": "reluscope-experiment",
  "version": 1,
  "title": "",
  "data": {"source": "spiral", "noise": 0.1, "seed": 1},
  "network": {
    "hidden": [8],
    "initialization": {"weights": "torch_default", "gain": 1.0},
    "seed": 1
  },
  "training": {
    "epochs": 10,
    "batch_size": 32,
    "shuffle": true,
    "drop_last": false,
    "loss": "auto",
    "optimizer": {
      "name": "sgd",
      "learning_rate": 0.01,
      "momentum": 0.0,
      "nesterov": false,
      "weight_decay": 0.0
    },
    "schedule": {"name": "constant"}
  },
  "runs": [{"name": "ReLU", "activation": {"id": "relu"}}]
}
)");
}

TEST(ParseExperiment, RefusesTooManyOfAThing) {
    const auto with = [](std::string_view from, const std::string& to) {
        std::string text(minimal);
        text.replace(text.find(from), from.size(), to);
        return [text] { parseExperiment(text); };
    };
    std::string layers = "[1";
    for (int i = 1; i < 100; ++i) {
        layers += ", 1";
    }
    EXPECT_NO_THROW(with("[8]", layers + "]")());
    expectInputError(with("[8]", layers + ", 1]"), "network.hidden", "is a list of 101");

    const std::string run = R"({"name": "ReLU", "activation": {"id": "relu"}})";
    std::string runs;
    for (int i = 0; i < 65; ++i) {
        runs += (i == 0 ? "" : ", ") + run;
        runs.replace(runs.rfind("ReLU"), 4, "run " + std::to_string(i));
    }
    expectInputError(with(run, runs), "runs", "is a list of 65");
    expectInputError(with(run, ""), "runs", "is a list of 0");
}

TEST(ParseExperiment, LetsPassABiasOfZeroThatTorchDefaultIgnores) {
    std::string text(minimal);
    text.replace(text.find("[8]"), 3,
                 R"([8], "initialization": {"weights": "torch_default", "bias": 0.0})");
    EXPECT_EQ(parseExperiment(text), parseExperiment(minimal));
}

TEST(ReadExperiment, NamesTheFile) {
    const test::TemporaryDirectory directory;
    const auto write = [&](std::string_view text) {
        return directory.write("x.reluscope.json",
                               {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
    };
    EXPECT_EQ(readExperiment(write(minimal)), parseExperiment(minimal));
    const auto path = write("{");
    EXPECT_EQ(expectInputError([&] { readExperiment(path); }, "line 1, column 2", "end of input"),
              path.string());
    const auto huge = write(std::string(16'000'001, ' '));
    EXPECT_EQ(expectInputError([&] { readExperiment(huge); }, "", "at most 16 MB"), huge.string());
}

} // namespace
} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of experiment files that belong to one source, scheme, method or schedule alone.
#include "core/io/experiment_file.h"
#include "tests/core/expect_input_error.h"

#include <ostream>
#include <string>

namespace reluscope {
namespace {

using test::expectInputError;

struct Sections {
    std::string data = R"({"source": "spiral"})";
    std::string initialization = "{}";
    std::string optimizer = "{}";
    std::string schedule = "{}";
};

std::string document(const Sections& sections) {
    return R"({"format": "reluscope-experiment", "version": 1, "data": )" + sections.data +
           R"(, "network": {"hidden": [8], "initialization": )" + sections.initialization +
           R"(}, "training": {"optimizer": )" + sections.optimizer + R"(, "schedule": )" +
           sections.schedule + R"(}, "runs": [{"name": "A", "activation": {"id": "relu"}}]})";
}

/// What a document holds, which writing must keep.
Experiment parsed(const Sections& sections) {
    const Experiment experiment = parseExperiment(document(sections));
    const std::string written = writeExperiment(experiment);
    EXPECT_EQ(parseExperiment(written), experiment) << written;
    return experiment;
}

OptimizerSpec optimizerOf(const std::string& json) {
    return parsed({.optimizer = json}).training.optimizer;
}

TEST(OptimizerFields, OfAdam) {
    EXPECT_EQ(optimizerOf(R"({"name": "adam"})"),
              (OptimizerSpec{.method = OptimizerMethod::Adam, .learningRate = 0.001}));
    EXPECT_EQ(optimizerOf(R"({"name": "adam", "learning_rate": 0.5, "beta1": 0.8, "beta2": 0.7,
                              "epsilon": 0.25, "weight_decay": 0.125})"),
              (OptimizerSpec{.method = OptimizerMethod::Adam,
                             .learningRate = 0.5,
                             .weightDecay = 0.125,
                             .beta1 = 0.8,
                             .beta2 = 0.7,
                             .epsilon = 0.25}));
}

TEST(OptimizerFields, OfRmsProp) {
    EXPECT_EQ(optimizerOf(R"({"name": "rmsprop"})"),
              (OptimizerSpec{.method = OptimizerMethod::RmsProp, .learningRate = 0.01}));
    EXPECT_EQ(optimizerOf(R"({"name": "rmsprop", "learning_rate": 0.5, "alpha": 0.8,
                              "epsilon": 0.25, "momentum": 0.75, "centered": true,
                              "weight_decay": 0.125})"),
              (OptimizerSpec{.method = OptimizerMethod::RmsProp,
                             .learningRate = 0.5,
                             .momentum = 0.75,
                             .weightDecay = 0.125,
                             .alpha = 0.8,
                             .centered = true,
                             .epsilon = 0.25}));
}

Schedule scheduleOf(const std::string& json) {
    return parsed({.schedule = json}).training.schedule;
}

TEST(ScheduleFields, OfEachShape) {
    EXPECT_EQ(scheduleOf(R"({"name": "step", "step_size": 3, "gamma": 0.5})"),
              (Schedule{.shape = ScheduleShape::Step, .stepSize = 3, .gamma = 0.5}));
    EXPECT_EQ(scheduleOf(R"({"name": "cosine", "minimum": 0.25})"),
              (Schedule{.shape = ScheduleShape::Cosine, .minimum = 0.25}));
    EXPECT_EQ(scheduleOf(R"({"name": "warmup_cosine", "minimum": 0.25, "warmup_epochs": 0})"),
              (Schedule{.shape = ScheduleShape::WarmupCosine, .minimum = 0.25, .warmupEpochs = 0}));
}

Initialization initializationOf(const std::string& json) {
    return parsed({.initialization = json}).network.initialization;
}

TEST(InitializationFields, OfSchemesWithAParameter) {
    EXPECT_EQ(
        initializationOf(R"({"weights": "normal", "std": 0.5, "gain": 2, "bias": -1})"),
        (Initialization{.weights = WeightScheme::Normal, .parameter = 0.5, .gain = 2, .bias = -1}));
    EXPECT_EQ(initializationOf(R"({"weights": "uniform", "bound": 0.25})"),
              (Initialization{.weights = WeightScheme::Uniform, .parameter = 0.25}));
    EXPECT_EQ(initializationOf(R"({"weights": "constant", "value": -3})"),
              (Initialization{.weights = WeightScheme::Constant, .parameter = -3}));
}

TEST(InitializationFields, OfLecun) {
    EXPECT_EQ(initializationOf(R"({"weights": "lecun_normal"})").weights,
              WeightScheme::LecunNormal);
}

DataSpec dataOf(const std::string& json) {
    return parsed({.data = json}).data;
}

TEST(DataFields, OfCurves) {
    const DataSpec chebyshev =
        dataOf(R"({"source": "chebyshev", "degree": 30, "noise": 0.5, "train": 10, "test": 20})");
    EXPECT_EQ(chebyshev.source, "chebyshev");
    EXPECT_EQ(chebyshev.degree, 30U);
    EXPECT_EQ(chebyshev.noise, 0.5);
    EXPECT_EQ(chebyshev.train, 10U);
    EXPECT_EQ(dataOf(R"({"source": "chebyshev"})").degree, 5U);
    for (const char* source : {"abs", "sine", "step"}) {
        EXPECT_EQ(dataOf(R"({"source": ")" + std::string(source) + "\"}").source, source);
    }
}

TEST(DataFields, OfPoints) {
    const DataSpec data =
        dataOf(R"({"source": "points", "points": [[0.1, -2, 0], [1e6, 0, 255]]})");
    EXPECT_EQ(data.points, (std::vector{LabelledPoint{0.1, -2, 0}, LabelledPoint{1e6, 0, 255}}));
}

TEST(DataFields, OfCsv) {
    const DataSpec data = dataOf(R"({"source": "csv", "path": "a/b.csv", "target": "Preis €",
        "task": "regression", "test_fraction": 0.5, "train": 3, "test": 4, "scale": "standard",
        "seed": 9})");
    EXPECT_EQ(data.path, "a/b.csv");
    EXPECT_EQ(data.target, "Preis €");
    EXPECT_EQ(data.task, Task::Regression);
    EXPECT_EQ(data.testFraction, 0.5);
    EXPECT_EQ(data.train, 3U);
    EXPECT_EQ(data.test, 4U);
    EXPECT_EQ(data.scale, Scale::Standard);
    EXPECT_EQ(data.seed, 9U);
    const DataSpec defaults = dataOf(R"({"source": "csv", "path": "a", "target": "y"})");
    EXPECT_EQ(defaults.task, Task::Classification);
    EXPECT_EQ(defaults.testFraction, 0.2);
}

/// Sections that are refused, and what has to be said of them.
struct Refused {
    Sections sections;
    const char* place;
    const char* words;
};

/// For GoogleTest's messages.
void PrintTo(const Refused& refused, std::ostream* out) {
    *out << document(refused.sections);
}

class RefusedFields : public testing::TestWithParam<Refused> {};

TEST_P(RefusedFields, AreNamed) {
    expectInputError([] { parseExperiment(document(GetParam().sections)); }, GetParam().place,
                     GetParam().words);
}

Refused data(const char* json, const char* place, const char* words) {
    return {{.data = json}, place, words};
}

INSTANTIATE_TEST_SUITE_P(
    OfData, RefusedFields,
    testing::Values(
        data(R"({"source": "sine", "degree": 3})", "data.degree", "unknown field"),
        data(R"({"source": "spiral", "points": []})", "data.points", "unknown field"),
        data(R"({"source": "chebyshev", "degre": 3})", "data.degre", "the nearest is \"degree\""),
        data(R"({"source": "chebyshev", "degree": 0})", "data.degree", "from 1 to 30"),
        data(R"({"source": "chebyshev", "degree": 31})", "data.degree", "is 31"),
        data(R"({"source": "points"})", "data.points", "is missing"),
        data(R"({"source": "points", "points": []})", "data.points", "is a list of 0"),
        data(R"({"source": "points", "points": [[0, 0, 1]], "train": 1})", "data.train",
             "unknown field"),
        data(R"({"source": "points", "points": [[0, 0, 1]], "noise": 1})", "data.noise",
             "unknown field"),
        data(R"({"source": "points", "points": [[0, 0, 1], [0, 1]]})", "data.points[1]",
             "is a list of 2"),
        data(R"({"source": "points", "points": [[0, "1", 1]]})", "data.points[0][1]",
             "is the text \"1\""),
        data(R"({"source": "points", "points": [[-1000001, 0, 1]]})", "data.points[0][0]",
             "is -1000001"),
        data(R"({"source": "points", "points": [[0, 0, 256]]})", "data.points[0][2]",
             "a whole number from 0 to 255"),
        data(R"({"source": "points", "points": [[0, 0, 0.5]]})", "data.points[0][2]", "is 0.5"),
        data(R"({"source": "csv", "target": "y"})", "data.path", "is missing"),
        data(R"({"source": "csv", "path": "", "target": "y"})", "data.path", "is empty"),
        data(R"({"source": "csv", "path": "a"})", "data.target", "is missing"),
        data(R"({"source": "csv", "path": "a", "target": ""})", "data.target",
             "is empty; the name of a column"),
        data(R"({"source": "csv", "path": "a", "target": "y", "task": "regresion"})", "data.task",
             "the nearest is \"regression\""),
        data(R"({"source": "csv", "path": "a", "target": "y", "test_fraction": 0})",
             "data.test_fraction", "is 0; a number from 0.001 to 0.999"),
        data(R"({"source": "csv", "path": "a", "target": "y", "noise": 0.1})", "data.noise",
             "unknown field"),
        data(R"({"source": "idx", "images": "a", "labels": "b", "task": "regression"})",
             "data.task", "unknown field")));

Refused initialization(const char* json, const char* place, const char* words) {
    return {{.initialization = json}, place, words};
}

INSTANTIATE_TEST_SUITE_P(
    OfInitializations, RefusedFields,
    testing::Values(initialization(R"({"weights": "normal"})", "network.initialization.std",
                                   "is missing"),
                    initialization(R"({"weights": "normal", "sdt": 1})",
                                   "network.initialization.sdt", "the nearest is \"std\""),
                    initialization(R"({"weights": "normal", "std": -1})",
                                   "network.initialization.std", "is -1"),
                    initialization(R"({"weights": "normal", "std": 1, "bound": 1})",
                                   "network.initialization.bound", "unknown field"),
                    initialization(R"({"weights": "uniform", "std": 1})",
                                   "network.initialization.std", "unknown field"),
                    initialization(R"({"weights": "uniform", "bound": -0.1})",
                                   "network.initialization.bound", "is -0.1"),
                    initialization(R"({"weights": "constant", "value": 1000001})",
                                   "network.initialization.value", "is 1000001"),
                    initialization(R"({"weights": "lecun_normal", "value": 1})",
                                   "network.initialization.value", "unknown field")));

Refused optimizer(const char* json, const char* place, const char* words) {
    return {{.optimizer = json}, place, words};
}

INSTANTIATE_TEST_SUITE_P(
    OfOptimizers, RefusedFields,
    testing::Values(
        optimizer(R"({"name": "adma"})", "training.optimizer.name", "the nearest is \"adam\""),
        optimizer(R"({"name": "adam", "momentum": 0.9})", "training.optimizer.momentum",
                  "unknown field"),
        optimizer(R"({"name": "adam", "beta_1": 0.9})", "training.optimizer.beta_1",
                  "the nearest is \"beta1\""),
        optimizer(R"({"name": "adam", "beta1": 1})", "training.optimizer.beta1", "is 1"),
        optimizer(R"({"name": "adam", "beta2": -0.1})", "training.optimizer.beta2", "is -0.1"),
        optimizer(R"({"name": "adam", "epsilon": -1})", "training.optimizer.epsilon", "is -1"),
        optimizer(R"({"name": "rmsprop", "nesterov": true})", "training.optimizer.nesterov",
                  "unknown field"),
        optimizer(R"({"name": "rmsprop", "alpha": 1})", "training.optimizer.alpha", "is 1"),
        optimizer(R"({"name": "rmsprop", "centred": true})", "training.optimizer.centred",
                  "the nearest is \"centered\""),
        optimizer(R"({"name": "rmsprop", "centered": 1})", "training.optimizer.centered",
                  "is 1; true or false"),
        optimizer(R"({"alpha": 0.9})", "training.optimizer.alpha", "unknown field")));

Refused schedule(const char* json, const char* place, const char* words) {
    return {{.schedule = json}, place, words};
}

INSTANTIATE_TEST_SUITE_P(
    OfSchedules, RefusedFields,
    testing::Values(
        schedule(R"({"name": "cosin"})", "training.schedule.name", "the nearest is \"cosine\""),
        schedule(R"({"name": "step", "step_size": 0})", "training.schedule.step_size", "is 0"),
        schedule(R"({"name": "step", "gama": 1})", "training.schedule.gama",
                 "the nearest is \"gamma\""),
        schedule(R"({"name": "step", "gamma": -0.1})", "training.schedule.gamma", "is -0.1"),
        schedule(R"({"name": "step", "minimum": 0})", "training.schedule.minimum", "unknown field"),
        schedule(R"({"name": "cosine", "warmup_epochs": 1})", "training.schedule.warmup_epochs",
                 "unknown field"),
        schedule(R"({"name": "cosine", "minimum": -1})", "training.schedule.minimum", "is -1"),
        schedule(R"({"name": "warmup_cosine", "warmup_epochs": 1.5})",
                 "training.schedule.warmup_epochs", "is 1.5")));

} // namespace
} // namespace reluscope

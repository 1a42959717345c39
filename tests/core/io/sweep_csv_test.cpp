// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csv_table.h"
#include "core/io/sweep_csv.h"
#include "tests/core/expect_input_error.h"
#include "tests/core/training/small_experiment.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace reluscope {
namespace {

SweepSpec specOf(std::vector<RunSpec> runs) {
    SweepSpec spec{
        .experiment = test::smallExperiment(), .learningRates = {0.1, 1}, .seedCount = 2};
    spec.experiment.runs = std::move(runs);
    return spec;
}

SweepSpec plainSpec() {
    return specOf({test::runSpec("relu"), test::runSpec("leaky_relu")});
}

SweepResult finished(SweepCell cell) {
    return {.cell = cell,
            .status = RunStatus::Finished,
            .epochs = 3,
            .step = 12,
            .figures = SweepResult::Figures{.trainLoss = 0.25,
                                            .testLoss = 1.0 / 3,
                                            .trainAccuracy = 0.75,
                                            .testAccuracy = 0.5,
                                            .deadFraction = 0.625},
            .deadFractionAtStart = 0.125,
            .isOutputConstantAtStart = true,
            .seconds = 1.5};
}

SweepResult diverged(SweepCell cell, std::optional<std::size_t> layer) {
    return {.cell = cell,
            .status = RunStatus::Diverged,
            .epochs = 1,
            .step = 7,
            .divergedLayer = layer,
            .seconds = 0.25};
}

/// The cells of one line by the names of their columns.
class Line {
  public:
    Line(const SweepSpec& spec, const SweepResult& result)
        : m_table(parseCsv(sweepCsvHeader() + sweepCsvLine(spec, result))) {}

    std::string_view operator[](std::string_view column) const {
        const auto found = std::ranges::find(m_table.columns, column);
        EXPECT_NE(found, m_table.columns.end()) << column;
        return m_table.cell(0, static_cast<std::size_t>(found - m_table.columns.begin()));
    }

  private:
    CsvTable m_table;
};

TEST(SweepCsv, HasTheColumnsOfTheContract) {
    EXPECT_EQ(sweepCsvHeader(),
              "run,activation,parameters,initialization,hidden,learning_rate,seed,status,epochs,"
              "step,diverged_layer,train_loss,test_loss,train_accuracy,test_accuracy,"
              "dead_fraction,dead_fraction_at_start,constant_output_at_start,seconds\n");
}

TEST(SweepCsv, HasACellForEachFigure) {
    const Line line(plainSpec(), finished({.run = 1, .rate = 1, .seed = 1}));
    EXPECT_EQ(line["run"], "leaky_relu");
    EXPECT_EQ(line["activation"], "leaky_relu");
    EXPECT_EQ(line["parameters"], "negative_slope=0.01");
    EXPECT_EQ(line["initialization"], "he_uniform");
    EXPECT_EQ(line["hidden"], "8;5");
    EXPECT_EQ(line["learning_rate"], "1");
    EXPECT_EQ(line["seed"], "2");
    EXPECT_EQ(line["status"], "finished");
    EXPECT_EQ(line["epochs"], "3");
    EXPECT_EQ(line["step"], "12");
    EXPECT_EQ(line["diverged_layer"], "");
    EXPECT_EQ(line["train_loss"], "0.25");
    EXPECT_EQ(line["test_loss"], "0.3333333333333333");
    EXPECT_EQ(line["train_accuracy"], "0.75");
    EXPECT_EQ(line["test_accuracy"], "0.5");
    EXPECT_EQ(line["dead_fraction"], "0.625");
    EXPECT_EQ(line["dead_fraction_at_start"], "0.125");
    EXPECT_EQ(line["constant_output_at_start"], "true");
    EXPECT_EQ(line["seconds"], "1.5");
}

TEST(SweepCsv, LeavesFiguresOfADivergedRunEmpty) {
    const Line line(plainSpec(), diverged({}, 2));
    EXPECT_EQ(line["status"], "diverged");
    EXPECT_EQ(line["step"], "7");
    EXPECT_EQ(line["diverged_layer"], "2");
    for (const char* column :
         {"train_loss", "test_loss", "train_accuracy", "test_accuracy", "dead_fraction"}) {
        EXPECT_EQ(line[column], "") << column;
    }
    EXPECT_EQ(line["dead_fraction_at_start"], "0");
    EXPECT_EQ((Line(plainSpec(), diverged({}, {}))["diverged_layer"]), "loss");
}

TEST(SweepCsv, TellsRunsApartByAllTheirSettings) {
    RunSpec mixed = test::runSpec("relu");
    mixed.name = "a, \"b\"";
    mixed.activations.emplace_back(*findActivation("gelu"));
    mixed.activations.emplace_back(*findActivation("elu"));
    mixed.hidden = {4, 4, 2};
    mixed.initialization =
        Initialization{.weights = WeightScheme::Normal, .parameter = 0.5, .bias = 0.1};
    RunSpec linear = test::runSpec("prelu");
    linear.hidden = std::vector<std::size_t>{};
    const SweepSpec spec = specOf({mixed, linear});
    const Line line(spec, finished({}));
    EXPECT_EQ(line["run"], mixed.name);
    EXPECT_EQ(line["activation"], "relu;gelu;elu");
    EXPECT_EQ(line["parameters"], "2.approximate=none;3.alpha=1");
    EXPECT_EQ(line["initialization"], "normal;std=0.5;bias=0.1");
    EXPECT_EQ(line["hidden"], "4;4;2");
    const Line other(spec, finished({.run = 1}));
    EXPECT_EQ(other["parameters"], "init=0.25;per_unit=false");
    EXPECT_EQ(other["hidden"], "");
}

TEST(SweepCsv, ReadsBackTheSame) {
    SweepSpec spec = plainSpec();
    spec.experiment.runs[0].name = "two\nlines, \"quoted\"";
    SweepResult failed = finished({.run = 1, .rate = 0, .seed = 1});
    failed.status = RunStatus::Failed;
    failed.figures->testLoss = std::numeric_limits<double>::infinity();
    failed.figures->trainAccuracy.reset();
    failed.figures->testAccuracy.reset();
    const std::vector<SweepResult> results{finished({.run = 0, .rate = 1, .seed = 1}),
                                           diverged({.run = 1, .rate = 1}, 3), failed,
                                           diverged({.run = 0, .rate = 0}, {})};
    EXPECT_EQ(parseSweepCsv(spec, sweepCsv(spec, results)), results);
    EXPECT_TRUE(parseSweepCsv(spec, "").empty());
    EXPECT_TRUE(parseSweepCsv(spec, sweepCsvHeader()).empty());
}

TEST(SweepCsv, ReadsANumberThatIsNone) {
    SweepResult result = finished({});
    result.figures->testLoss = std::numeric_limits<double>::quiet_NaN();
    const auto read = parseSweepCsv(plainSpec(), sweepCsv(plainSpec(), {result}));
    ASSERT_EQ(read.size(), 1);
    EXPECT_TRUE(std::isnan(read[0].figures->testLoss));
}

TEST(SweepCsv, DropsATornLastLineWhereverItIsTorn) {
    SweepSpec spec = plainSpec();
    spec.experiment.runs[1].name = "two\nlines, \"quoted\"";
    const std::vector<SweepResult> results{finished({.run = 0}), finished({.run = 1})};
    const std::string text = sweepCsv(spec, results);
    const std::size_t header = sweepCsvHeader().size();
    const std::size_t first = header + sweepCsvLine(spec, results[0]).size();
    for (std::size_t size = 0; size <= text.size(); ++size) {
        const std::size_t expected = size == text.size() ? 2 : size >= first ? 1 : 0;
        EXPECT_EQ(parseSweepCsv(spec, text.substr(0, size)).size(), expected) << size;
    }
}

TEST(SweepCsv, RefusesWhatIsNoResultOfTheSweep) {
    const SweepSpec spec = plainSpec();
    const std::string text = sweepCsv(spec, {finished({.run = 0}), finished({.run = 1})});
    const auto expectRefused = [&](std::string_view from, std::string_view to,
                                   std::string_view place, std::string_view words) {
        std::string changed = text;
        const std::size_t begin = changed.rfind(from);
        ASSERT_NE(begin, std::string::npos);
        changed.replace(begin, from.size(), to);
        test::expectInputError([&] { parseSweepCsv(spec, changed); }, place, words);
    };
    expectRefused("run,", "name,", "line 1", "not the columns");
    expectRefused("finished", "training", "line 3, status", "finished, failed or diverged");
    expectRefused(",12,", ",twelve,", "line 3, step", "\"twelve\" is not possible; a number");
    expectRefused("true", "maybe", "line 3, constant_output_at_start", "true or false");
    expectRefused(",1.5", ",", "line 3, seconds", "a number");
    expectRefused("8;5", "8;6", "line 3", "no run of this sweep");
    expectRefused("he_uniform", "he_normal", "line 3", "no run of this sweep");
    expectRefused("leaky_relu,leaky_relu,negative_slope=0.01", "relu,relu,", "line 3",
                  "second result");
    expectRefused(",1.5", ",1.5,7", "line 3", "cells");
}

TEST(SweepCsv, SortsByRunRateAndSeed) {
    std::vector<SweepResult> results{finished({.run = 1}), finished({.run = 0, .rate = 1}),
                                     finished({.run = 0, .seed = 1}), finished({})};
    sortByCell(results);
    EXPECT_EQ(results, (std::vector{finished({}), finished({.run = 0, .seed = 1}),
                                    finished({.run = 0, .rate = 1}), finished({.run = 1})}));
}

} // namespace
} // namespace reluscope

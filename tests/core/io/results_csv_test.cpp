// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csv_table.h"
#include "core/io/results_csv.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>

namespace reluscope {
namespace {

Experiment experimentOf(const std::string& run) {
    Experiment experiment;
    experiment.runs.resize(1);
    experiment.runs[0].name = run;
    return experiment;
}

EpochRecord measuredRecord() {
    EpochRecord record{.run = 0,
                       .epoch = 3,
                       .step = 30,
                       .learningRate = 0.1,
                       .trainLoss = 0.25,
                       .trainAccuracy = 0.75,
                       .measured = {},
                       .seconds = 1.5};
    record.measured = EpochRecord::Measured{.testLoss = 1.0 / 3,
                                            .testAccuracy = 0.5,
                                            .silent = {5, 0},
                                            .permanentlyDead = {4, 0},
                                            .saturated = {0, 2},
                                            .deadFraction = 0.625,
                                            .layers = {.sparsity = {0.5, 0.125},
                                                       .meanActivation = {-0.25, 1e-9},
                                                       .gradientNorm = {1, 2.5, 1e20}},
                                            .learned = {},
                                            .isOutputConstant = true,
                                            .events = {}};
    return record;
}

/// The cells of one line by the names of their columns.
class Line {
  public:
    Line(const std::string& run, const EpochRecord& record)
        : m_table(parseCsv(resultsCsvHeader() + resultsCsvLine(experimentOf(run), record))) {}

    std::string_view operator[](std::string_view column) const {
        const auto found = std::ranges::find(m_table.columns, column);
        EXPECT_NE(found, m_table.columns.end()) << column;
        return m_table.cell(0, static_cast<std::size_t>(found - m_table.columns.begin()));
    }

  private:
    CsvTable m_table;
};

TEST(ResultsCsv, HasACellForEachFigure) {
    const Line line("ReLU", measuredRecord());
    EXPECT_EQ(line["run"], "ReLU");
    EXPECT_EQ(line["epoch"], "3");
    EXPECT_EQ(line["step"], "30");
    EXPECT_EQ(line["learning_rate"], "0.1");
    EXPECT_EQ(line["train_loss"], "0.25");
    EXPECT_EQ(line["test_loss"], "0.3333333333333333") << "what reads back the same";
    EXPECT_EQ(line["train_accuracy"], "0.75");
    EXPECT_EQ(line["test_accuracy"], "0.5");
    EXPECT_EQ(line["dead_fraction"], "0.625");
    EXPECT_EQ(line["constant_output"], "true");
    EXPECT_EQ(line["seconds"], "1.5");
}

TEST(ResultsCsv, SeparatesTheFiguresOfLayersBySemicolons) {
    const Line line("ReLU", measuredRecord());
    EXPECT_EQ(line["silent"], "5;0");
    EXPECT_EQ(line["permanently_dead"], "4;0");
    EXPECT_EQ(line["saturated"], "0;2");
    EXPECT_EQ(line["sparsity"], "0.5;0.125");
    EXPECT_EQ(line["mean_activation"], "-0.25;1e-09");
    EXPECT_EQ(line["gradient_norm"], "1;2.5;1e+20");
}

TEST(ResultsCsv, LeavesEmptyWhatWasNotMeasured) {
    EpochRecord record = measuredRecord();
    record.measured.reset();
    const Line line("ReLU", record);
    EXPECT_EQ(line["train_loss"], "0.25");
    EXPECT_EQ(line["train_accuracy"], "0.75");
    EXPECT_EQ(line["seconds"], "1.5");
    for (const char* column :
         {"test_loss", "test_accuracy", "dead_fraction", "silent", "permanently_dead", "saturated",
          "sparsity", "mean_activation", "gradient_norm", "constant_output"}) {
        EXPECT_EQ(line[column], "") << column;
    }
}

TEST(ResultsCsv, LeavesTheAccuraciesOfARegressionEmpty) {
    EpochRecord record = measuredRecord();
    record.trainAccuracy.reset();
    record.measured->testAccuracy.reset();
    const Line line("ReLU", record);
    EXPECT_EQ(line["train_accuracy"], "");
    EXPECT_EQ(line["test_accuracy"], "");
    EXPECT_EQ(line["test_loss"], "0.3333333333333333");
}

TEST(ResultsCsv, OfALinearModelHasEmptyCellsForItsLayers) {
    EpochRecord record = measuredRecord();
    record.measured->silent = {};
    record.measured->layers = {.sparsity = {}, .meanActivation = {}, .gradientNorm = {2}};
    const Line line("ReLU", record);
    EXPECT_EQ(line["silent"], "");
    EXPECT_EQ(line["gradient_norm"], "2");
}

TEST(ResultsCsv, WritesNumbersThatAreNotFiniteAsWords) {
    EpochRecord record = measuredRecord();
    record.measured->testLoss = std::numeric_limits<double>::infinity();
    record.measured->layers.gradientNorm = {std::numeric_limits<double>::quiet_NaN()};
    const Line line("ReLU", record);
    EXPECT_EQ(line["test_loss"], "inf");
    EXPECT_EQ(line["gradient_norm"], "nan");
}

TEST(ResultsCsv, KeepsEveryNameOfARun) {
    for (const std::string name :
         {"a, b", "\"quoted\"", "two\nlines", "a;b", "\"", "激活", " blanks "}) {
        EXPECT_EQ(Line(name, measuredRecord())["run"], name);
    }
}

} // namespace
} // namespace reluscope

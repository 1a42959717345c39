// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csv_source.h"
#include "core/io/loading_stopped.h"
#include "tests/core/expect_input_error.h"
#include "tests/core/io/gzip_bytes.h"
#include "tests/core/io/temporary_directory.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>

namespace reluscope {
namespace {

using test::expectInputError;
using testing::ElementsAre;

/// A CSV file and the data set made of it.
class CsvSource : public testing::Test {
  protected:
    CsvSource() {
        spec.source = "csv";
        spec.target = "y";
    }

    Dataset load(const std::string& text) {
        const std::vector<std::uint8_t> bytes(text.begin(), text.end());
        return loadCsv(directory.write("table.csv", bytes), spec, {});
    }

    /// The file at fault.
    std::string fault(const std::string& text, std::string_view place, std::string_view words) {
        return expectInputError([&] { load(text); }, place, words);
    }

    /// 100 rows of x = 0 to 99 and y = 2 x.
    static std::string hundredRows() {
        std::string text = "x,y\n";
        for (int x = 0; x < 100; ++x) {
            text += std::to_string(x) + ',' + std::to_string(2 * x) + '\n';
        }
        return text;
    }

    std::string file() const { return (directory.path() / "table.csv").string(); }

    test::TemporaryDirectory directory;
    DataSpec spec;
};

/// What is said of the one example with this first feature, in either split.
std::uint32_t labelAt(const Dataset& dataset, float x) {
    for (const Examples* split : {&dataset.train, &dataset.test}) {
        for (std::size_t i = 0; i < split->count(); ++i) {
            if (dataset.example(*split, i)[0] == x) {
                return split->labels[i];
            }
        }
    }
    ADD_FAILURE() << "no example " << x;
    return 0;
}

TEST_F(CsvSource, TakesNumbersAsClasses) {
    const Dataset dataset = load("x,y,z\n1,0,5\n2, 4 ,5\n3,1,5\n");
    EXPECT_EQ(dataset.task, Task::Classification);
    EXPECT_EQ(dataset.featureCount, 2U);
    EXPECT_EQ(dataset.classCount, 5U);
    EXPECT_THAT(dataset.classNames, ElementsAre("0", "1", "2", "3", "4"));
    EXPECT_EQ(labelAt(dataset, 1), 0U);
    EXPECT_EQ(labelAt(dataset, 2), 4U);
    EXPECT_EQ(labelAt(dataset, 3), 1U);
}

TEST_F(CsvSource, TakesNamesAsClassesInAlphabeticalOrder) {
    const Dataset dataset = load("x,y\n1,rose\n2,iris\n3,rose\n4,tulip\n");
    EXPECT_THAT(dataset.classNames, ElementsAre("iris", "rose", "tulip"));
    EXPECT_EQ(dataset.classCount, 3U);
    EXPECT_EQ(labelAt(dataset, 1), 1U);
    EXPECT_EQ(labelAt(dataset, 2), 0U);
    EXPECT_EQ(labelAt(dataset, 3), 1U);
    EXPECT_EQ(labelAt(dataset, 4), 2U);
}

TEST_F(CsvSource, TakesNumbersAmongNamesAsNames) {
    EXPECT_THAT(load("x,y\n1,1\n2,-1\n").classNames, ElementsAre("-1", "1"));
    EXPECT_THAT(load("x,y\n1,1\n2,none\n").classNames, ElementsAre("1", "none"));
    EXPECT_THAT(load("x,y\n1,1.5\n2,1\n").classNames, ElementsAre("1", "1.5"));
}

TEST_F(CsvSource, TakesTheValuesOfARegression) {
    spec.task = Task::Regression;
    const Dataset dataset = load("x,y\n1,-0.5\n2,1e3\n");
    EXPECT_EQ(dataset.task, Task::Regression);
    EXPECT_EQ(dataset.classCount, 0U);
    EXPECT_TRUE(dataset.classNames.empty());
    const bool isFirstTrained = dataset.train.features[0] == 1;
    EXPECT_THAT(dataset.train.values, ElementsAre(isFirstTrained ? -0.5F : 1000));
    EXPECT_THAT(dataset.test.values, ElementsAre(isFirstTrained ? 1000 : -0.5F));
}

TEST_F(CsvSource, HoldsAShareBackAndKeepsRowsTogether) {
    spec.task = Task::Regression;
    spec.testFraction = 0.3;
    const Dataset dataset = load(hundredRows());
    EXPECT_EQ(dataset.train.count(), 70U);
    EXPECT_EQ(dataset.test.count(), 30U);
    for (const Examples* split : {&dataset.train, &dataset.test}) {
        for (std::size_t i = 0; i < split->count(); ++i) {
            EXPECT_EQ(split->values[i], 2 * split->features[i]);
        }
    }
    EXPECT_TRUE(std::ranges::is_sorted(dataset.train.features)) << "in the order of the file";
}

TEST_F(CsvSource, ScalesByTheTrainingSplitAlone) {
    spec.task = Task::Regression;
    spec.testFraction = 0.5;
    spec.scale = Scale::Standard;
    const Dataset dataset = load(hundredRows());
    // Each value still tells what x was.
    double sum = 0;
    double sumOfSquares = 0;
    for (const float y : dataset.train.values) {
        sum += double{y} / 2;
        sumOfSquares += double{y} * double{y} / 4;
    }
    const double mean = sum / 50;
    const double deviation = std::sqrt(sumOfSquares / 50 - mean * mean);
    ASSERT_GT(std::abs(mean - 49.5), 0.1) << "else it would not tell one split from both";
    for (const Examples* split : {&dataset.train, &dataset.test}) {
        for (std::size_t i = 0; i < split->count(); ++i) {
            const double x = double{split->values[i]} / 2;
            EXPECT_NEAR(split->features[i], (x - mean) / deviation, 1e-5);
        }
    }
}

TEST_F(CsvSource, IsNotScaledUnlessAskedFor) {
    spec.task = Task::Regression;
    const Dataset dataset = load(hundredRows());
    EXPECT_GT(std::ranges::max(dataset.train.features), 90);
}

TEST_F(CsvSource, MayBeCompressed) {
    const std::string text = "x,y\n1,0\n2,1\n";
    const std::vector<std::uint8_t> bytes(text.begin(), text.end());
    const auto path = directory.write("packed.csv", test::gzipBytes(bytes));
    EXPECT_EQ(loadCsv(path, spec, {}).classCount, 2U);
}

TEST_F(CsvSource, NamesTheFileAndTheLineAtFault) {
    EXPECT_EQ(fault("x,y\n1,0\nred,1\n", "line 3, column \"x\"", "is \"red\""), file());
    EXPECT_EQ(fault("x,y\n1,0\n2\n", "line 3", "the row ends after 1 cell; 2"), file());
    EXPECT_EQ(fault("x,y\n1,0\n2,\n", "line 3, column \"y\"", "the target is empty"), file());
    EXPECT_EQ(fault("x,z\n1,0\n", "", "there is no column \"y\""), file());
    EXPECT_EQ(fault("x,y\n1,1\n", "", "only one example"), file());
    spec.task = Task::Regression;
    EXPECT_EQ(fault("x,y\n1,0\n2,0\n3,low\n", "line 4, column \"y\"", "is \"low\""), file());
    const auto missing = directory.path() / "missing.csv";
    EXPECT_EQ(expectInputError([&] { loadCsv(missing, spec, {}); }, "", "No such file"),
              missing.string());
}

TEST_F(CsvSource, SaysOfTheExperimentWhatIsWrongThere) {
    EXPECT_EQ(fault("x,y\n1,0\n2,0\n", "data.target", "has only one class"), "");
    EXPECT_EQ(fault("x,y\n1,same\n2,same\n", "data.target", "has only one class"), "");
    EXPECT_EQ(fault("x,y\n1,0\n2,1000\n", "data.target", "more than 1000 classes"), "");
    EXPECT_EQ(fault("x,y\n1,0\n2,4294967295\n", "data.target", "more than 1000 classes"), "");
    std::string names = "x,y\n";
    for (int i = 0; i <= 1000; ++i) {
        names += "1,name " + std::to_string(i) + '\n';
    }
    EXPECT_EQ(fault(names, "data.target", "\"task\": \"regression\""), "");
    spec.test = 2;
    EXPECT_EQ(fault("x,y\n1,0\n2,1\n", "data.test", "asks for 2 examples of 1"), "");
}

TEST_F(CsvSource, StopsWhenAsked) {
    std::stop_source source;
    source.request_stop();
    const auto path = directory.write("table.csv", std::vector<std::uint8_t>(10, 'x'));
    EXPECT_THROW(loadCsv(path, spec, source.get_token()), LoadingStopped);
}

} // namespace
} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/sweep_csv.h"
#include "core/io/sweep_file.h"
#include "core/io/sweep_merge.h"
#include "core/io/sweep_spec_file.h"
#include "tests/core/expect_input_error.h"
#include "tests/core/io/temporary_directory.h"
#include "tests/core/training/small_experiment.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace reluscope {
namespace {

std::string textOf(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

SweepSpec smallSpec() {
    SweepSpec spec{.experiment = test::smallExperiment({"relu", "tanh"}),
                   .learningRates = {0.1, 1},
                   .seedCount = 2};
    spec.experiment.data.source = "moons";
    return spec;
}

SweepResult resultOf(SweepCell cell) {
    return {.cell = cell,
            .step = 10 * cell.run + cell.rate,
            .figures = SweepResult::Figures{.trainLoss = static_cast<double>(cell.seed)},
            .seconds = 0.5};
}

class SweepFileTest : public testing::Test {
  protected:
    std::filesystem::path path(const std::string& name = "results.csv") const {
        return directory.path() / name;
    }
    /// A file with the results of some cells.
    static void write(const std::filesystem::path& file, const SweepSpec& of,
                      std::span<const SweepCell> some) {
        SweepFile results = SweepFile::create(file, of);
        for (const SweepCell cell : some) {
            results.add(resultOf(cell));
        }
    }

    test::TemporaryDirectory directory;
    SweepSpec spec = smallSpec();
    std::vector<SweepCell> cells = coarseToFine(spec);
};

TEST_F(SweepFileTest, HasEachResultAsSoonAsItIsAdded) {
    SweepFile file = SweepFile::create(path(), spec);
    EXPECT_EQ(textOf(path()), sweepCsvHeader());
    std::string expected = sweepCsvHeader();
    for (const SweepCell cell : cells) {
        file.add(resultOf(cell));
        expected += sweepCsvLine(spec, resultOf(cell));
        EXPECT_EQ(textOf(path()), expected);
    }
}

TEST_F(SweepFileTest, IsSortedInTheEnd) {
    SweepFile file = SweepFile::create(path(), spec);
    std::vector<SweepResult> results;
    for (const SweepCell cell : cells) {
        file.add(resultOf(cell));
        results.push_back(resultOf(cell));
    }
    file.finish();
    sortByCell(results);
    EXPECT_EQ(textOf(path()), sweepCsv(spec, results));
    EXPECT_EQ(file.results(), results);
}

TEST_F(SweepFileTest, GoesOnWhereItWasTornOff) {
    write(path(), spec, std::span(cells).first(3));
    std::ofstream(path(), std::ios::app) << "relu,relu,,he_un";
    SweepFile file = SweepFile::resume(path(), spec);
    EXPECT_EQ(file.results().size(), 3);
    EXPECT_EQ(file.missingOf(cells), std::vector(cells.begin() + 3, cells.end()));
    for (const SweepCell cell : file.missingOf(cells)) {
        file.add(resultOf(cell));
    }
    file.finish();
    write(path("undisturbed.csv"), spec, cells);
    SweepFile::resume(path("undisturbed.csv"), spec).finish();
    EXPECT_EQ(textOf(path()), textOf(path("undisturbed.csv")));
}

TEST_F(SweepFileTest, BeginsWhereNothingIsToGoOnWith) {
    EXPECT_TRUE(SweepFile::resume(path(), spec).results().empty());
    std::ofstream(path("empty.csv")).flush();
    EXPECT_TRUE(SweepFile::resume(path("empty.csv"), spec).results().empty());
    EXPECT_EQ(textOf(path("empty.csv")), sweepCsvHeader());
}

TEST_F(SweepFileTest, BeginsAnewWhereNotToldToResume) {
    write(path(), spec, cells);
    EXPECT_TRUE(SweepFile::create(path(), spec).results().empty());
    EXPECT_EQ(textOf(path()), sweepCsvHeader());
}

TEST_F(SweepFileTest, TakesAGridThatHasGrown) {
    write(path(), spec, cells);
    spec.learningRates = {0.1, 0.3, 1};
    spec.seedCount = 3;
    const SweepFile file = SweepFile::resume(path(), spec);
    EXPECT_EQ(file.results().size(), 8);
    EXPECT_EQ(file.missingOf(coarseToFine(spec)).size(), 18 - 8);
    EXPECT_EQ(readSweepSpec(sweepSpecPath(path())), spec);
}

TEST_F(SweepFileTest, RefusesResultsOfAnotherExperiment) {
    write(path(), spec, cells);
    const std::string before = textOf(path());
    const auto expectRefused = [&](const SweepSpec& other, std::string_view place) {
        const std::string file = test::expectInputError([&] { SweepFile::resume(path(), other); },
                                                        place, "not that of this sweep");
        EXPECT_EQ(file, path().string() + ".json");
        EXPECT_EQ(textOf(path()), before) << "nothing is lost";
    };
    SweepSpec other = spec;
    other.experiment.data.seed = 5;
    expectRefused(other, "experiment.data");
    other = spec;
    other.experiment.network.hidden = {8, 8};
    expectRefused(other, "experiment.network");
    other = spec;
    other.experiment.training.batchSize = 8;
    expectRefused(other, "experiment.training");
    other = spec;
    other.experiment.runs.pop_back();
    expectRefused(other, "experiment.runs");

    other = spec;
    other.experiment.title = "another title";
    EXPECT_EQ(SweepFile::resume(path(), other).results().size(), 8);
}

TEST_F(SweepFileTest, RefusesResultsOfDataThatHaveChanged) {
    spec.dataFingerprint = 0xfedcba9876543210;
    write(path(), spec, cells);
    EXPECT_EQ(readSweepSpec(sweepSpecPath(path())), spec);
    EXPECT_EQ(SweepFile::resume(path(), spec).results().size(), 8);
    SweepSpec other = spec;
    other.dataFingerprint = 1;
    test::expectInputError([&] { SweepFile::resume(path(), other); }, "data_fingerprint",
                           "have changed");
    write(path("other.csv"), other, {});
    const std::vector files{path(), path("other.csv")};
    test::expectInputError([&] { mergeSweeps(files); }, "data_fingerprint", "have changed");
    other.dataFingerprint.reset();
    EXPECT_EQ(SweepFile::resume(path(), other).results().size(), 8) << "nothing is known of them";
}

TEST_F(SweepFileTest, RefusesResultsOutsideItsGrid) {
    write(path(), spec, cells);
    spec.learningRates = {0.1, 0.3};
    const std::string file = test::expectInputError([&] { SweepFile::resume(path(), spec); },
                                                    "line 4", "no run of this sweep");
    EXPECT_EQ(file, path().string());
}

TEST_F(SweepFileTest, RefusesAFileThatDoesNotSayWhatItIsOf) {
    write(path(), spec, cells);
    std::filesystem::remove(sweepSpecPath(path()));
    EXPECT_EQ(
        test::expectInputError([&] { SweepFile::resume(path(), spec); }, "", "cannot be read"),
        path().string() + ".json");
    std::ofstream(sweepSpecPath(path())) << R"({"format": "reluscope-experiment"})";
    test::expectInputError([&] { SweepFile::resume(path(), spec); }, "format",
                           "does not say what a sweep is of");
}

TEST_F(SweepFileTest, RefusesWhatCouldNotBeReadBack) {
    write(path(), spec, cells);
    const std::string before = textOf(path());
    SweepSpec other = spec;
    other.learningRates = {0.1, 1e7};
    test::expectInputError([&] { SweepFile::create(path(), other); }, "learning_rates[1]", "is 1");
    other = spec;
    other.experiment.training.epochs = 10'000'001;
    test::expectInputError([&] { SweepFile::create(path(), other); }, "experiment.training.epochs",
                           "is 10000001");
    EXPECT_EQ(textOf(path()), before) << "nothing is lost";
}

TEST_F(SweepFileTest, SaysWhatCannotBeWritten) {
    const auto nowhere = path("missing/results.csv");
    EXPECT_EQ(
        test::expectInputError([&] { SweepFile::create(nowhere, spec); }, "", "cannot be written"),
        nowhere.string() + ".json");
}

TEST(SweepSpecFile, ReadsBackTheSame) {
    SweepSpec spec = smallSpec();
    spec.learningRates = {0, 1e-300, 1.0 / 3};
    EXPECT_EQ(parseSweepSpec(writeSweepSpec(spec)), spec);
    spec.learningRates.clear();
    EXPECT_EQ(parseSweepSpec(writeSweepSpec(spec)), spec);
}

TEST(SweepSpecFile, RefusesWhatIsNone) {
    std::string text = writeSweepSpec(smallSpec());
    const auto changed = [&](std::string_view from, std::string_view to) {
        std::string other = text;
        return other.replace(other.find(from), from.size(), to);
    };
    const auto expectRefused = [](const std::string& json, std::string_view place,
                                  std::string_view words) {
        test::expectInputError([&] { parseSweepSpec(json); }, place, words);
    };
    expectRefused(changed("\"seeds\": 2", "\"seeds\": 0"), "seeds", "is 0");
    expectRefused(changed("\"seeds\": 2", "\"seeds\": 20000000"), "seeds", "too many");
    expectRefused(changed("[0.1, 1]", "[0.1, -1]"), "learning_rates[1]", "is -1");
    expectRefused(changed("\"seeds\"", "\"seed\""), "seed", "unknown field");
    expectRefused(changed("\"seeds\"", "\"data_fingerprint\": \"12g\", \"seeds\""),
                  "data_fingerprint", "\"12g\" is no hexadecimal number");
    expectRefused(changed("moons", "suns"), "experiment.data.source", "not available");
    expectRefused(changed("\"tanh\"}", "\"tan\"}"), "experiment.runs[1].activation.id",
                  "the nearest is");
    expectRefused("{", "line 1, column 2", "");
}

TEST_F(SweepFileTest, MergesWhatShardsHaveLeft) {
    std::vector<std::filesystem::path> files;
    for (std::size_t number = 1; number <= 3; ++number) {
        files.push_back(path(std::to_string(number) + ".csv"));
        write(files.back(), spec, cellsOfShard(spec, number, 3));
    }
    const MergedSweep merged = mergeSweeps(files);
    EXPECT_EQ(merged.spec, spec);
    std::vector<SweepResult> expected;
    for (const SweepCell cell : cells) {
        expected.push_back(resultOf(cell));
    }
    sortByCell(expected);
    EXPECT_EQ(merged.results, expected);
}

TEST_F(SweepFileTest, MergesTheSameResultTwiceIntoOne) {
    write(path("1.csv"), spec, cells);
    SweepFile second = SweepFile::create(path("2.csv"), spec);
    SweepResult slower = resultOf(cells[0]);
    slower.seconds = 9;
    second.add(slower);
    const std::vector files{path("1.csv"), path("2.csv")};
    EXPECT_EQ(mergeSweeps(files).results.size(), cells.size());

    SweepResult other = resultOf(cells[1]);
    other.figures->testLoss = 7;
    second.add(other);
    EXPECT_EQ(test::expectInputError([&] { mergeSweeps(files); }, sweepCsvSettings(spec, cells[1]),
                                     "another result"),
              path("2.csv").string());
}

TEST_F(SweepFileTest, DoesNotMergeDifferentSweeps) {
    write(path("1.csv"), spec, {});
    const std::vector files{path("1.csv"), path("2.csv")};
    SweepSpec other = spec;
    other.seedCount = 3;
    write(path("2.csv"), other, {});
    EXPECT_EQ(test::expectInputError([&] { mergeSweeps(files); }, "seeds", "is not that of"),
              path("2.csv").string() + ".json");
    other = spec;
    other.learningRates = {0.1, 2};
    write(path("2.csv"), other, {});
    test::expectInputError([&] { mergeSweeps(files); }, "learning_rates", "is not that of");
    other = spec;
    other.experiment.training.epochs = 99;
    write(path("2.csv"), other, {});
    test::expectInputError([&] { mergeSweeps(files); }, "experiment.training", "not that of");
}

} // namespace
} // namespace reluscope

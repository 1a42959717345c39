// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/curves.h"
#include "core/data/generated.h"
#include "core/io/dataset_loader.h"
#include "core/io/fashion_mnist.h"
#include "core/io/loading_stopped.h"
#include "tests/core/data/idx_bytes.h"
#include "tests/core/expect_input_error.h"
#include "tests/core/io/gzip_bytes.h"
#include "tests/core/io/temporary_directory.h"

#include <algorithm>

namespace reluscope {
namespace {

using test::Bytes;
using test::countingBytes;
using test::expectInputError;
using test::idxBytes;

/// A folder with ten images of 2 x 3 pixels, plain, and four test images, compressed.
class IdxFolder : public testing::Test {
  protected:
    IdxFolder() {
        directory.write("images", idxBytes({10, 2, 3}, countingBytes(60)));
        directory.write("labels", idxBytes({10}, {0, 1, 2, 0, 1, 2, 0, 1, 2, 0}));
        directory.write("test-images.gz", test::gzipBytes(idxBytes({4, 2, 3}, countingBytes(24))));
        directory.write("test-labels.gz", test::gzipBytes(idxBytes({4}, {2, 1, 0, 2})));
        spec.source = "idx";
        spec.images = "images";
        spec.labels = "labels";
    }

    void useTestFiles() {
        spec.testImages = "test-images.gz";
        spec.testLabels = "test-labels.gz";
    }
    Dataset load() const { return loadDataset(spec, directory.path()); }
    std::string pathOf(const char* name) const { return (directory.path() / name).string(); }

    test::TemporaryDirectory directory;
    DataSpec spec;
};

TEST_F(IdxFolder, LoadsPlainAndCompressedFiles) {
    useTestFiles();
    const Dataset dataset = load();
    EXPECT_EQ(dataset.train.count(), 10U);
    EXPECT_EQ(dataset.imageRows, 2U);
    EXPECT_EQ(dataset.imageColumns, 3U);
    EXPECT_EQ(dataset.train.features[59], 59.0F / 255);
    EXPECT_EQ(dataset.test.labels, (std::vector<std::uint32_t>{2, 1, 0, 2}));
}

TEST_F(IdxFolder, HoldsBackAFifthWithoutTestFiles) {
    EXPECT_EQ(load().train.count(), 8U);
    EXPECT_EQ(load().test.count(), 2U);
}

TEST_F(IdxFolder, TakesAbsolutePathsAsTheyAre) {
    spec.images = pathOf("images");
    spec.labels = pathOf("labels");
    EXPECT_EQ(loadDataset(spec, "/nowhere").train.count(), 8U);
}

TEST_F(IdxFolder, NamesTheFileAtFault) {
    const auto fault = [&](std::string_view place, std::string_view words) {
        return expectInputError([&] { load(); }, place, words);
    };
    useTestFiles();
    spec.images = "absent";
    EXPECT_EQ(fault("", "No such file"), pathOf("absent"));
    spec.images = "labels";
    EXPECT_EQ(fault("byte 0", "begins 00 00 08 01; an IDX file of byte images"), pathOf("labels"));
    spec.images = "test-images.gz";
    EXPECT_EQ(fault("", "has 10 labels for the 4 images"), pathOf("labels"));
    spec.images = "images";
    directory.write("test-labels.gz", Bytes{0x1f, 0x8b, 8});
    EXPECT_EQ(fault("byte 3", "ends too soon"), pathOf("test-labels.gz"));
}

TEST_F(IdxFolder, RefusesMoreThanTheFilesHold) {
    useTestFiles();
    spec.test = 5;
    EXPECT_EQ(expectInputError([&] { load(); }, "data.test", "asks for 5 examples of 4"), "");
}

TEST(LoadDataset, MakesGeneratedSets) {
    DataSpec spec;
    spec.source = "moons";
    spec.train = 20;
    const Dataset dataset = loadDataset(spec, {});
    EXPECT_EQ(dataset.train, generate(*findGeneratedSource("moons"), spec).train);
    EXPECT_EQ(dataset.test.count(), 500U);

    spec.scale = Scale::Unit;
    const Dataset scaled = loadDataset(spec, {});
    const auto [low, high] = std::ranges::minmax(scaled.train.features);
    EXPECT_EQ(low, 0.0F);
    EXPECT_EQ(high, 1.0F);
}

TEST(LoadDataset, MakesCurves) {
    DataSpec spec;
    spec.source = "sine";
    spec.train = 20;
    const Dataset dataset = loadDataset(spec, {});
    EXPECT_EQ(dataset.task, Task::Regression);
    EXPECT_EQ(dataset.train, generateCurve(*findCurveSource("sine"), spec).train);
    EXPECT_TRUE(isGenerated("sine"));
    EXPECT_TRUE(isGenerated("checkerboard"));
    EXPECT_FALSE(isGenerated("csv"));
    EXPECT_FALSE(isGenerated("points"));
}

TEST(LoadDataset, ScalesPoints) {
    DataSpec spec;
    spec.source = "points";
    spec.points = {{-5, 1, 0}, {15, 2, 1}};
    EXPECT_EQ(loadDataset(spec, {}).train.features, (std::vector<float>{-5, 1, 15, 2}));
    spec.scale = Scale::Symmetric;
    EXPECT_EQ(loadDataset(spec, {}).train.features, (std::vector<float>{-1, -1, 1, 1}));
}

TEST(LoadDataset, TakesTheFolderOfTheExperimentForCsvFiles) {
    const test::TemporaryDirectory directory;
    const std::string_view text = "x,y\n1,0\n2,1\n";
    directory.write("table.csv", {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
    DataSpec spec;
    spec.source = "csv";
    spec.path = "table.csv";
    spec.target = "y";
    EXPECT_EQ(loadDataset(spec, directory.path()).classCount, 2U);
    EXPECT_EQ(expectInputError([&] { loadDataset(spec, "/nowhere"); }, "", "No such file"),
              "/nowhere/table.csv");
}

TEST(LoadDataset, RefusesWhatItCannotMake) {
    DataSpec spec;
    spec.source = "nothing";
    expectInputError([&] { loadDataset(spec, {}); }, "data.source", "\"nothing\" is not available");
    spec.source = "xor";
    spec.test = 0;
    expectInputError([&] { loadDataset(spec, {}); }, "data.test", "asks for 0 examples");
    spec.test = std::size_t{1} << 60;
    expectInputError([&] { loadDataset(spec, {}); }, "data.test", "1 to ");
}

TEST(LoadDataset, StopsWhenAsked) {
    std::stop_source source;
    source.request_stop();
    EXPECT_THROW(loadDataset({}, {}, source.get_token()), LoadingStopped);
}

TEST(LoadDataset, KnowsEverySourceThatItLists) {
    for (const DataSource& source : dataSources()) {
        DataSpec spec;
        spec.source = source.id;
        try {
            loadDataset(spec, "/nowhere");
        } catch (const InputError& error) {
            EXPECT_NE(error.place(), "data.source") << error.what();
        }
    }
}

TEST(FashionMnist, SaysWhatToInstall) {
    expectInputError([] { loadFashionMnist("/nowhere", {}, {}); }, "",
                     "sudo apt install dataset-fashion-mnist");
}

TEST(FashionMnist, IsLoadedWhole) {
    if (!std::filesystem::exists(fashionMnistDirectory())) {
        GTEST_SKIP() << "dataset-fashion-mnist is not installed";
    }
    DataSpec spec;
    spec.source = fashionMnistSource;
    const Dataset dataset = loadDataset(spec, {});
    EXPECT_EQ(dataset.train.count(), 60'000U);
    EXPECT_EQ(dataset.test.count(), 10'000U);
    EXPECT_EQ(dataset.featureCount, 784U);
    EXPECT_EQ(dataset.outputCount(), 10U);
    EXPECT_EQ(dataset.classNames[9], "boot");
    EXPECT_EQ(dataset.train.labels[0], 9U);
    EXPECT_EQ(std::ranges::count(dataset.train.labels, 3U), 6000);
    double sum = 0;
    for (const float pixel : dataset.train.features) {
        sum += double{pixel};
    }
    // The mean that everyone normalizes this data set by.
    EXPECT_NEAR(sum / static_cast<double>(dataset.train.features.size()), 0.2860, 1e-4);

    spec.train = 60'001;
    expectInputError([&] { loadDataset(spec, {}); }, "data.train",
                     "asks for 60001 examples of 60000");
}

} // namespace
} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/input_error.h"
#include "core/io/data_file.h"
#include "core/io/dataset_loader.h"
#include "tests/core/data/idx_bytes.h"
#include "tests/core/expect_input_error.h"
#include "tests/core/io/gzip_bytes.h"
#include "tests/core/io/temporary_directory.h"

#include <gtest/gtest.h>

namespace reluscope {
namespace {

using test::idxBytes;
using test::TemporaryDirectory;

std::filesystem::path write(const TemporaryDirectory& directory, const std::string& name,
                            const std::string& text) {
    return directory.write(name, std::vector<std::uint8_t>(text.begin(), text.end()));
}

TEST(DataFile, IsCsvWithItsLikeliestTarget) {
    const TemporaryDirectory directory;
    const auto path = write(directory, "plants.csv", "length,kind\n1,a\n2,b\n3,a\n4,b\n5,a\n");
    const DataSpec spec = dataFileSpec(path);
    EXPECT_EQ(spec.source, "csv");
    EXPECT_EQ(spec.target, "kind");
    EXPECT_EQ(spec.task, Task::Classification);
    EXPECT_EQ(loadDataset(spec, "/elsewhere").classNames, (std::vector<std::string>{"a", "b"}));
}

TEST(DataFile, SaysWhereItIsNoCsv) {
    const TemporaryDirectory directory;
    const auto path = write(directory, "torn.csv", "a,b\n1,2\n3\n");
    try {
        dataFileSpec(path);
        FAIL();
    } catch (const InputError& error) {
        EXPECT_EQ(error.file(), path.string());
        EXPECT_EQ(error.place(), "line 3");
    }
}

/// The files of MNIST, with their usual names, compressed.
struct MnistDirectory : TemporaryDirectory {
    MnistDirectory() {
        const std::vector<std::uint8_t> pixels{0, 1, 2, 3, 4, 5, 6, 7};
        writeCompressed("train-images-idx3-ubyte.gz", idxBytes({2, 2, 2}, pixels));
        writeCompressed("train-labels-idx1-ubyte.gz", idxBytes({2}, {0, 1}));
        writeCompressed("t10k-images-idx3-ubyte.gz", idxBytes({2, 2, 2}, pixels));
        writeCompressed("t10k-labels-idx1-ubyte.gz", idxBytes({2}, {1, 0}));
    }
    void writeCompressed(const std::string& name, const std::vector<std::uint8_t>& bytes) const {
        write(name, test::gzipBytes(bytes));
    }
};

TEST(DataFile, FindsAllFourFilesOfMnistFromAnyOfThem) {
    const MnistDirectory directory;
    for (const char* name : {"train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz",
                             "t10k-images-idx3-ubyte.gz", "t10k-labels-idx1-ubyte.gz"}) {
        const DataSpec spec = dataFileSpec(directory.path() / name);
        EXPECT_EQ(spec.source, "idx");
        EXPECT_EQ(spec.images, (directory.path() / "train-images-idx3-ubyte.gz").string()) << name;
        EXPECT_EQ(spec.testLabels, (directory.path() / "t10k-labels-idx1-ubyte.gz").string())
            << name;
        EXPECT_EQ(loadDataset(spec, {}).test.labels, (std::vector<std::uint32_t>{1, 0})) << name;
    }
}

TEST(DataFile, DoesWithoutTestFiles) {
    const MnistDirectory directory;
    std::filesystem::remove(directory.path() / "t10k-labels-idx1-ubyte.gz");
    const DataSpec spec = dataFileSpec(directory.path() / "train-images-idx3-ubyte.gz");
    EXPECT_TRUE(spec.testImages.empty());
    EXPECT_TRUE(spec.testLabels.empty());
}

TEST(DataFile, NamesTheHalfThatIsMissing) {
    const MnistDirectory directory;
    const auto labels = directory.path() / "train-labels-idx1-ubyte.gz";
    std::filesystem::remove(labels);
    try {
        dataFileSpec(directory.path() / "train-images-idx3-ubyte.gz");
        FAIL();
    } catch (const InputError& error) {
        EXPECT_EQ(error.file(), labels.string());
    }
}

TEST(DataFile, RefusesAnIdxFileOfAnotherName) {
    const TemporaryDirectory directory;
    const auto path = directory.write("digits", idxBytes({2}, {0, 1}));
    EXPECT_THROW(dataFileSpec(path), InputError);
}

} // namespace
} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/file.h"
#include "tests/core/expect_input_error.h"
#include "tests/core/io/temporary_directory.h"

#include <iterator>

namespace reluscope {
namespace {

using test::expectInputError;
using Bytes = std::vector<std::uint8_t>;

std::string textOf(std::istream& stream) {
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::string textOf(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return textOf(stream);
}

std::ptrdiff_t filesIn(const std::filesystem::path& folder) {
    return std::distance(std::filesystem::directory_iterator(folder), {});
}

TEST(WriteFile, WritesAllBytesAndNothingElse) {
    const test::TemporaryDirectory directory;
    const auto path = directory.path() / "file";
    const Bytes large(3'000'001, 7);
    for (const Bytes& bytes : {Bytes{0, 255, 10, 13}, large, Bytes{}}) {
        writeFile(path, bytes);
        EXPECT_EQ(readFile(path, 10'000'000), bytes);
        EXPECT_EQ(filesIn(directory.path()), 1);
    }
}

TEST(WriteFile, ReplacesAFileAtOnce) {
    const test::TemporaryDirectory directory;
    const auto path = directory.write("file", Bytes(100'000, 'a'));
    std::ifstream reader(path, std::ios::binary);
    ASSERT_EQ(reader.get(), 'a');
    writeFile(path, Bytes{'b'});
    EXPECT_EQ(textOf(reader).size(), 99'999U) << "who reads the old file reads it to its end";
    EXPECT_EQ(textOf(path), "b");
}

TEST(WriteFile, NamesAPlaceThatCannotBeWrittenTo) {
    const test::TemporaryDirectory directory;
    const auto nowhere = directory.path() / "missing" / "file";
    EXPECT_EQ(expectInputError([&] { writeFile(nowhere, Bytes{1}); }, "",
                               "cannot be written: No such file or directory; a place that can be"),
              nowhere.string());
    const auto folder = directory.path() / "folder";
    std::filesystem::create_directory(folder);
    EXPECT_EQ(expectInputError([&] { writeFile(folder, Bytes{1}); }, "", "Is a directory"),
              folder.string());
    EXPECT_EQ(filesIn(directory.path()), 1) << "nothing half written stays behind";
}

TEST(LineFile, KeepsEachLineAtOnce) {
    const test::TemporaryDirectory directory;
    const auto path = directory.path() / "lines";
    LineFile file(path);
    EXPECT_EQ(textOf(path), "");
    file.write("one\n");
    EXPECT_EQ(textOf(path), "one\n");
    file.write("two\nthree\n");
    EXPECT_EQ(textOf(path), "one\ntwo\nthree\n");
}

TEST(LineFile, BeginsAnew) {
    const test::TemporaryDirectory directory;
    const auto path = directory.write("lines", Bytes(1000, 'x'));
    LineFile(path).write("new\n");
    EXPECT_EQ(textOf(path), "new\n");
}

TEST(LineFile, NamesAPlaceThatCannotBeWrittenTo) {
    const test::TemporaryDirectory directory;
    EXPECT_EQ(expectInputError([&] { LineFile(directory.path()); }, "", "Is a directory"),
              directory.path().string());
    LineFile full("/dev/full");
    EXPECT_EQ(expectInputError([&] { full.write("line\n"); }, "",
                               "cannot be written: No space left on device"),
              "/dev/full");
}

} // namespace
} // namespace reluscope

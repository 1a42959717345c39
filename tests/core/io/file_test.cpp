// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/available_memory.h"
#include "core/io/byte_size.h"
#include "core/io/file.h"
#include "core/io/loading_stopped.h"
#include "tests/core/expect_input_error.h"
#include "tests/core/io/gzip_bytes.h"
#include "tests/core/io/temporary_directory.h"

namespace reluscope {
namespace {

using test::expectInputError;
using Bytes = std::vector<std::uint8_t>;

TEST(ReadFile, GivesAllBytes) {
    const test::TemporaryDirectory directory;
    EXPECT_EQ(readFile(directory.write("a", Bytes{0, 255, 10, 13}), 4), (Bytes{0, 255, 10, 13}));
    EXPECT_EQ(readFile(directory.write("empty", {}), 4), Bytes{});
    const Bytes large(3'000'001, 7);
    EXPECT_EQ(readFile(directory.write("large", large), 10'000'000), large);
}

TEST(ReadFile, SaysWhatCannotBeRead) {
    const test::TemporaryDirectory directory;
    const auto missing = directory.path() / "missing";
    EXPECT_EQ(expectInputError([&] { readFile(missing, 10); }, "", "No such file"),
              missing.string());
    EXPECT_EQ(expectInputError([&] { readFile(directory.path(), 10); }, "", "Is a directory"),
              directory.path().string());
}

TEST(ReadFile, KeepsToItsLimit) {
    const test::TemporaryDirectory directory;
    const auto path = directory.write("a", Bytes(1001));
    EXPECT_EQ(readFile(path, 1001).size(), 1001U);
    expectInputError([&] { readFile(path, 1000); }, "", "too large; at most 1 kB");
    expectInputError([] { readFile("/dev/zero", 5'000'000); }, "", "too large; at most 5 MB");
}

TEST(ReadFile, StopsWhenAsked) {
    std::stop_source source;
    source.request_stop();
    EXPECT_THROW(readFile("/dev/zero", 5'000'000, source.get_token()), LoadingStopped);
}

TEST(ReadInflatedFile, TellsGzipByContentNotByName) {
    const test::TemporaryDirectory directory;
    const Bytes content = {1, 2, 3};
    EXPECT_EQ(readInflatedFile(directory.write("plain.gz", content), 1000), content);
    EXPECT_EQ(readInflatedFile(directory.write("packed", test::gzipBytes(content)), 1000), content);
}

TEST(ReadInflatedFile, NamesTheFileOfADamagedArchive) {
    const test::TemporaryDirectory directory;
    Bytes packed = test::gzipBytes(Bytes(100'000));
    const auto bomb = directory.write("bomb.gz", packed);
    EXPECT_EQ(expectInputError([&] { readInflatedFile(bomb, 99'999); }, "",
                               "inflates to more than 99 kB"),
              bomb.string());
    packed.resize(packed.size() / 2);
    const auto cut = directory.write("cut.gz", packed);
    EXPECT_EQ(expectInputError([&] { readInflatedFile(cut, 100'000); },
                               "byte " + std::to_string(packed.size()), "ends too soon"),
              cut.string());
}

TEST(ByteSizeText, RoundsDownToWhatPeopleRead) {
    EXPECT_EQ(byteSizeText(0), "0 bytes");
    EXPECT_EQ(byteSizeText(999), "999 bytes");
    EXPECT_EQ(byteSizeText(1000), "1 kB");
    EXPECT_EQ(byteSizeText(16'000'000), "16 MB");
    EXPECT_EQ(byteSizeText(2'590'000'000), "2.5 GB");
    EXPECT_EQ(byteSizeText(~std::size_t{0}), "18446744 TB");
}

TEST(AvailableMemory, IsPlausible) {
    EXPECT_GT(availableMemory(), std::size_t{16} << 20);
    EXPECT_LT(availableMemory(), std::size_t{1} << 46);
}

} // namespace
} // namespace reluscope

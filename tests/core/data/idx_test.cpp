// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/idx.h"
#include "tests/core/data/idx_bytes.h"
#include "tests/core/expect_input_error.h"

namespace reluscope {
namespace {

using test::Bytes;
using test::countingBytes;
using test::expectInputError;
using test::idxBytes;

TEST(ParseIdx, ReadsImages) {
    const Bytes bytes = idxBytes({2, 3, 4}, countingBytes(24));
    const IdxImages images = parseIdxImages(bytes);
    EXPECT_EQ(images.count, 2U);
    EXPECT_EQ(images.rows, 3U);
    EXPECT_EQ(images.columns, 4U);
    ASSERT_EQ(images.pixels.size(), 24U);
    EXPECT_EQ(images.pixels[0], 0);
    EXPECT_EQ(images.pixels[23], 23);
}

TEST(ParseIdx, ReadsLabels) {
    const Bytes bytes = idxBytes({3}, {7, 0, 255});
    const auto labels = parseIdxLabels(bytes);
    EXPECT_EQ(Bytes(labels.begin(), labels.end()), (Bytes{7, 0, 255}));
}

TEST(ParseIdx, RefusesWhatIsNoSuchFile) {
    const auto images = [](const Bytes& bytes) { return [bytes] { parseIdxImages(bytes); }; };
    expectInputError(images({}), "byte 0", "the file is empty");
    expectInputError(images({0, 0, 8}), "byte 3", "first 4 bytes");
    expectInputError(images(idxBytes({3}, {1, 2, 3})), "byte 0", "begins 00 00 08 01");
    expectInputError(images({0x1f, 0x8b, 8, 3}), "byte 0", "which begins 00 00 08 03");
    expectInputError(images({0, 0, 0x0d, 3}), "byte 0", "begins 00 00 0d 03"); // floats
    expectInputError(
        [] {
            parseIdxLabels(idxBytes({1, 1, 1}, {1}));
        },
        "byte 0", "which begins 00 00 08 01");
}

TEST(ParseIdx, RefusesEveryTruncation) {
    const Bytes whole = idxBytes({2, 3, 4}, countingBytes(24));
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const Bytes cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
        EXPECT_THROW(parseIdxImages(cut), InputError) << size;
    }
    const Bytes header(whole.begin(), whole.begin() + 10);
    expectInputError([&] { parseIdxImages(header); }, "byte 10", "within its header");
    const Bytes cut(whole.begin(), whole.end() - 1);
    expectInputError([&] { parseIdxImages(cut); }, "byte 12",
                     "promises 2 x 3 x 4 bytes, but 23 follow it");
}

TEST(ParseIdx, RefusesAHeaderThatPromisesTheEarth) {
    expectInputError(
        [] {
            parseIdxImages(idxBytes({0xffffffff, 28, 28}, countingBytes(784)));
        },
        "byte 4", "promises 4294967295 x ... bytes, but 784 follow it");
    // The product of these three is 0 modulo 2^64.
    expectInputError(
        [] {
            parseIdxImages(idxBytes({0x80000000, 0x80000000, 0x80000000}, {1, 2, 3, 4}));
        },
        "byte 4", "but 4 follow it");
    expectInputError(
        [] {
            parseIdxImages(idxBytes({2, 0xffffffff, 28}, countingBytes(784)));
        },
        "byte 8", "promises 2 x 4294967295 x ...");
    expectInputError([] { parseIdxLabels(idxBytes({0xffffffff}, {1})); }, "byte 4",
                     "promises 4294967295 bytes, but 1 follow it");
}

TEST(ParseIdx, RefusesEmptyDimensionsAndBytesLeftOver) {
    expectInputError([] { parseIdxImages(idxBytes({0, 28, 28}, {})); }, "byte 4", "at least 1");
    expectInputError([] { parseIdxImages(idxBytes({1, 28, 0}, {})); }, "byte 12", "at least 1");
    expectInputError(
        [] {
            parseIdxLabels(idxBytes({2}, {1, 2, 3}));
        },
        "byte 10", "promises 2 bytes, but 3 follow it");
}

} // namespace
} // namespace reluscope

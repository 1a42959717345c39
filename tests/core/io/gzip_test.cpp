// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/gzip.h"
#include "core/io/loading_stopped.h"
#include "tests/core/expect_input_error.h"
#include "tests/core/io/gzip_bytes.h"

namespace reluscope {
namespace {

using test::expectInputError;
using test::gzipBytes;
using Bytes = std::vector<std::uint8_t>;

constexpr std::size_t amplyEnough = std::size_t{1} << 30;

/// Bytes that hardly compress.
Bytes noise(std::size_t count) {
    Bytes bytes(count);
    std::uint32_t state = 1;
    for (std::uint8_t& byte : bytes) {
        state = state * 1664525 + 1013904223;
        byte = static_cast<std::uint8_t>(state >> 24);
    }
    return bytes;
}

TEST(Gzip, IsToldByItsFirstBytes) {
    EXPECT_TRUE(isGzip(gzipBytes(noise(10))));
    EXPECT_FALSE(isGzip({}));
    EXPECT_FALSE(isGzip(Bytes{0x1f}));
    EXPECT_FALSE(isGzip(Bytes{0, 0, 8, 3}));
}

TEST(Gzip, InflatesWhatWasCompressed) {
    for (const std::size_t size : {0U, 1U, 1000U, 10'000'000U}) {
        const Bytes content = noise(size);
        EXPECT_EQ(inflateGzip(gzipBytes(content), amplyEnough), content);
    }
    const Bytes zeros(20'000'000); // a thousand to one
    EXPECT_EQ(inflateGzip(gzipBytes(zeros), amplyEnough), zeros);
}

TEST(Gzip, JoinsMembers) {
    Bytes bytes = gzipBytes(noise(1000));
    const Bytes second = gzipBytes(Bytes{1, 2, 3});
    bytes.insert(bytes.end(), second.begin(), second.end());
    Bytes expected = noise(1000);
    expected.insert(expected.end(), {1, 2, 3});
    EXPECT_EQ(inflateGzip(bytes, amplyEnough), expected);
}

TEST(Gzip, RefusesEveryTruncation) {
    const Bytes whole = gzipBytes(noise(300));
    for (std::size_t size = 0; size < whole.size(); ++size) {
        const auto cut = std::span(whole).first(size);
        expectInputError([&] { inflateGzip(cut, amplyEnough); }, "byte " + std::to_string(size),
                         "the compressed data ends too soon; a complete gzip file");
    }
}

TEST(Gzip, RefusesDamage) {
    const Bytes whole = gzipBytes(noise(3000));
    for (const std::size_t place : {2UL, whole.size() / 2, whole.size() - 8, whole.size() - 4}) {
        Bytes damaged = whole;
        damaged[place] ^= 0x55;
        try {
            inflateGzip(damaged, amplyEnough);
            ADD_FAILURE() << "accepted damage at byte " << place;
        } catch (const InputError& error) {
            EXPECT_NE(error.problem().find("damaged"), std::string::npos) << error.what();
        }
    }
}

TEST(Gzip, RefusesWhatFollowsAndIsNoMember) {
    const Bytes whole = gzipBytes(noise(3000));
    for (const std::size_t count : {2U, 20U}) {
        Bytes longer = whole;
        longer.insert(longer.end(), count, std::uint8_t{7});
        expectInputError([&] { inflateGzip(longer, amplyEnough); },
                         "byte " + std::to_string(whole.size()),
                         "the compressed data is damaged (header); an intact gzip file");
    }
}

TEST(Gzip, RefusesAWrongChecksum) {
    const Bytes whole = gzipBytes(noise(300'000));
    for (const std::size_t fromEnd : {8U, 4U}) { // CRC-32, size
        Bytes damaged = whole;
        damaged[whole.size() - fromEnd] ^= 1;
        expectInputError([&] { inflateGzip(damaged, amplyEnough); },
                         "byte " + std::to_string(whole.size()),
                         "the compressed data is damaged (checksum); an intact gzip file");
    }
}

TEST(Gzip, RefusesABomb) {
    const Bytes bomb = gzipBytes(Bytes(5'000'000));
    expectInputError([&] { inflateGzip(bomb, 4'999'999); }, "", "inflates to more than 4.9 MB");
    EXPECT_EQ(inflateGzip(bomb, 5'000'000).size(), 5'000'000U);
    // One that says that it is small.
    Bytes lying = bomb;
    std::fill(lying.end() - 4, lying.end(), std::uint8_t{0});
    expectInputError([&] { inflateGzip(lying, 1'000'000); }, "", "inflates to more than 1 MB");
    // And one that says that it is large allocates no more than its own size can hold.
    Bytes boasting = gzipBytes(Bytes{1});
    std::fill(boasting.end() - 4, boasting.end(), std::uint8_t{0xff});
    expectInputError([&] { inflateGzip(boasting, ~std::size_t{0}); },
                     "byte " + std::to_string(boasting.size()), "damaged");
}

TEST(Gzip, StopsWhenAsked) {
    std::stop_source source;
    source.request_stop();
    EXPECT_THROW(inflateGzip(gzipBytes(noise(10)), amplyEnough, source.get_token()),
                 LoadingStopped);
}

} // namespace
} // namespace reluscope

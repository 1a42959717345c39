// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/random/counter_generator.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <set>

namespace reluscope {
namespace {

using Block = std::array<std::uint32_t, 4>;

// The vectors published with Random123 (kat_vectors, philox4x32 with 10 rounds).
TEST(Philox, GivesThePublishedVectors) {
    EXPECT_EQ(philox4x32({0, 0, 0, 0}, {0, 0}),
              (Block{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
    EXPECT_EQ(
        philox4x32({0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff}, {0xffffffff, 0xffffffff}),
        (Block{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
    EXPECT_EQ(
        philox4x32({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
        (Block{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

TEST(BitsDraw, DependsOnEveryPartOfItsKey) {
    const std::set<std::uint64_t> draws = {
        bitsDraw(1, Draw::Weight, 0, 0, 0),
        bitsDraw(2, Draw::Weight, 0, 0, 0),
        bitsDraw(1 + (std::uint64_t{1} << 32), Draw::Weight, 0, 0, 0),
        bitsDraw(1, Draw::Bias, 0, 0, 0),
        bitsDraw(1, Draw::Weight, 1, 0, 0),
        bitsDraw(1, Draw::Weight, 0, 1, 0),
        bitsDraw(1, Draw::Weight, 0, 0, 1),
    };
    EXPECT_EQ(draws.size(), 7U);
}

TEST(UniformDraw, IsTheMidpointOfOneOfTwoToThe52Cells) {
    for (std::uint32_t i = 0; i < 1000; ++i) {
        const double u = uniformDraw(3, Draw::Point, 0, i, 0);
        const double doubled = std::ldexp(u, 53);
        EXPECT_EQ(doubled, std::floor(doubled));
        EXPECT_EQ(std::fmod(doubled, 2.0), 1.0);
        EXPECT_EQ(1.0 - (1.0 - u), u);
        EXPECT_EQ(static_cast<std::uint64_t>(doubled) >> 1,
                  bitsDraw(3, Draw::Point, 0, i, 0) >> 12);
    }
}

TEST(UniformDraw, HasTheMomentsAndTheDistributionOfAUniformNumber) {
    constexpr std::uint32_t count = 100'000;
    constexpr std::size_t cells = 100;
    double sum = 0;
    double sumOfSquares = 0;
    double neighbours = 0;
    double last = 0.5;
    std::array<double, cells> histogram{};
    for (std::uint32_t i = 0; i < count; ++i) {
        const double u = uniformDraw(1, Draw::Weight, 0, i, 7);
        sum += u;
        sumOfSquares += u * u;
        neighbours += (u - 0.5) * (last - 0.5);
        last = u;
        histogram[static_cast<std::size_t>(u * cells)] += 1;
    }
    // Four standard errors each.
    EXPECT_NEAR(sum / count, 0.5, 4 * std::sqrt(1.0 / 12 / count));
    EXPECT_NEAR(sumOfSquares / count, 1.0 / 3, 4 * std::sqrt(4.0 / 45 / count));
    EXPECT_NEAR(neighbours / count, 0.0, 4.0 / 12 / std::sqrt(count));
    // Kolmogorov and Smirnov's distance at the cells' edges: beyond 1.95 / sqrt(n) once in 1000.
    double below = 0;
    for (std::size_t cell = 0; cell < cells; ++cell) {
        below += histogram[cell];
        EXPECT_NEAR(below / count, static_cast<double>(cell + 1) / cells, 1.95 / std::sqrt(count));
    }
}

} // namespace
} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/random/permutation.h"
#include "tests/core/random/bit_hash.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <vector>

namespace reluscope {
namespace {

using Order = std::vector<std::uint32_t>;

Order drawOrder(std::uint64_t seed, Draw purpose, std::uint32_t round, std::size_t size) {
    Order order(size, 12345); // whatever stood there before must not matter
    permutation(seed, purpose, round, order);
    return order;
}

TEST(Permutation, HoldsEveryNumberOnce) {
    for (const std::size_t size : {0U, 1U, 2U, 3U, 1000U}) {
        Order order = drawOrder(1, Draw::BatchOrder, 1, size);
        std::ranges::sort(order);
        Order expected(size);
        std::iota(expected.begin(), expected.end(), 0U);
        EXPECT_EQ(order, expected);
    }
}

TEST(Permutation, IsDecidedBySeedPurposeAndRoundAlone) {
    const Order order = drawOrder(1, Draw::BatchOrder, 1, 100);
    EXPECT_EQ(drawOrder(1, Draw::BatchOrder, 1, 100), order);
    EXPECT_NE(drawOrder(2, Draw::BatchOrder, 1, 100), order);
    EXPECT_NE(drawOrder(1, Draw::Split, 1, 100), order);
    EXPECT_NE(drawOrder(1, Draw::BatchOrder, 2, 100), order);
}

TEST(Permutation, BringsEachOrderEquallyOften) {
    constexpr std::uint32_t rounds = 24'000;
    std::array<int, 24> counts{}; // of the orders of four things, by their rank
    for (std::uint32_t round = 0; round < rounds; ++round) {
        const Order order = drawOrder(5, Draw::BatchOrder, round, 4);
        std::size_t rank = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            const auto smaller = std::count_if(order.begin() + static_cast<std::ptrdiff_t>(i),
                                               order.end(), [&](auto x) { return x < order[i]; });
            rank = rank * (4 - i) + static_cast<std::size_t>(smaller);
        }
        ++counts[rank];
    }
    double chiSquare = 0;
    for (const int count : counts) {
        chiSquare += (count - 1000.0) * (count - 1000.0) / 1000.0;
    }
    EXPECT_LT(chiSquare, 49.7); // 23 degrees of freedom: once in 1000
    EXPECT_GT(chiSquare, 5.0);  // too even would be no chance either
}

TEST(Permutation, GivesTheSameOrderEverywhere) {
    EXPECT_EQ(test::bitHash<std::uint32_t>(drawOrder(1, Draw::BatchOrder, 1, 60'000)),
              4349944661722610261ULL);
}

} // namespace
} // namespace reluscope

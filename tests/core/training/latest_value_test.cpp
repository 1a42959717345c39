// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/latest_value.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <thread>
#include <vector>

namespace reluscope {
namespace {

TEST(LatestValue, ShowsTheNewestOnce) {
    LatestValue<int> latest;
    EXPECT_FALSE(latest.take());
    EXPECT_TRUE(latest.wasTaken());
    latest.writable() = 1;
    EXPECT_FALSE(latest.take()) << "not published";
    latest.publish();
    EXPECT_FALSE(latest.wasTaken());
    latest.writable() = 2;
    latest.publish();
    EXPECT_TRUE(latest.take());
    EXPECT_EQ(latest.newest(), 2);
    EXPECT_TRUE(latest.wasTaken());
    EXPECT_FALSE(latest.take());
    EXPECT_EQ(latest.newest(), 2);
    latest.writable() = 3;
    EXPECT_EQ(latest.newest(), 2) << "the reader's value is its own";
    latest.publish();
    EXPECT_EQ(latest.newest(), 2);
    EXPECT_TRUE(latest.take());
    EXPECT_EQ(latest.newest(), 3);
}

TEST(LatestValue, IsNeverTornNorGoesBack) {
    constexpr int count = 100'000;
    LatestValue<std::vector<int>> latest;
    std::jthread writer([&] {
        for (int value = 1; value <= count; ++value) {
            latest.writable().assign(static_cast<std::size_t>(1 + value % 61), value);
            latest.publish();
        }
    });
    int last = 0;
    while (last < count) {
        if (!latest.take()) {
            std::this_thread::yield();
            continue;
        }
        const auto& values = latest.newest();
        const int value = values.at(0);
        ASSERT_GT(value, last);
        ASSERT_EQ(values.size(), static_cast<std::size_t>(1 + value % 61));
        ASSERT_EQ(std::ranges::count(values, value), std::ssize(values));
        last = value;
    }
    EXPECT_FALSE(latest.take());
}

} // namespace
} // namespace reluscope

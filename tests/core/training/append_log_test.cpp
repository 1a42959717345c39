// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/append_log.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <thread>

namespace reluscope {
namespace {

TEST(AppendLog, KeepsTheOrderAcrossBlocks) {
    AppendLog<int> log;
    EXPECT_FALSE(log.next());
    // Read so far behind the writer, in all places of a block.
    for (const int behind : {0, 1, 127, 128, 129, 300}) {
        int read = 0;
        for (int written = 0; written < 1000; ++written) {
            log.append(written);
            if (written >= behind) {
                EXPECT_EQ(log.next(), read++);
            }
        }
        for (; read < 1000; ++read) {
            EXPECT_EQ(log.next(), read);
        }
        EXPECT_FALSE(log.next());
        EXPECT_FALSE(log.next());
    }
}

TEST(AppendLog, FreesWhatNobodyRead) {
    const auto shared = std::make_shared<int>(1);
    {
        AppendLog<std::shared_ptr<int>> log;
        for (int i = 0; i < 100'000; ++i) {
            log.append(shared);
        }
        EXPECT_EQ(*log.next().value(), 1);
    }
    EXPECT_EQ(shared.use_count(), 1);
}

TEST(AppendLog, HoldsWhatCanOnlyBeMoved) {
    AppendLog<std::unique_ptr<int>> log;
    log.append(std::make_unique<int>(5));
    EXPECT_EQ(**log.next(), 5);
}

TEST(AppendLog, DeliversAllFromOneThreadToAnother) {
    constexpr int count = 30'000;
    AppendLog<std::string> log;
    std::jthread writer([&] {
        for (int value = 0; value < count; ++value) {
            log.append("an entry too long to stand in the string itself: " + std::to_string(value));
        }
    });
    int read = 0;
    while (read < count) {
        const auto entry = log.next();
        if (!entry) {
            std::this_thread::yield();
            continue;
        }
        ASSERT_EQ(*entry,
                  "an entry too long to stand in the string itself: " + std::to_string(read));
        ++read;
    }
    EXPECT_FALSE(log.next());
}

} // namespace
} // namespace reluscope

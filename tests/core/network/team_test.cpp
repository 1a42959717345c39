// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/network/team.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

namespace reluscope {
namespace {

TEST(Part, SharesHaveAllPlacesOnce) {
    for (const std::size_t places : {0U, 1U, 5U, 12U, 100U}) {
        for (const std::size_t count : {1U, 2U, 3U, 7U}) {
            std::size_t next = 0;
            for (std::size_t index = 0; index < count; ++index) {
                const Range own = Part{index, count}.of(places);
                EXPECT_EQ(own.begin, next);
                EXPECT_LE(own.size(), places / count + 1);
                EXPECT_GE(own.size(), places / count);
                next = own.end;
            }
            EXPECT_EQ(next, places);
        }
    }
}

TEST(Team, DoesEveryPartOnAThreadOfItsOwn) {
    for (const std::size_t size : {1U, 2U, 5U}) {
        Team team(size);
        ASSERT_EQ(team.size(), size);
        std::mutex mutex;
        std::set<std::thread::id> threads;
        std::vector<int> done(size);
        team.share([&](Part part) {
            const std::lock_guard lock(mutex);
            EXPECT_EQ(part.count, size);
            ++done[part.index];
            threads.insert(std::this_thread::get_id());
        });
        EXPECT_EQ(done, std::vector<int>(size, 1));
        EXPECT_EQ(threads.size(), size);
        EXPECT_TRUE(threads.contains(std::this_thread::get_id()));
    }
}

TEST(Team, FinishesOnePieceBeforeTheNext) {
    Team team(3);
    std::vector<int> cells(3);
    for (int round = 0; round < 2'000; ++round) {
        // Each part changes a cell that another changed before.
        team.share(
            [&](Part part) { cells[(part.index + static_cast<std::size_t>(round)) % 3] += 1; });
    }
    EXPECT_EQ(cells, std::vector<int>(3, 2'000));
}

TEST(Team, WakesUpAfterAPause) {
    Team team(2);
    for (int round = 0; round < 3; ++round) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
        std::vector<int> done(2);
        team.share([&](Part part) { done[part.index] = 1; });
        EXPECT_EQ(done, std::vector<int>(2, 1));
    }
}

TEST(Share, DoesAllOfItWithoutATeam) {
    int calls = 0;
    share(nullptr, [&](Part part) {
        ++calls;
        EXPECT_EQ(part.of(9).size(), 9U);
    });
    EXPECT_EQ(calls, 1);
}

} // namespace
} // namespace reluscope

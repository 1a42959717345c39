// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activation/cost.h"

#include <gtest/gtest.h>

#include <array>
#include <chrono>

namespace reluscope {
namespace {

using namespace std::chrono_literals;

constexpr auto oneEach = std::chrono::nanoseconds{CostMeasurement::usualElements};

/// A clock by which every pass over the usual elements takes 1 ns an element.
std::chrono::nanoseconds evenClock() {
    static std::chrono::nanoseconds now{0};
    return now += oneEach;
}

/// What value, derivative and copy take in three rounds, in ns an element.
constexpr std::array<std::array<int, 3>, 3> rounds{{{7, 9, 2}, {5, 9, 3}, {6, 8, 4}}};

/// A clock by which they do: it is read before the first round, before and after each pass, and
/// after each round.
std::chrono::nanoseconds unevenClock() {
    constexpr std::size_t readingsPerRound = 2 * rounds[0].size() + 1;
    static std::size_t reading = 0;
    static std::chrono::nanoseconds now{0};
    const std::size_t place = reading % readingsPerRound;
    if (place > 0 && place % 2 == 0) {
        now += rounds.at(reading / readingsPerRound).at(place / 2 - 1) * oneEach;
    }
    ++reading;
    return now;
}

Activation relu() {
    return Activation(*findActivation("relu"));
}

TEST(Cost, IsTimeByElement) {
    for (const std::size_t elements : {std::size_t{1024}, CostMeasurement::usualElements}) {
        const auto cost =
            measureCost(relu(), {.clock = evenClock, .elements = elements, .budget = 10 * oneEach});
        ASSERT_TRUE(cost);
        EXPECT_EQ(cost->value, 1) << elements;
        EXPECT_EQ(cost->derivative, 1) << elements;
        EXPECT_EQ(cost->copy, 1) << elements;
    }
}

TEST(Cost, IsTheShortestOfSeveralRounds) {
    const auto cost = measureCost(relu(), {.clock = unevenClock, .budget = 53 * oneEach});
    ASSERT_TRUE(cost);
    EXPECT_EQ(cost->value, 5);
    EXPECT_EQ(cost->derivative, 8);
    EXPECT_EQ(cost->copy, 2);
}

TEST(Cost, EndsWhenStopped) {
    std::stop_source source;
    source.request_stop();
    EXPECT_FALSE(measureCost(relu(), {.clock = evenClock, .budget = 1h}, source.get_token()));
}

TEST(Cost, IsMeasuredForEveryFunction) {
    const auto clock = [] {
        return std::chrono::nanoseconds{std::chrono::steady_clock::now().time_since_epoch()};
    };
    for (const ActivationInfo& info : activationTable()) {
        const auto cost = measureCost(Activation(info), {.clock = clock, .budget = 1ms});
        ASSERT_TRUE(cost);
        EXPECT_GT(cost->value, 0) << info.id;
        EXPECT_GT(cost->derivative, 0) << info.id;
        EXPECT_GT(cost->copy, 0) << info.id;
    }
}

} // namespace
} // namespace reluscope

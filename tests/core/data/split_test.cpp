// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/split.h"
#include "tests/core/expect_input_error.h"

#include <algorithm>

namespace reluscope {
namespace {

using test::expectInputError;

DataSpec specOf(double testFraction, std::uint64_t seed = 1) {
    DataSpec spec;
    spec.testFraction = testFraction;
    spec.seed = seed;
    return spec;
}

TEST(TakenCount, IsAllUnlessFewerAreAskedFor) {
    EXPECT_EQ(takenCount({}, 7, "data.train"), 7U);
    EXPECT_EQ(takenCount(3, 7, "data.train"), 3U);
    EXPECT_EQ(takenCount(7, 7, "data.train"), 7U);
    expectInputError([] { takenCount(8, 7, "data.train"); }, "data.train",
                     "asks for 8 examples of 7; 1 to 7");
    expectInputError([] { takenCount(0, 7, "data.test"); }, "data.test", "asks for 0 examples");
}

TEST(HoldBack, PartsTheExamplesInTheOrderOfTheSource) {
    const Selection selection = holdBack(1000, specOf(0.3));
    EXPECT_EQ(selection.test.size(), 300U);
    EXPECT_EQ(selection.train.size(), 700U);
    EXPECT_TRUE(std::ranges::is_sorted(selection.train));
    EXPECT_TRUE(std::ranges::is_sorted(selection.test));
    std::vector<std::uint32_t> both = selection.train;
    both.insert(both.end(), selection.test.begin(), selection.test.end());
    std::ranges::sort(both);
    EXPECT_EQ(both, firstPlaces(1000)) << "each once";
}

TEST(HoldBack, DrawsFromTheWholeSourceByTheSeed) {
    const Selection selection = holdBack(1000, specOf(0.3));
    const auto early = std::ranges::count_if(selection.test, [](auto i) { return i < 500; });
    EXPECT_NEAR(static_cast<double>(early), 150, 40);
    EXPECT_EQ(holdBack(1000, specOf(0.3)).test, selection.test);
    EXPECT_NE(holdBack(1000, specOf(0.3, 2)).test, selection.test);
}

TEST(HoldBack, RoundsTheShareAndLeavesBothSidesOne) {
    EXPECT_EQ(holdBack(10, specOf(0.24)).test.size(), 2U);
    EXPECT_EQ(holdBack(10, specOf(0.26)).test.size(), 3U);
    EXPECT_EQ(holdBack(10, specOf(0.001)).test.size(), 1U);
    EXPECT_EQ(holdBack(10, specOf(0.999)).train.size(), 1U);
    EXPECT_EQ(holdBack(2, specOf(0.2)).test.size(), 1U);
}

TEST(HoldBack, TakesTheCountsThatAreAskedFor) {
    DataSpec spec = specOf(0.5);
    spec.test = 3;
    EXPECT_EQ(holdBack(10, spec).test.size(), 3U);
    EXPECT_EQ(holdBack(10, spec).train.size(), 7U);
    const auto all = holdBack(10, spec).train;
    spec.train = 2;
    EXPECT_EQ(holdBack(10, spec).train, (std::vector{all[0], all[1]})) << "the first so many";
}

TEST(HoldBack, RefusesMoreThanThereIs) {
    DataSpec spec = specOf(0.2);
    expectInputError([&] { holdBack(1, spec); }, "", "only one example");
    spec.train = 9;
    expectInputError([&] { holdBack(10, spec); }, "data.train", "asks for 9 examples of 8");
    spec.train.reset();
    spec.test = 10;
    expectInputError([&] { holdBack(10, spec); }, "data.test", "asks for 10 examples of 9");
}

} // namespace
} // namespace reluscope

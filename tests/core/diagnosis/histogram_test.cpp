// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/histogram.h"
#include "tests/core/network/small_network.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <vector>

namespace reluscope {
namespace {

using testing::ElementsAre;

constexpr float nan = std::numeric_limits<float>::quiet_NaN();
constexpr float infinity = std::numeric_limits<float>::infinity();

/// Three units whose z is x, 10 x and -x, and an output that is 0.5 everywhere.
struct Passed {
    explicit Passed(const std::vector<float>& examples)
        : workspace(network.architecture(), examples.size() + 1) {
        network.setWeight(0, 0, 0, 1);
        network.setWeight(0, 1, 0, 10);
        network.setWeight(0, 2, 0, -1);
        network.setBias(1, 0, 0.5);
        network.forward(examples, workspace);
    }

    Network<float> network{test::architecture(1, {3}, 1)};
    Workspace<float> workspace;
};

TEST(Histogram, BinsTakeTheirLowerEndAndTheLastOneBoth) {
    const Passed passed({-1, -0.75F, -0.5F, -0.25F, 0, 0.5F, std::nextafter(1.0F, 0.0F), 1});
    const Histogram histogram = preActivationHistogram(passed.workspace, 0, 0, -1, 1, 4);
    EXPECT_THAT(histogram.counts, ElementsAre(2, 2, 1, 3));
    EXPECT_EQ(histogram.low, -1);
    EXPECT_EQ(histogram.high, 1);
    EXPECT_EQ(histogram.below + histogram.above + histogram.notANumber, 0);
}

TEST(Histogram, CountsWhatFallsOutside) {
    const Passed passed({std::nextafter(-1.0F, -2.0F), -infinity, std::nextafter(1.0F, 2.0F), 1e30F,
                         infinity, nan, 0});
    const Histogram histogram = preActivationHistogram(passed.workspace, 0, 0, -1, 1, 2);
    EXPECT_EQ(histogram.below, 2);
    EXPECT_EQ(histogram.above, 3);
    EXPECT_EQ(histogram.notANumber, 1);
    EXPECT_THAT(histogram.counts, ElementsAre(0, 1));
}

/// The definition, value by value.
std::vector<std::size_t> countedOneByOne(const std::vector<float>& values, double low, double high,
                                         std::size_t bins) {
    std::vector<std::size_t> counts(bins);
    for (const double value : values) {
        if (value >= low && value <= high) {
            const double place = (value - low) / (high - low) * static_cast<double>(bins);
            ++counts[std::min(static_cast<std::size_t>(place), bins - 1)];
        }
    }
    return counts;
}

TEST(Histogram, IsExactNextToTheBordersOfBins) {
    struct Range {
        double low;
        double high;
        std::size_t bins;
    };
    for (const auto& [low, high, bins] : {Range{-5, 5, 60},
                                          {-0.1, 0.3, 7},
                                          {1000, 1001, 60},
                                          {-1e-35, 1e-35, 8},
                                          {-1e38, 3e38, 9},
                                          {-1e300, 1e300, 3},
                                          {0.1, 0.2, 3'000'000}}) {
        std::vector<float> values;
        for (std::size_t border = 0; border <= 60; ++border) {
            const auto at =
                static_cast<float>(low + (high - low) * static_cast<double>(border) /
                                             static_cast<double>(std::min(bins, border + 60)));
            for (const float value :
                 {at, std::nextafter(at, -infinity), std::nextafter(at, infinity),
                  at + static_cast<float>((high - low) / 1e5)}) {
                values.push_back(value);
            }
        }
        const Passed passed(values);
        EXPECT_EQ(preActivationHistogram(passed.workspace, 0, 0, low, high, bins).counts,
                  countedOneByOne(values, low, high, bins))
            << low << " to " << high;
    }
}

TEST(Histogram, OfALayerCountsAllItsUnitsAndNoPadding) {
    const Passed passed({0.25F, 0.125F});
    // z is 0.25 and 0.125, 2.5 and 1.25, -0.25 and -0.125.
    const Histogram layer =
        preActivationHistogram(passed.network.architecture(), passed.workspace, 0, -1, 3, 4);
    EXPECT_THAT(layer.counts, ElementsAre(2, 2, 1, 1));
    const Histogram single = preActivationHistogram(passed.workspace, 0, 1, -1, 3, 4);
    EXPECT_THAT(single.counts, ElementsAre(0, 0, 1, 1));
}

TEST(Histogram, OfTheOutputLayerCountsLogits) {
    const Passed passed({1, 2, 3});
    const Histogram output =
        preActivationHistogram(passed.network.architecture(), passed.workspace, 1, 0, 1, 1);
    EXPECT_THAT(output.counts, ElementsAre(3));
}

} // namespace
} // namespace reluscope

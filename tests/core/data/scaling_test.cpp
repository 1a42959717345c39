// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/scaling.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace reluscope {
namespace {

using Features = std::vector<float>;

/// Two features, the second one constant in training.
Dataset makeDataset() {
    Dataset dataset;
    dataset.featureCount = 2;
    dataset.classCount = 2;
    dataset.train = {{2, 5, 4, 5, 6, 5, 8, 5}, {0, 1, 0, 1}};
    dataset.test = {{10, 7}, {0}};
    return dataset;
}

TEST(ApplyScale, NoneChangesNothing) {
    Dataset dataset = makeDataset();
    applyScale(dataset, Scale::None);
    EXPECT_EQ(dataset.train, makeDataset().train);
    EXPECT_EQ(dataset.test, makeDataset().test);
}

TEST(ApplyScale, UnitTakesTheRangeOfTheTrainingSplit) {
    Dataset dataset = makeDataset();
    applyScale(dataset, Scale::Unit);
    EXPECT_EQ(dataset.train.features, (Features{0, 0, 1.0F / 3, 0, 2.0F / 3, 0, 1, 0}));
    EXPECT_EQ(dataset.test.features, (Features{4.0F / 3, 2}));
}

TEST(ApplyScale, SymmetricTakesTheRangeToMinusOneAndOne) {
    Dataset dataset = makeDataset();
    applyScale(dataset, Scale::Symmetric);
    EXPECT_EQ(dataset.train.features, (Features{-1, 0, -1.0F / 3, 0, 1.0F / 3, 0, 1, 0}));
    EXPECT_EQ(dataset.test.features, (Features{5.0F / 3, 2}));
}

TEST(ApplyScale, StandardTakesMeanAndDeviationOfTheTrainingSplit) {
    Dataset dataset = makeDataset();
    applyScale(dataset, Scale::Standard);
    const double deviation = std::sqrt(5.0); // of 2, 4, 6, 8 about 5, divided by n
    const auto scaled = [&](double x) { return static_cast<float>((x - 5) / deviation); };
    EXPECT_EQ(dataset.train.features,
              (Features{scaled(2), 0, scaled(4), 0, scaled(6), 0, scaled(8), 0}));
    EXPECT_EQ(dataset.test.features, (Features{scaled(10), 2}));
}

TEST(Scales, AreCalledAsInFiles) {
    for (const ScaleInfo& row : scales()) {
        EXPECT_EQ(scaleId(row.scale), row.id);
    }
    EXPECT_EQ(scaleId(Scale::Standard), "standard");
}

} // namespace
} // namespace reluscope

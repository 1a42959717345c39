// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/decision_grid.h"

#include <gtest/gtest.h>

namespace reluscope {
namespace {

Dataset dataset(std::vector<float> train, std::vector<float> test) {
    Dataset data;
    data.featureCount = 2;
    data.classCount = 2;
    data.train.labels.resize(train.size() / 2);
    data.train.features = std::move(train);
    data.test.labels.resize(test.size() / 2);
    data.test.features = std::move(test);
    return data;
}

TEST(DecisionGrid, IsASquareAroundBothSplits) {
    const auto grid = makeDecisionGrid(dataset({-1, 0, 0, 1}, {3, 0}));
    EXPECT_NEAR(grid.right - grid.left, grid.top - grid.bottom, 1e-12);
    EXPECT_NEAR((grid.left + grid.right) / 2, 1, 1e-12);
    EXPECT_NEAR((grid.bottom + grid.top) / 2, 0.5, 1e-12);
    EXPECT_LT(grid.left, -1);
    EXPECT_GT(grid.right, 3);
}

TEST(DecisionGrid, HasItsPointsInTheMiddleOfCells) {
    constexpr std::size_t side = DecisionGrid::side;
    const auto grid = makeDecisionGrid(dataset({-1, -1, 1, 1}, {}));
    ASSERT_EQ(grid.points.size(), side * side * 2);
    const double cell = (grid.right - grid.left) / side;
    for (std::size_t row = 0; row < side; ++row) {
        for (std::size_t column = 0; column < side; ++column) {
            const std::size_t at = 2 * (row * side + column);
            ASSERT_NEAR(grid.points[at], grid.left + (static_cast<double>(column) + 0.5) * cell,
                        1e-6);
            ASSERT_NEAR(grid.points[at + 1], grid.bottom + (static_cast<double>(row) + 0.5) * cell,
                        1e-6);
        }
    }
}

TEST(DecisionGrid, HasAnExtentAroundASinglePoint) {
    const auto grid = makeDecisionGrid(dataset({2, 3}, {}));
    EXPECT_LT(grid.left, grid.right);
    EXPECT_NEAR((grid.left + grid.right) / 2, 2, 1e-9);
    EXPECT_NEAR((grid.bottom + grid.top) / 2, 3, 1e-9);
}

} // namespace
} // namespace reluscope

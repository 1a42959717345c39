// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/confusion.h"

#include <gtest/gtest.h>

namespace reluscope {
namespace {

TEST(ConfusionMatrix, CountsByActualAndPredictedClass) {
    ConfusionMatrix matrix(3);
    EXPECT_EQ(matrix.examples(), 0);
    matrix.count(0, 0);
    matrix.count(0, 2);
    matrix.count(0, 2);
    matrix.count(2, 2);
    EXPECT_EQ(matrix.at(0, 0), 1);
    EXPECT_EQ(matrix.at(0, 2), 2);
    EXPECT_EQ(matrix.at(2, 0), 0) << "rows are what it is, columns what it was taken for";
    EXPECT_EQ(matrix.examplesOf(0), 3);
    EXPECT_EQ(matrix.examplesOf(1), 0);
    EXPECT_EQ(matrix.examples(), 4);
    EXPECT_EQ(matrix.correct(), 2);
}

} // namespace
} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/points.h"
#include "tests/core/expect_input_error.h"

#include <array>
#include <string>
#include <vector>

namespace reluscope {
namespace {

TEST(Points, AreTrainedAndTestedOnInTheirOrder) {
    const Dataset dataset =
        makePointDataset(std::array{LabelledPoint{0.5, -2, 1}, LabelledPoint{1e6, 0.1, 0}});
    EXPECT_EQ(dataset.task, Task::Classification);
    EXPECT_EQ(dataset.featureCount, 2U);
    EXPECT_EQ(dataset.train.features, (std::vector<float>{0.5F, -2, 1e6F, 0.1F}));
    EXPECT_EQ(dataset.train.labels, (std::vector<std::uint32_t>{1, 0}));
    EXPECT_EQ(dataset.test, dataset.train);
}

TEST(Points, HaveTheClassesUpToTheLargestLabel) {
    const Dataset two = makePointDataset(std::array{LabelledPoint{0, 0, 1}});
    EXPECT_EQ(two.classCount, 2U);
    EXPECT_EQ(two.outputCount(), 1U);
    const Dataset four =
        makePointDataset(std::array{LabelledPoint{0, 0, 0}, LabelledPoint{1, 1, 3}});
    EXPECT_EQ(four.classCount, 4U);
    EXPECT_EQ(four.outputCount(), 4U);
    EXPECT_EQ(four.classNames, (std::vector<std::string>{"0", "1", "2", "3"}));
}

TEST(Points, OfOneClassAreRefused) {
    test::expectInputError(
        [] {
            makePointDataset(std::array{LabelledPoint{0, 0, 0}, LabelledPoint{1, 1, 0}});
        },
        "data.points", "every label is 0; labels of at least two classes");
}

} // namespace
} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csv_outline.h"

#include <gtest/gtest.h>

namespace reluscope {
namespace {

std::string likelyTarget(const std::string& text) {
    const CsvOutline outline = outlineOf(parseCsv(text));
    return outline.columns[outline.target].name;
}

Task taskOf(const std::string& cells) {
    return outlineOf(parseCsv("x\n" + cells)).columns.front().task;
}

TEST(CsvOutline, TakesTheOneColumnOfWordsAsTarget) {
    EXPECT_EQ(likelyTarget("kind,length,y\nred,1,2\nblue,3,4\n"), "kind");
}

TEST(CsvOutline, TakesTheColumnThatIsCalledSo) {
    EXPECT_EQ(likelyTarget("Label,a,b\n1,2,3\n"), "Label");
    EXPECT_EQ(likelyTarget("a,y,b\n1,2,3\n"), "y");
    // Two columns of words: the name decides.
    EXPECT_EQ(likelyTarget("who,class,b\nAnn,x,3\n"), "class");
}

TEST(CsvOutline, TakesTheLastColumnOtherwise) {
    EXPECT_EQ(likelyTarget("a,b,c\n1,2,3\n"), "c");
}

TEST(CsvOutline, TellsClassesFromQuantities) {
    EXPECT_EQ(taskOf("red\nblue\n"), Task::Classification);
    EXPECT_EQ(taskOf("0\n1\n2\n1\n"), Task::Classification);
    EXPECT_EQ(taskOf("0.5\n1\n"), Task::Regression);
    EXPECT_EQ(taskOf("-1\n1\n"), Task::Regression);
    std::string many;
    for (int i = 0; i < 30; ++i) {
        many += std::to_string(i) + '\n';
    }
    EXPECT_EQ(taskOf(many), Task::Regression);
}

} // namespace
} // namespace reluscope

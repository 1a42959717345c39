// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csv_columns.h"
#include "tests/core/expect_input_error.h"

#include <cmath>
#include <limits>

namespace reluscope {
namespace {

using test::expectInputError;
using Texts = std::vector<std::string>;

float numberOf(const std::string& cell) {
    return csvNumber(parseCsv("x\n\"" + cell + "\"\n"), 0, 0);
}

TEST(SplitTarget, TakesTheOtherColumnsAsFeatures) {
    const CsvTable table = parseCsv("x,kind,y\n1,red,2\n3, light green ,4\n5,red,-0.5\n");
    const CsvColumns columns = splitTarget(table, "kind");
    EXPECT_EQ(columns.features, (std::vector<float>{1, 2, 3, 4, 5, -0.5F}));
    EXPECT_EQ(columns.featureNames, (Texts{"x", "y"}));
    EXPECT_EQ(columns.target, (Texts{"red", "light green", "red"}));
    EXPECT_EQ(columns.targetColumn, 1U);
}

TEST(SplitTarget, TakesTheFirstAndTheLastColumn) {
    const CsvTable table = parseCsv("a;b;c\n1;2;3\n");
    EXPECT_EQ(splitTarget(table, "a").features, (std::vector<float>{2, 3}));
    EXPECT_EQ(splitTarget(table, "a").target, Texts{"1"});
    EXPECT_EQ(splitTarget(table, "c").features, (std::vector<float>{1, 2}));
    EXPECT_EQ(splitTarget(table, "c").featureNames, (Texts{"a", "b"}));
}

TEST(SplitTarget, RefusesTargetsThatAreNone) {
    const CsvTable table = parseCsv("length,width,species\n1,2,a\n");
    expectInputError([&] { splitTarget(table, "speices"); }, "",
                     R"(there is no column "speices"; the nearest is "species")");
    expectInputError([] { splitTarget(parseCsv("y\n1\n"), "y"); }, "",
                     "there is no column beside the target \"y\"; at least one column of numbers");
    expectInputError([] { splitTarget(parseCsv("x,y\n1,2\n\n3, \n"), "y"); },
                     "line 4, column \"y\"", "the target is empty");
}

TEST(SplitTarget, NamesTheLineAndTheColumnOfABadCell) {
    const auto error = [](const char* text, const char* place, const char* words) {
        expectInputError([&] { splitTarget(parseCsv(text), "y"); }, place, words);
    };
    error("x,y\n1,a\nred,b\n", "line 3, column \"x\"",
          "is \"red\"; a finite number such as -0.5 or 1e-3");
    error("x,y\n\n1,\"a\n\"\n,b\n", "line 5, column \"x\"", "the cell is empty");
    error("\"x\n1\",y\n\"a\nb\",1", "line 3, column \"x?1\"", "is \"a?b\"");
}

TEST(CsvNumber, ReadsTheNearestFloat) {
    EXPECT_EQ(numberOf("0.1"), 0.1F);
    EXPECT_EQ(numberOf(" \t-1.5e+3 "), -1500.0F);
    EXPECT_EQ(numberOf("+2"), 2.0F);
    EXPECT_EQ(numberOf("1E2"), 100.0F);
    EXPECT_EQ(numberOf(".5"), 0.5F);
    EXPECT_EQ(numberOf("5."), 5.0F);
    EXPECT_EQ(numberOf("007"), 7.0F);
    // Between two floats, a little above the middle: a detour over double would round down.
    EXPECT_EQ(numberOf("1.00000005960464477540"), std::nextafter(1.0F, 2.0F));
    EXPECT_EQ(numberOf("3.4028235e38"), std::numeric_limits<float>::max());
    EXPECT_EQ(numberOf("1e-45"), std::numeric_limits<float>::denorm_min());
}

TEST(CsvNumber, RoundsTheTiniestToZero) {
    EXPECT_EQ(numberOf("1e-60"), 0.0F);
    EXPECT_TRUE(std::signbit(numberOf("-1e-60")));
}

TEST(CsvNumber, RefusesEverythingElse) {
    for (const char* cell : {"",
                             " ",
                             "x",
                             "1x",
                             "1 2",
                             "1,5",
                             "1e",
                             "0x10",
                             "++1",
                             "+-1",
                             "-+1",
                             "- 1",
                             "+",
                             "-",
                             ".",
                             "nan",
                             "inf",
                             "-inf",
                             "Infinity",
                             "1e999",
                             "-1e39",
                             "3.4028236e38",
                             "1e-400",
                             "1_000",
                             "\xEF\xBC\x91"}) {
        EXPECT_THROW(numberOf(cell), InputError) << cell;
    }
    expectInputError([] { numberOf("1e999"); }, "line 2, column \"x\"", "is \"1e999\"");
}

} // namespace
} // namespace reluscope

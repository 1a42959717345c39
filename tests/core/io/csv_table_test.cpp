// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csv_table.h"
#include "tests/core/expect_input_error.h"

#include <ostream>

namespace reluscope {
namespace {

using test::expectInputError;
using Row = std::vector<std::string>;

std::vector<Row> rowsOf(const CsvTable& table) {
    std::vector<Row> rows(table.rowCount());
    for (std::size_t row = 0; row < rows.size(); ++row) {
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            rows[row].emplace_back(table.cell(row, column));
        }
    }
    return rows;
}

TEST(ParseCsv, ReadsRowsUnderTheirNames) {
    const CsvTable table = parseCsv("x,y,label\n1,2,red\n3,,\n");
    EXPECT_EQ(table.columns, (Row{"x", "y", "label"}));
    EXPECT_EQ(rowsOf(table), (std::vector<Row>{{"1", "2", "red"}, {"3", "", ""}}));
    EXPECT_EQ(table.lines, (std::vector<std::size_t>{2, 3}));
}

TEST(ParseCsv, TakesEveryLineEnd) {
    const std::vector<Row> expected = {{"1", "2"}, {"3", "4"}};
    for (const char* text : {"x,y\n1,2\n3,4\n", "x,y\n1,2\n3,4", "x,y\r\n1,2\r\n3,4\r\n",
                             "x,y\r\n1,2\n3,4", "\xEF\xBB\xBFx,y\n1,2\n3,4"}) {
        const CsvTable table = parseCsv(text);
        EXPECT_EQ(table.columns, (Row{"x", "y"})) << text;
        EXPECT_EQ(rowsOf(table), expected) << text;
        EXPECT_EQ(table.lines, (std::vector<std::size_t>{2, 3})) << text;
    }
}

TEST(ParseCsv, PassesOverEmptyLines) {
    const CsvTable table = parseCsv("\r\n\na\n\n1\n\"\"\n\r\n \n\n");
    EXPECT_EQ(rowsOf(table), (std::vector<Row>{{"1"}, {""}, {" "}}));
    EXPECT_EQ(table.lines, (std::vector<std::size_t>{5, 6, 8}));
}

TEST(ParseCsv, UnderstandsQuotationMarks) {
    const CsvTable table = parseCsv("\"a,\"\"1\"\"\",b\r\n\"x,y\",\"\"\r\n"
                                    "\"two\r\nlines\n\",\"\"\"\"\n\" \"\"\",z");
    EXPECT_EQ(table.columns, (Row{"a,\"1\"", "b"}));
    EXPECT_EQ(rowsOf(table),
              (std::vector<Row>{{"x,y", ""}, {"two\r\nlines\n", "\""}, {" \"", "z"}}));
    EXPECT_EQ(table.lines, (std::vector<std::size_t>{2, 3, 6}));
}

TEST(ParseCsv, SeparatesAsTheFirstLineDoes) {
    EXPECT_EQ(rowsOf(parseCsv("a;b\n1,5;2")), (std::vector<Row>{{"1,5", "2"}}));
    EXPECT_EQ(rowsOf(parseCsv("a\tb\n1;5\t2,5\n\t")), (std::vector<Row>{{"1;5", "2,5"}, {"", ""}}));
    // The most frequent one outside quotation marks; else the comma.
    EXPECT_EQ(parseCsv("a (x, y);b;c\n1;2;3").columns, (Row{"a (x, y)", "b", "c"}));
    EXPECT_EQ(parseCsv("\"a;b;\"\"c;\"\"\",d\n1,2").columns, (Row{"a;b;\"c;\"", "d"}));
    EXPECT_EQ(parseCsv("a;b,c\n1,2").columns, (Row{"a;b", "c"}));
    EXPECT_EQ(rowsOf(parseCsv("\n\na;b\n1;2")), (std::vector<Row>{{"1", "2"}}));
    EXPECT_EQ(rowsOf(parseCsv("a\n1;2")), (std::vector<Row>{{"1;2"}}));
}

TEST(ParseCsv, KeepsBlanksExceptAroundNames) {
    const CsvTable table = parseCsv(" a , \tb b\n 1 , two words ");
    EXPECT_EQ(table.columns, (Row{"a", "b b"}));
    EXPECT_EQ(rowsOf(table), (std::vector<Row>{{" 1 ", " two words "}}));
}

struct BadCsv {
    const char* text;
    const char* place;
    const char* words;
};

/// For GoogleTest's messages.
std::ostream& operator<<(std::ostream& out, const BadCsv& bad) {
    return out << testing::PrintToString(bad.text);
}

class BadCsvs : public testing::TestWithParam<BadCsv> {};

TEST_P(BadCsvs, AreRefusedAtTheRightPlace) {
    const std::string file =
        expectInputError([] { parseCsv(GetParam().text); }, GetParam().place, GetParam().words);
    EXPECT_EQ(file, "");
}

constexpr BadCsv badCsvs[] = {
    // No table
    {"", "line 1", "the file is empty; a line with the names of the columns"},
    {"\xEF\xBB\xBF", "line 1", "the file is empty"},
    {"\r\n\n", "line 1", "the file is empty"},
    {"a,b", "line 1", "no rows follow the names of the columns; a line for each row"},
    {"\na,b\n\n", "line 4", "no rows follow"},
    {"\"a\nb\",c\n", "line 3", "no rows follow"},
    // Names
    {"a,,c\n1,2,3", "line 1", "column 2 has no name"},
    {"a, ,c\n1,2,3", "line 1", "column 2 has no name"},
    {"\na,b,\n1,2,3", "line 2", "column 3 has no name"},
    {"a,b, a\n1,2,3", "line 1", "\"a\" is the name of two columns"},
    {"\"a\nb\",\"a\nb\"\n1,2", "line 1", "\"a?b\" is the name of two columns"},
    // Rows
    {"a,b\n1,2\n3\n", "line 3", "the row ends after 1 cell; 2, as in the first line"},
    {"a,b,c\n1,2", "line 2", "the row ends after 2 cells"},
    {"a,b\n1,2\n\n\"\n\",4,5\n", "line 4", "more cells than there are columns; 2, as in"},
    {"a,b\n1,2,\n", "line 2", "more cells than there are columns"},
    // Quotation marks
    {"a,b\n1,\"2\n3,4\n", "line 2", "a quotation mark is never closed"},
    {"a\n\"", "line 2", "a quotation mark is never closed"},
    {"a\n\"\"\"", "line 2", "a quotation mark is never closed"},
    {"a,b\n\"1\n\" 2,3", "line 3", "text follows a closing quotation mark"},
    {"a;b\n\"1\",2;3", "line 2", "text follows a closing quotation mark"},
    {"a,b\n1,2\"\n", "line 2", "a quotation mark in the middle of a cell"},
    {"a,b\n1, \"2\"\n", "line 2", "a quotation mark in the middle of a cell"},
    // What is no text
    {"a,b\r1,2\r", "line 1", "a carriage return without a line feed; lines that end with LF"},
    {"a,b\n1,2\r", "line 2", "a carriage return without a line feed"},
    {"a,b\n1,\"2\"\r3", "line 2", "a carriage return without a line feed"},
    {"a,b\n1,M\xFCnchen", "line 2", "the file is no text in UTF-8; a CSV file in UTF-8"},
    {"\xFF\xFEx", "line 1", "no text in UTF-8"},
};

INSTANTIATE_TEST_SUITE_P(ParseCsv, BadCsvs, testing::ValuesIn(badCsvs));

TEST(ParseCsv, RefusesAZeroByte) {
    expectInputError([] { parseCsv(std::string_view("a\n1\n\0\n", 6)); }, "line 3",
                     "no text in UTF-8");
}

TEST(ParseCsv, BoundsTheNumberOfColumns) {
    std::string header = "0";
    std::string row = "0";
    for (std::size_t i = 1; i < 100'000; ++i) {
        header += "," + std::to_string(i);
        row += ",0";
    }
    EXPECT_EQ(parseCsv(header + "\n" + row).columns.size(), 100'000U);
    expectInputError([&] { parseCsv(header + ",one more\n" + row + ",0"); }, "line 1",
                     "too many columns; at most 100000");
}

TEST(WithoutBlanks, DropsSpacesAndTabs) {
    EXPECT_EQ(withoutBlanks(" \ta b\t "), "a b");
    EXPECT_EQ(withoutBlanks("a"), "a");
    EXPECT_EQ(withoutBlanks(" \t "), "");
    EXPECT_EQ(withoutBlanks(""), "");
}

} // namespace
} // namespace reluscope

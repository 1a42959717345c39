// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/json_value.h"
#include "core/io/nearest_name.h"
#include "tests/core/expect_input_error.h"

namespace reluscope {
namespace {

using test::expectInputError;
using Kind = JsonValue::Kind;

TEST(ParseJson, KeepsOrderAndSpelling) {
    const JsonValue value = parseJson(R"({"b": [1, -2, 0.50, true, null], "a": "x"})");
    ASSERT_EQ(value.kind, Kind::Object);
    EXPECT_EQ(value.names, (std::vector<std::string>{"b", "a"}));
    const auto& list = value.elements[0].elements;
    ASSERT_EQ(list.size(), 5U);
    EXPECT_EQ(list[0].whole, 1U);
    EXPECT_EQ(list[0].number, 1.0);
    EXPECT_EQ(list[1].whole, std::nullopt);
    EXPECT_EQ(list[1].number, -2.0);
    EXPECT_EQ(list[2].text, "0.50");
    EXPECT_EQ(list[2].number, 0.5);
    EXPECT_TRUE(list[3].boolean);
    EXPECT_EQ(list[4].kind, Kind::Null);
    EXPECT_EQ(value.elements[1].text, "x");
}

TEST(ParseJson, KeepsAllBitsOfASeed) {
    EXPECT_EQ(parseJson("18446744073709551615").whole, 18446744073709551615U);
    EXPECT_EQ(parseJson("18446744073709551616").whole, std::nullopt);
}

TEST(ParseJson, PointsAtSyntaxErrors) {
    const auto error = [](const char* text, const char* place, const char* words) {
        expectInputError([&] { parseJson(text); }, place, words);
    };
    error("", "line 1, column 1", "unexpected end of input");
    error("{\n  \"a\": 1,\n  \"b\" 2\n}", "line 3, column 7", "; ':'");
    error("[1, 2,]", "line 1, column 7", "unexpected ']'");
    error("{\"a\": NaN}", "line 1, column 7", "invalid literal");
    error("[1] 2", "line 1, column 5", "; end of input");
    // Columns count characters, not bytes.
    error("[\"\xc3\xa4\xc3\xb6\" 1]", "line 1, column 7", "unexpected number literal");
    error("[\"\xff\"]", "line 1, column 3", "ill-formed UTF-8");
    error("[1,\n 1e999]", "line 2, column 6", "number overflow");
}

TEST(ParseJson, RefusesAZeroByteAnywhere) {
    using namespace std::string_view_literals;
    expectInputError([] { parseJson("[1]\0[2]"sv); }, "line 1, column 4", "a zero byte; text");
    expectInputError([] { parseJson("[\n\0"sv); }, "line 2, column 1", "a zero byte");
    EXPECT_EQ(parseJson(R"("\u0000")").text, "\0"sv);
}

TEST(ParseJson, RefusesFieldsGivenTwice) {
    expectInputError([] { parseJson(R"({"a": 1, "a": 2})"); }, "a", "given twice");
    expectInputError([] { parseJson(R"({"r": [{}, {"b": {"c": 1, "d": 2, "c": 1}}]})"); },
                     "r[1].b.c", "given twice");
    EXPECT_NO_THROW(parseJson(R"([{"a": 1}, {"a": 2}])"));
}

TEST(ParseJson, RefusesAbsurdNesting) {
    EXPECT_NO_THROW(parseJson(std::string(32, '[') + std::string(32, ']')));
    expectInputError([] { parseJson(std::string(1'000'000, '[')); }, "", "nests too deeply");
}

TEST(Printable, FitsOnALine) {
    EXPECT_EQ(printable("a\nb\x7f"), "a?b?");
    EXPECT_EQ(printable(std::string(1000, 'x')), std::string(160, 'x') + "...");
    // Not half of the two-byte character that straddles the cut.
    EXPECT_EQ(printable(std::string(159, 'x') + "\xc3\xa4\xc3\xa4"), std::string(159, 'x') + "...");
}

TEST(NearestName, TakesTheFewestEdits) {
    constexpr std::string_view known[] = {"epochs", "batch_size", "shuffle"};
    EXPECT_EQ(nearestName("batchsize", known), "batch_size");
    EXPECT_EQ(nearestName("epcohs", known), "epochs");
    EXPECT_EQ(nearestName("shufle", known), "shuffle");
    EXPECT_EQ(nearestName("", known), "epochs");
    EXPECT_EQ(nearestName("epochs", {}), "");
    // Two swapped neighbours are one edit, so the first of these wins over its equal.
    constexpr std::string_view swapped[] = {"abxx", "ab"};
    EXPECT_EQ(nearestName("ba", swapped), "ab");
}

} // namespace
} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/child_process.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace reluscope::test {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::StartsWith;

json evalJson(std::vector<std::string> arguments, std::string_view input = {}) {
    arguments.insert(arguments.begin(), "eval");
    arguments.emplace_back("--json");
    const ChildResult result = runCli(arguments, input);
    EXPECT_EQ(result.exitCode, 0) << result.errors;
    EXPECT_EQ(result.errors, "");
    return json::parse(result.output);
}

TEST(EvalCall, PrintsExactlyTheContractedFields) {
    EXPECT_EQ(evalJson({"relu", "--x=-1,0,1"}), json::parse(R"({
        "activation": "relu", "parameters": {}, "x": [-1, 0, 1], "f": [0, 0, 1], "df": [0, 0, 1]
    })"));
}

TEST(EvalCall, InPlaceShowsWhatBecameOfTheInput) {
    const json inPlace = evalJson({"relu", "--x=-1,0,1", "--in-place"});
    EXPECT_EQ(inPlace.at("x"), json({-1, 0, 1}));
    EXPECT_EQ(inPlace.at("x_after"), json({0, 0, 1}));
    EXPECT_EQ(runCli({"eval", "relu", "--x=-1,0,1", "--in-place"}).output,
              "x before  x after = f(x)  f'(x)\n"
              "      -1               0      0\n"
              "       0               0      0\n"
              "       1               1      1\n");
}

TEST(EvalCall, InPlaceGivesTheSameFigures) {
    json inPlace = evalJson({"silu", "--x=-3,-0.1,0.7,90", "--in-place"});
    inPlace.erase("x_after");
    EXPECT_EQ(inPlace, evalJson({"silu", "--x=-3,-0.1,0.7,90"}));
}

TEST(EvalCall, TakesParameters) {
    const json result = evalJson({"leaky_relu", "--param", "negative_slope=0.2", "--x", "-1,2"});
    EXPECT_EQ(result.at("parameters"), json({{"negative_slope", 0.2}}));
    EXPECT_EQ(result.at("f"), json({-0.2, 2}));
    EXPECT_EQ(result.at("df"), json({0.2, 1}));
}

TEST(EvalCall, TakesWordsForChoices) {
    const json none = evalJson({"gelu", "--x=1"});
    EXPECT_EQ(none.at("parameters"), json({{"approximate", "none"}}));
    const json tanh = evalJson({"gelu", "--param", "approximate=tanh", "--x=1"});
    EXPECT_EQ(tanh.at("parameters"), json({{"approximate", "tanh"}}));
    EXPECT_NE(tanh.at("f"), none.at("f"));
    const json prelu =
        evalJson({"prelu", "--param", "per_unit=true", "--param=init=0.5", "--x=-1"});
    EXPECT_EQ(prelu.at("parameters"), json({{"init", 0.5}, {"per_unit", true}}));
    EXPECT_EQ(prelu.at("f"), json({-0.5}));
}

TEST(EvalCall, PrintsFloatsByTheirShortestText) {
    EXPECT_THAT(runCli({"eval", "identity", "--x=0.1,16777217,1e-45", "--json"}).output,
                HasSubstr(R"("x":[0.1,16777216,1e-45],"f":[0.1,16777216,1e-45])"));
}

TEST(EvalCall, NumbersThatAreNotFiniteAreStrings) {
    const json result = evalJson({"identity", "--x=inf,-inf,nan"});
    EXPECT_EQ(result.at("x"), json({"inf", "-inf", "nan"}));
    EXPECT_EQ(result.at("f"), json({"inf", "-inf", "nan"}));
}

TEST(EvalCall, ReadsThousandsOfNumbersFromStandardInput) {
    constexpr int count = 100000;
    std::string input;
    for (int i = 0; i < count; ++i) {
        input += std::to_string(i - count / 2) + (i % 3 == 0 ? ",\n" : i % 3 == 1 ? ", " : "\t");
    }
    const json result = evalJson({"relu", "--stdin"}, input);
    EXPECT_EQ(result.at("f").size(), count);
    EXPECT_EQ(result.at("f").back(), count / 2 - 1);
}

struct BadEval {
    std::vector<std::string> arguments;
    std::string input;
    std::string error; ///< how its line begins
};

class EvalRefuses : public testing::TestWithParam<BadEval> {};

TEST_P(EvalRefuses, OnOneLineThatNamesThePlace) {
    std::vector<std::string> arguments = GetParam().arguments;
    arguments.insert(arguments.begin(), "eval");
    const ChildResult result = runCli(arguments, GetParam().input);
    EXPECT_EQ(result.exitCode, 1);
    EXPECT_EQ(result.output, "");
    EXPECT_THAT(result.errors, StartsWith(GetParam().error));
    EXPECT_EQ(std::ranges::count(result.errors, '\n'), 1);
}

INSTANTIATE_TEST_SUITE_P(
    BadInput, EvalRefuses,
    testing::Values(
        BadEval{{"rellu", "--x=1"}, "", "error: ID: \"rellu\" is not available; "},
        BadEval{{"a\nb", "--x=1"}, "", "error: ID: \"a"},
        BadEval{{"relu", "--x=1,2,three"}, "", "error: --x: value 3: \"three\""},
        BadEval{{"relu", "--x=1,,2"}, "", "error: --x: value 2: "},
        BadEval{{"relu", "--x=1e39"}, "", "error: --x: value 1: "},
        BadEval{{"relu", "--x=0x10"}, "", "error: --x: value 1: "},
        BadEval{{"relu", "--x= "}, "", "error: --x: holds no number"},
        BadEval{{"relu", "--stdin"}, "", "error: standard input: holds no number"},
        BadEval{{"relu", "--stdin"}, "1 2\n3,4 5;6", "error: standard input: line 2, number 3: "},
        BadEval{{"relu", "--param", "a=1", "--x=1"}, "", "error: --param: \"a\" is not available"},
        BadEval{{"elu", "--param", "alhpa=1", "--x=1"}, "", "error: --param: \"alhpa\""},
        BadEval{{"elu", "--param", "alpha", "--x=1"}, "", "error: --param: \"alpha\""},
        BadEval{{"elu", "--param", "alpha=nan", "--x=1"}, "", "error: --param alpha: \"nan\""},
        BadEval{{"gelu", "--param", "approximate=tahn", "--x=1"},
                "",
                "error: --param approximate: \"tahn\" is not available; the nearest is \"tanh\""},
        BadEval{{"gelu", "--param", "approximate=1", "--x=1"},
                "",
                "error: --param approximate: \"1\" is not available"},
        BadEval{{"prelu", "--param", "per_unit=1", "--x=1"},
                "",
                "error: --param per_unit: \"1\" is not available"}));

} // namespace
} // namespace reluscope::test

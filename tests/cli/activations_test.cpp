// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/child_process.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace reluscope::test {
namespace {

using testing::HasSubstr;

TEST(ActivationsCall, ListsParametersAndPropertiesAsJson) {
    const ChildResult result = runCli({"activations", "--json"});
    ASSERT_EQ(result.exitCode, 0);
    const auto list = nlohmann::json::parse(result.output);
    ASSERT_TRUE(list.is_array());
    EXPECT_EQ(list.at(0).at("id"), "relu");
    EXPECT_EQ(list.at(0).at("parameters"), nlohmann::json::array());
    EXPECT_EQ(list.at(0).at("monotone"), true);
    const auto& leaky = list.at(1);
    EXPECT_EQ(leaky.at("id"), "leaky_relu");
    EXPECT_EQ(leaky.at("parameters").at(0).at("id"), "negative_slope");
    EXPECT_EQ(leaky.at("parameters").at(0).at("default"), 0.01);
    EXPECT_EQ(leaky.at("parameters").at(0).at("maximum"), 1);
}

nlohmann::json parametersOf(const std::string& id) {
    for (const auto& function : nlohmann::json::parse(runCli({"activations", "--json"}).output)) {
        if (function.at("id") == id) {
            return function.at("parameters");
        }
    }
    return {};
}

TEST(ActivationsCall, ListsTheWordsOfChoices) {
    EXPECT_EQ(parametersOf("gelu"), nlohmann::json::parse(R"([
        {"id": "approximate", "symbol": "", "default": "none", "choices": ["none", "tanh"]}
    ])"));
    EXPECT_EQ(parametersOf("prelu").at(1), nlohmann::json::parse(R"(
        {"id": "per_unit", "symbol": "", "default": false, "choices": [false, true]}
    )"));
    const std::string table = runCli({"activations"}).output;
    EXPECT_THAT(table, HasSubstr("  approximate = none (or tanh)  "));
    EXPECT_THAT(table, HasSubstr("  init a = 0.25, per_unit = false (or true)  "));
}

TEST(ActivationsCall, ListsTheSameFunctionsForPeople) {
    const auto list = nlohmann::json::parse(runCli({"activations", "--json"}).output);
    const ChildResult result = runCli({"activations"});
    EXPECT_EQ(result.exitCode, 0);
    for (const auto& function : list) {
        EXPECT_THAT(result.output, HasSubstr('\n' + function.at("id").get<std::string>() + ' '));
    }
}

} // namespace
} // namespace reluscope::test

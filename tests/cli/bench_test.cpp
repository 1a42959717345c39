// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/child_process.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace reluscope::test {
namespace {

TEST(Bench, MeasuresEveryActivationAndTheStandardNetworks) {
    const auto listed = nlohmann::json::parse(runCli({"activations", "--json"}).output);
    const auto bench = runCli({"bench", "--json"});
    ASSERT_EQ(bench.exitCode, 0) << bench.errors;
    const auto figures = nlohmann::json::parse(bench.output);
    ASSERT_EQ(figures["activations"].size(), listed.size());
    for (std::size_t i = 0; i < listed.size(); ++i) {
        EXPECT_EQ(figures["activations"][i]["id"], listed[i]["id"]);
        // Between one vector of 16 a cycle and a microsecond.
        for (const char* figure : {"f_ns", "df_ns", "copy_ns"}) {
            EXPECT_GT(figures["activations"][i][figure], 0.01);
            EXPECT_LT(figures["activations"][i][figure], 1000);
        }
    }
    EXPECT_THAT(figures["level"], testing::AnyOf("x86-64", "x86-64-v3", "x86-64-v4", "baseline"));
    EXPECT_EQ(figures["elements"], 65'536);
    ASSERT_EQ(figures["networks"].size(), 4);
    for (const auto& network : figures["networks"]) {
        EXPECT_GT(network["steps_per_second"], 0) << network;
    }
}

TEST(Bench, SetsFunctionsBesideCopyingAndNamesTheLevel) {
    const auto bench = runCli({"bench"});
    ASSERT_EQ(bench.exitCode, 0) << bench.errors;
    EXPECT_THAT(bench.output, testing::StartsWith("core for "));
    for (const char* words : {"f / copy", "leaky_relu", "784-512-256-256-128-10"}) {
        EXPECT_THAT(bench.output, testing::HasSubstr(words));
    }
}

} // namespace
} // namespace reluscope::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/child_process.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace reluscope::test {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

class WrongUsage : public testing::TestWithParam<std::vector<std::string>> {};

TEST_P(WrongUsage, ExitsWith2AndOneLineThatPointsToTheHelp) {
    const ChildResult result = runCli(GetParam());
    EXPECT_EQ(result.exitCode, 2);
    EXPECT_EQ(result.output, "");
    EXPECT_THAT(result.errors, StartsWith("error: "));
    EXPECT_THAT(result.errors, HasSubstr("--help"));
    EXPECT_EQ(std::ranges::count(result.errors, '\n'), 1);
}

using Words = std::vector<std::string>;

INSTANTIATE_TEST_SUITE_P(
    All, WrongUsage,
    testing::Values(Words{}, Words{"nonsense"}, Words{"--nonsense"}, Words{"eval"},
                    Words{"eval", "relu"}, Words{"eval", "relu", "--x=1", "--stdin"},
                    Words{"eval", "relu", "--x=1", "--nonsense"}, Words{"train"},
                    Words{"train", "file", "--epochs", "many"},
                    Words{"train", "file", "--epochs=-1"}, Words{"train", "file", "--seed", "1.5"},
                    Words{"train", "file", "--learning-rate", "inf"},
                    Words{"train", "file", "--learning-rate", "-1"},
                    Words{"train", "file", "--csv"}, Words{"train", "file", "--out", "results.csv"},
                    Words{"export", "file"}, Words{"export", "--to", "pytorch"},
                    Words{"export", "file", "--to", "keras"}));

TEST(Usage, HelpAndVersionAreNoErrors) {
    for (const Words& words :
         {Words{"--help"}, Words{"--version"}, Words{"eval", "--help"}, Words{"train", "--help"},
          Words{"export", "--help"}, Words{"bench", "--help"}, Words{"activations", "--help"}}) {
        const ChildResult result = runCli(words);
        EXPECT_EQ(result.exitCode, 0);
        EXPECT_EQ(result.errors, "");
        EXPECT_NE(result.output, "");
    }
}

} // namespace
} // namespace reluscope::test

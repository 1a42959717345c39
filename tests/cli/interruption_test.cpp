// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/child_process.h"
#include "tests/cli/experiment_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <sstream>

namespace reluscope::test {
namespace {

using testing::AnyOf;
using testing::Eq;

class Interruption : public testing::TestWithParam<int> {};

TEST_P(Interruption, KeepsWhatIsDoneAndExitsWith130) {
    const ExperimentFile file;
    ChildProcess child({"train", file.path(), "--epochs", "10000000", "--json"});
    std::string output = child.readLine() + '\n' + child.readLine() + '\n';
    child.send(GetParam());
    output += child.readOutput();
    EXPECT_EQ(child.readErrors(), "");
    EXPECT_EQ(child.wait(), 130);

    std::vector<std::string> states;
    std::istringstream stream(output);
    for (std::string line; std::getline(stream, line);) {
        const auto object = nlohmann::json::parse(line);
        if (object.at("event") == "end") {
            states.push_back(object.at("status"));
        } else {
            EXPECT_TRUE(states.empty()) << "the end lines are the last";
        }
    }
    ASSERT_EQ(states.size(), 3);
    EXPECT_EQ(states[0], "interrupted");
    EXPECT_THAT(states[1], AnyOf(Eq("diverged"), Eq("interrupted")));
    EXPECT_EQ(states[2], "interrupted");
}

INSTANTIATE_TEST_SUITE_P(Signals, Interruption, testing::Values(SIGINT, SIGTERM));

TEST(ClosedOutput, EndsQuietly) {
    const ExperimentFile file;
    ChildProcess child({"train", file.path(), "--epochs", "10000000", "--json"});
    child.readLine();
    child.closeOutput();
    EXPECT_EQ(child.readErrors(), "");
    EXPECT_THAT(child.wait(), AnyOf(Eq(1), Eq(128 + SIGPIPE)));
}

} // namespace
} // namespace reluscope::test

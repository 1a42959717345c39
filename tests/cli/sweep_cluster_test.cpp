// SPDX-License-Identifier: GPL-3.0-or-later
// What docs/sweeps.md says of many machines, word for word, on this one.
#include "tests/cli/child_process.h"
#include "tests/cli/experiment_file.h"
#include "tests/cli/sweep_csv_lines.h"
#include "tests/core/io/temporary_directory.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace reluscope::test {
namespace {

/// The first piece of code of the guide that is marked as this language.
std::string codeOf(std::string_view language) {
    const std::string guide = textOf(std::string(RELUSCOPE_SOURCE_DIR) + "/docs/sweeps.md");
    const std::string fence = "\n```" + std::string(language) + "\n";
    const std::size_t begin = guide.find(fence);
    EXPECT_NE(begin, std::string::npos);
    const std::size_t code = begin + fence.size();
    return guide.substr(code, guide.find("\n```\n", code) + 1 - code);
}

class SweepCluster : public testing::Test {
  protected:
    SweepCluster() {
        std::filesystem::copy_file(ExperimentFile().path(),
                                   directory.path() / "experiment.reluscope.json");
    }

    /// Runs shell code in the folder, where reluscope-cli can be called by its name.
    ChildResult runShell(const std::string& code) const {
        const std::string folder = std::filesystem::path(RELUSCOPE_CLI).parent_path().string();
        return runProgram("/bin/bash",
                          {"-c", "cd '" + directory.path().string() + "' && export PATH='" +
                                     folder + "':\"$PATH\"\n" + code});
    }
    void expectWholeSweep(const std::string& file) const {
        const ChildResult whole =
            runShell("reluscope-cli sweep experiment.reluscope.json --learning-rates 0.01:10:9 "
                     "--seeds 3 --out whole.csv");
        EXPECT_EQ(whole.exitCode, 0) << whole.errors;
        const auto lines = timelessLines(directory.path() / "whole.csv");
        EXPECT_EQ(lines.size(), 1 + 3 * 9 * 3);
        EXPECT_EQ(timelessLines(directory.path() / file), lines);
    }

    TemporaryDirectory directory;
};

TEST_F(SweepCluster, ParallelRunsTheShards) {
    if (runShell("parallel --version | grep -q GNU").exitCode != 0) {
        GTEST_SKIP() << "there is no GNU parallel";
    }
    const ChildResult result = runShell("set -e\n" + codeOf("sh"));
    ASSERT_EQ(result.exitCode, 0) << result.errors;
    expectWholeSweep("sweep.csv");
}

TEST_F(SweepCluster, SlurmRunsTheShards) {
    // As its jobs find the world.
    std::ofstream(directory.path() / "sweep.sh") << codeOf("bash");
    const ChildResult result = runShell("set -e\n"
                                        "export SLURM_CPUS_PER_TASK=2 SLURM_ARRAY_TASK_COUNT=4\n"
                                        "for task in 4 2 3 1; do\n"
                                        "    SLURM_ARRAY_TASK_ID=$task bash sweep.sh\n"
                                        "done\n"
                                        "reluscope-cli sweep --merge shard-*.csv --out sweep.csv");
    ASSERT_EQ(result.exitCode, 0) << result.errors;
    expectWholeSweep("sweep.csv");
}

} // namespace
} // namespace reluscope::test

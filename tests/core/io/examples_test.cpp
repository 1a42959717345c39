// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/experiment_file.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace reluscope {
namespace {

const std::filesystem::path examples = RELUSCOPE_SOURCE_DIR "/resources/examples";

TEST(Examples, CanAllBeReadAndWritten) {
    int count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(examples)) {
        const Experiment experiment = readExperiment(entry.path());
        EXPECT_FALSE(experiment.title.empty()) << entry.path();
        EXPECT_EQ(parseExperiment(writeExperiment(experiment)), experiment) << entry.path();
        ++count;
    }
    EXPECT_GE(count, 3);
}

TEST(Examples, HaveTheSeedNetworkOfTheContract) {
    const Experiment experiment = readExperiment(examples / "seed-network.reluscope.json");
    EXPECT_EQ(experiment.title, "Seed network");
    EXPECT_EQ(experiment.data.source, "fashion-mnist");
    EXPECT_EQ(experiment.network.hidden, std::vector<std::size_t>{256});
    EXPECT_EQ(experiment.network.initialization, Initialization{});
    EXPECT_EQ(experiment.training, TrainingSpec{});
    ASSERT_EQ(experiment.runs.size(), 1U);
    EXPECT_EQ(experiment.runs[0].name, "ReLU");
}

} // namespace
} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/input_error.h"
#include "core/training/memory.h"
#include "tests/core/training/small_experiment.h"

#include <gtest/gtest.h>

namespace reluscope {
namespace {

TEST(TrainingBytes, CoverWhatRunsHold) {
    Experiment experiment = test::smallExperiment({"relu"});
    experiment.network.hidden = {100, 200};
    const auto data = test::smallData();
    const double bytes = trainingBytes(experiment, *data);
    // Weights, gradient and three states; z, a and delta of a batch, an evaluation and the probe.
    const double parameters = 2 * 100 + 100 + 100 * 200 + 200 + 200 + 1;
    const double results = 301 * 3 * (16.0 + 256 + 50);
    EXPECT_GT(bytes, 4 * (5 * parameters + results));
    EXPECT_LT(bytes, 2 * 4 * (5 * parameters + results));
    experiment.runs.push_back(experiment.runs[0]);
    EXPECT_EQ(trainingBytes(experiment, *data), 2 * bytes);
}

TEST(TrainingBytes, OfNonsenseAreFinite) {
    Experiment experiment = test::smallExperiment({"relu"});
    experiment.network.hidden = {std::size_t{1} << 60, std::size_t{1} << 60};
    EXPECT_GT(trainingBytes(experiment, *test::smallData()), 1e36);
}

TEST(TrainingBytes, ABatchIsNoLargerThanTheData) {
    Experiment experiment = test::smallExperiment({"relu"});
    experiment.training.batchSize = 50;
    const double whole = trainingBytes(experiment, *test::smallData(50));
    experiment.training.batchSize = 1'000'000'000;
    EXPECT_EQ(trainingBytes(experiment, *test::smallData(50)), whole);
}

TEST(MemoryLimit, IsKeptBeforeAnythingIsAllocated) {
    Experiment experiment = test::smallExperiment({"relu"});
    experiment.network.hidden = {std::size_t{1} << 40};
    try {
        const Trainer trainer(experiment, test::smallData(), test::steadyClock, 8e9);
        FAIL() << "2^40 units in 8 GB";
    } catch (const InputError& error) {
        EXPECT_EQ(error.place(), "network.hidden");
        EXPECT_NE(error.expected().find("8 GB"), std::string::npos) << error.what();
    }
    experiment.network.hidden = {8};
    EXPECT_NO_THROW(Trainer(experiment, test::smallData(), test::steadyClock, 8e9));
}

} // namespace
} // namespace reluscope

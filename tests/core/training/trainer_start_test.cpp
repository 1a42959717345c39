// SPDX-License-Identifier: GPL-3.0-or-later
// Training that starts from weights that were handed in.
#include "tests/core/training/small_experiment.h"

#include <gtest/gtest.h>

namespace reluscope {
namespace {

using test::makeTrainer;
using test::parametersOf;
using test::smallExperiment;

/// The initial parameters of another seed.
std::vector<float> otherParameters(const Experiment& experiment) {
    Experiment other = experiment;
    other.network.seed = 99;
    return parametersOf(makeTrainer(other));
}

TEST(TrainerStart, TakesTheParametersAsTheyAre) {
    const Experiment experiment = smallExperiment({"relu", "prelu"});
    Trainer trainer = makeTrainer(experiment);
    const auto own = parametersOf(trainer, 0);
    auto handed = parametersOf(trainer, 1);
    for (std::size_t i = 0; i < handed.size(); ++i) {
        handed[i] = static_cast<float>(i) / 64;
    }
    trainer.startFrom(1, handed);
    EXPECT_EQ(parametersOf(trainer, 1), handed) << "learned slopes too";
    EXPECT_EQ(parametersOf(trainer, 0), own) << "of the one run alone";
}

TEST(TrainerStart, RewindsToTheParametersHandedIn) {
    Experiment experiment = smallExperiment({"silu"});
    experiment.training.optimizer.momentum = 0.9;
    Trainer trainer = makeTrainer(experiment);
    const auto handed = otherParameters(experiment);
    trainer.startFrom(0, handed);
    const auto records = test::train(trainer, 3);
    ASSERT_NE(parametersOf(trainer), handed);
    trainer.rewind();
    EXPECT_EQ(parametersOf(trainer), handed);
    EXPECT_TRUE(test::sameResults(test::train(trainer, 3), records));
}

} // namespace
} // namespace reluscope

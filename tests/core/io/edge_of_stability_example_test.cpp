// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/sharpness.h"
#include "core/training/sharpness_watch.h"
#include "tests/core/io/trained_example.h"

namespace reluscope {
namespace {

// What somebody sees who opens the example, at its own pace.
TEST(EdgeOfStabilityExample, ClimbsToTheLimitOfItsRateAndHoversThere) {
    Trainer trainer = exampleTrainer("edge-of-stability.reluscope.json");
    const auto& run = trainer.runs().at(0);
    ASSERT_TRUE(canWatchSharpness(run.network().architecture(), trainer.data().train.count()));
    ASSERT_EQ(trainer.batchesPerEpoch(), 1);
    const double limit = stableSharpness(run.optimizer()).value();
    const std::size_t end = trainer.experiment().training.epochs;
    std::vector<double> direction;
    const auto sharpnessAt = [&](std::size_t epoch) {
        while (trainer.epoch() < epoch) {
            trainer.trainBatch();
        }
        const auto found =
            findSharpness(run.network(), run.loss(), trainer.data().train, {.from = direction});
        direction = found->direction;
        return found->value;
    };
    double before = sharpnessAt(0);
    EXPECT_LT(before, 0.4 * limit);
    for (std::size_t epoch = 1000; epoch <= 4000; epoch += 1000) {
        const double now = sharpnessAt(epoch);
        EXPECT_GT(now, before) << "epoch " << epoch;
        before = now;
    }
    for (std::size_t epoch = 5000; epoch <= end; epoch += 100) {
        EXPECT_NEAR(sharpnessAt(epoch), limit, 0.2 * limit) << "epoch " << epoch;
    }
    EXPECT_EQ(run.divergence(), std::nullopt);
}

} // namespace
} // namespace reluscope

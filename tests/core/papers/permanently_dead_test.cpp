// SPDX-License-Identifier: GPL-3.0-or-later
// What docs/definitions.md calls permanently dead really is, under plain gradient descent; and what
// is silent without being so can come back.
#include "core/diagnosis/network_health.h"
#include "tests/core/training/small_experiment.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace reluscope {
namespace {

/// The only run of a trainer.
const Network<float>& networkOf(const Trainer& trainer) {
    return trainer.runs()[0].network();
}

UnitFlags silentUnits(const Trainer& trainer) {
    Workspace<float> workspace(networkOf(trainer).architecture(), 64);
    return findHealth(networkOf(trainer), trainer.data().train.features, workspace)->silent;
}

UnitFlags deadUnits(const Trainer& trainer) {
    return findPermanentlyDead(networkOf(trainer), silentUnits(trainer));
}

void trainSteps(Trainer& trainer, std::size_t steps) {
    for (std::size_t step = 0; step < steps; ++step) {
        trainer.trainBatch();
    }
    ASSERT_FALSE(trainer.runs()[0].divergence());
}

/// The incoming weights and the bias of a unit.
std::vector<float> incoming(const Network<float>& network, std::size_t layer, std::size_t unit) {
    std::vector<float> values{network.bias(layer, unit)};
    for (std::size_t in = 0; in < network.architecture().layerInputs(layer); ++in) {
        values.push_back(network.weight(layer, unit, in));
    }
    return values;
}

/// Hidden units, by layer and place.
using Units = std::vector<std::pair<std::size_t, std::size_t>>;

/// Those that `flags` names, and `without` does not.
Units unitsOf(const UnitFlags& flags, const UnitFlags& without) {
    Units units;
    for (std::size_t layer = 0; layer < flags.layerCount(); ++layer) {
        for (std::size_t unit = 0; unit < flags.unitCount(layer); ++unit) {
            if (flags.at(layer, unit) && !without.at(layer, unit)) {
                units.emplace_back(layer, unit);
            }
        }
    }
    return units;
}

/// How many of `units` are not what they were `before`.
std::size_t changed(const Units& units, const Network<float>& before, const Network<float>& after) {
    std::size_t count = 0;
    for (const auto& [layer, unit] : units) {
        count += incoming(before, layer, unit) != incoming(after, layer, unit) ? 1U : 0U;
    }
    return count;
}

/// Trains 1,000 steps more, which must not change a bit of a dead unit. Returns how many units
/// changed that were silent, but not called dead.
std::size_t trainWithDead(Trainer& trainer) {
    const UnitFlags none(networkOf(trainer).architecture(), false);
    const UnitFlags dead = deadUnits(trainer);
    const Units others = unitsOf(silentUnits(trainer), dead);
    const Network<float> before = networkOf(trainer);
    trainSteps(trainer, 1'000);
    EXPECT_EQ(changed(unitsOf(dead, none), before, networkOf(trainer)), 0U);
    EXPECT_TRUE(unitsOf(dead, deadUnits(trainer)).empty()) << "some are not dead any more";
    EXPECT_NE(before.bias(dead.layerCount(), 0), networkOf(trainer).bias(dead.layerCount(), 0))
        << "nothing was trained";
    return changed(others, before, networkOf(trainer));
}

TEST(PermanentlyDead, StaysAsItIs) {
    std::vector<std::size_t> dead(3);
    std::size_t otherSilentChanged = 0;
    for (const std::vector<std::size_t>& hidden :
         {std::vector<std::size_t>{16}, {12, 8}, {10, 6, 4}}) {
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            SCOPED_TRACE(testing::Message() << hidden.size() << " hidden layers, seed " << seed);
            Experiment experiment = test::smallExperiment();
            experiment.network.hidden = hidden;
            experiment.network.seed = seed;
            experiment.training.optimizer.learningRate = 2; // kills units, and does not diverge
            Trainer trainer = test::makeTrainer(experiment);
            trainSteps(trainer, 200);
            const auto counts = deadUnits(trainer).countPerLayer();
            for (std::size_t layer = 0; layer < counts.size(); ++layer) {
                dead[layer] += counts[layer];
            }
            otherSilentChanged += trainWithDead(trainer);
        }
    }
    // Here they were 137, 109, 80 and 7; elsewhere the last bits of training differ.
    EXPECT_GE(dead[0], 40U);
    EXPECT_GE(dead[1], 30U);
    EXPECT_GE(dead[2], 20U);
    EXPECT_GE(otherSilentChanged, 1U);
}

TEST(PermanentlyDead, AtAndBelowALayerThatIsSilentAsAWhole) {
    Experiment experiment = test::smallExperiment();
    experiment.network.hidden = {8, 5, 6};
    Trainer trainer = test::makeTrainer(experiment);
    Network<float> network = networkOf(trainer);
    network.setBias(0, 3, -100); // silent, as is all of the second layer
    for (std::size_t unit = 0; unit < 5; ++unit) {
        network.setBias(1, unit, -100);
    }
    network.setBias(2, 0, 1); // all that reaches the third layer is its biases
    network.setBias(2, 1, -1);
    trainer.startFrom(0, network.parameters());

    const UnitFlags dead = deadUnits(trainer);
    EXPECT_TRUE(dead.at(0, 3));
    EXPECT_EQ(dead.count(1), 5U);
    EXPECT_FALSE(dead.at(2, 0));
    EXPECT_TRUE(dead.at(2, 1));
    EXPECT_EQ(trainWithDead(trainer), 0U);
    // Nothing below a silent layer learns, be it silent itself or not.
    for (std::size_t unit = 0; unit < 8; ++unit) {
        EXPECT_EQ(incoming(networkOf(trainer), 0, unit), incoming(network, 0, unit));
    }
    EXPECT_NE(networkOf(trainer).bias(2, 0), network.bias(2, 0));
}

TEST(Silent, UnitOfTheSecondLayerRevivesWhereTheFirstOneMoves) {
    auto data = std::make_shared<Dataset>();
    data->task = Task::Regression;
    data->featureCount = 1;
    data->train = {.features = {1, 2}, .values = {20, 20}};
    data->test = data->train;
    Experiment experiment = test::smallExperiment();
    experiment.network.hidden = {1, 2};
    experiment.training.optimizer.learningRate = 0.001;
    Trainer trainer = test::makeTrainer(experiment, data);

    // The unit below says x, the sleeper waits for more than 3, and its neighbour passes x on to
    // an output that should be 20: all on that way grow.
    constexpr std::size_t sleeper = 0;
    Network<float> network = networkOf(trainer);
    network.setWeight(0, 0, 0, 1);
    network.setBias(0, 0, 0);
    for (std::size_t unit = 0; unit < 2; ++unit) {
        network.setWeight(1, unit, 0, 1);
        network.setBias(1, unit, unit == sleeper ? -3 : 0);
        network.setWeight(2, 0, unit, 1);
    }
    trainer.startFrom(0, network.parameters());
    ASSERT_TRUE(silentUnits(trainer).at(1, sleeper));
    EXPECT_FALSE(deadUnits(trainer).isAnySet());

    trainSteps(trainer, 1);
    EXPECT_TRUE(silentUnits(trainer).at(1, sleeper));
    EXPECT_EQ(incoming(networkOf(trainer), 1, sleeper), incoming(network, 1, sleeper));
    trainSteps(trainer, 1'000);
    EXPECT_FALSE(silentUnits(trainer).at(1, sleeper));
    EXPECT_NE(incoming(networkOf(trainer), 1, sleeper), incoming(network, 1, sleeper));
}

} // namespace
} // namespace reluscope

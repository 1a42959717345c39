// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activation/activation.h"
#include "core/data/data_spec.h"
#include "core/data/dataset.h"
#include "core/network/initialization.h"
#include "core/network/loss.h"
#include "core/training/change.h"
#include "core/training/optimizer.h"
#include "core/training/schedule.h"
#include "core/training/stop.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace reluscope {

/// One of the networks that are compared, and where it departs from the others.
struct RunSpec {
    std::string name;
    std::vector<Activation> activations; ///< one for all hidden layers, or one for each
    std::optional<double> learningRate;
    std::optional<OptimizerSpec> optimizer; ///< its learning rate yields to learningRate
    std::optional<Initialization> initialization;
    std::optional<std::vector<std::size_t>> hidden;

    friend bool operator==(const RunSpec&, const RunSpec&) = default;
};

struct NetworkSpec {
    std::vector<std::size_t> hidden; ///< units of each hidden layer; none: a linear model
    Initialization initialization;
    std::uint64_t seed = 1; ///< of weights and batch order

    friend bool operator==(const NetworkSpec&, const NetworkSpec&) = default;
};

struct TrainingSpec {
    std::size_t epochs = 10;
    std::size_t batchSize = 32;
    bool shuffle = true;
    bool dropLast = false;
    std::optional<Loss> loss; ///< unset: automaticLoss()
    OptimizerSpec optimizer;
    Schedule schedule;
    StopRules stop;
    std::vector<Change> changes; ///< made while it trained; made again when it trains

    friend bool operator==(const TrainingSpec&, const TrainingSpec&) = default;
};

/// The document: data, network, training and the runs to compare. A value; whoever shares one
/// shares it immutable.
struct Experiment {
    std::string title;
    DataSpec data;
    NetworkSpec network;
    TrainingSpec training;
    std::vector<RunSpec> runs; ///< at least one

    friend bool operator==(const Experiment&, const Experiment&) = default;
};

/// What a run trains with, its own settings taken before the experiment's.
OptimizerSpec effectiveOptimizer(const Experiment& experiment, const RunSpec& run);
Initialization effectiveInitialization(const Experiment& experiment, const RunSpec& run);
const std::vector<std::size_t>& effectiveHidden(const Experiment& experiment, const RunSpec& run);

/// The largest batch that any run will be trained on, changes included.
std::size_t largestBatch(const Experiment& experiment);

/// The activation of each hidden layer of a run.
std::vector<Activation> activationPerLayer(const Experiment& experiment, const RunSpec& run);

/// What training minimizes: the loss of the experiment, or the one that suits the data.
Loss effectiveLoss(const Experiment& experiment, const Dataset& data);

/// Whether going from one experiment to another needs new networks, at epoch 0. Learning rates and
/// their schedule, momentum, decay, batch size, epochs, stop rules and names can change while
/// networks train.
bool startsAfresh(const Experiment& before, const Experiment& after);

} // namespace reluscope

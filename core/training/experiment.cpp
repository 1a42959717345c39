// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/experiment.h"

#include <algorithm>

namespace reluscope {

OptimizerSpec effectiveOptimizer(const Experiment& experiment, const RunSpec& run) {
    OptimizerSpec optimizer = run.optimizer.value_or(experiment.training.optimizer);
    optimizer.learningRate = run.learningRate.value_or(optimizer.learningRate);
    return optimizer;
}

Initialization effectiveInitialization(const Experiment& experiment, const RunSpec& run) {
    return run.initialization.value_or(experiment.network.initialization);
}

const std::vector<std::size_t>& effectiveHidden(const Experiment& experiment, const RunSpec& run) {
    return run.hidden ? *run.hidden : experiment.network.hidden;
}

std::size_t largestBatch(const Experiment& experiment) {
    std::size_t largest = experiment.training.batchSize;
    for (const Change& change : experiment.training.changes) {
        if (change.field == ChangedField::BatchSize) {
            largest = std::max(largest, static_cast<std::size_t>(std::get<double>(change.value)));
        }
    }
    return largest;
}

std::vector<Activation> activationPerLayer(const Experiment& experiment, const RunSpec& run) {
    if (run.activations.size() == 1) {
        return {effectiveHidden(experiment, run).size(), run.activations.front()};
    }
    return run.activations;
}

Loss effectiveLoss(const Experiment& experiment, const Dataset& data) {
    return experiment.training.loss.value_or(automaticLoss(data.task, data.outputCount()));
}

bool startsAfresh(const Experiment& before, const Experiment& after) {
    if (before.runs.size() != after.runs.size()) {
        return true;
    }
    Experiment adjusted = before;
    adjusted.title = after.title;
    adjusted.training.epochs = after.training.epochs;
    adjusted.training.batchSize = after.training.batchSize;
    adjusted.training.optimizer = after.training.optimizer;
    adjusted.training.schedule = after.training.schedule;
    adjusted.training.stop = after.training.stop;
    for (std::size_t run = 0; run < after.runs.size(); ++run) {
        OptimizerSpec optimizer = effectiveOptimizer(before, before.runs[run]);
        const OptimizerSpec wanted = effectiveOptimizer(after, after.runs[run]);
        optimizer.learningRate = wanted.learningRate;
        optimizer.momentum = wanted.momentum;
        optimizer.nesterov = wanted.nesterov;
        optimizer.weightDecay = wanted.weightDecay;
        if (optimizer != wanted) {
            return true;
        }
        adjusted.runs[run].name = after.runs[run].name;
        adjusted.runs[run].learningRate = after.runs[run].learningRate;
        adjusted.runs[run].optimizer = after.runs[run].optimizer;
    }
    return adjusted != after;
}

} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/experiment_check.h"

#include "core/input_error.h"
#include "core/training/memory.h"

#include <algorithm>
#include <cmath>
#include <string>

namespace reluscope {
namespace {

/// Refuses changes of runs and units that there are not.
void checkChanges(const Experiment& experiment, const Dataset& data) {
    for (std::size_t i = 0; i < experiment.training.changes.size(); ++i) {
        const Change& change = experiment.training.changes[i];
        const std::string place = "training.changes[" + std::to_string(i) + "]";
        const auto run = std::ranges::find(experiment.runs, change.run, &RunSpec::name);
        if (run == experiment.runs.end()) {
            throw InputError({}, place + ".run", "\"" + change.run + "\" is the name of no run");
        }
        if (const auto* unit = std::get_if<UnitPlace>(&change.value)) {
            const auto& hidden = effectiveHidden(experiment, *run);
            if (unit->layer >= hidden.size() || unit->unit >= hidden[unit->layer]) {
                throw InputError({}, place + ".value", "there is no such unit",
                                 "[layer, unit], both counted from 1");
            }
            const Activation activation = activationPerLayer(experiment, *run)[unit->layer];
            if (change.field == ChangedField::Kill && !activation.hasZeroSet()) {
                throw InputError({}, place + ".field",
                                 std::string(activation.info->name) + " is never silent",
                                 "a unit of a function that can be, such as ReLU");
            }
        } else if (change.field == ChangedField::BatchSize && experiment.training.dropLast &&
                   std::get<double>(change.value) > static_cast<double>(data.train.count())) {
            throw InputError({}, place + ".value", "is more than there are training examples",
                             "a smaller batch");
        }
    }
}

} // namespace

void checkSuits(const Experiment& experiment, const Dataset& data) {
    const auto& loss = experiment.training.loss;
    if (loss && !fits(*loss, data.task, data.outputCount())) {
        throw InputError(
            {}, "training.loss",
            std::string(lossId(*loss)) + " does not suit " +
                (data.task == Task::Regression ? "a regression"
                                               : std::to_string(data.classCount) + " classes"),
            "use " + std::string(lossId(automaticLoss(data.task, data.outputCount()))));
    }
    if (experiment.training.dropLast && experiment.training.batchSize > data.train.count()) {
        throw InputError({}, "training.batch_size",
                         "larger than the " + std::to_string(data.train.count()) +
                             " training examples, so that drop_last leaves no batch",
                         "use a smaller batch");
    }
    if (experiment.training.stop.trainAccuracy && data.task == Task::Regression) {
        throw InputError({}, "training.stop.train_accuracy", "a regression has no accuracy",
                         "use train_loss");
    }
    checkChanges(experiment, data);
}

void checkMemory(const Experiment& experiment, const Dataset& data, double limit) {
    constexpr double gigabyte = 1e9;
    const double bytes = trainingBytes(experiment, data);
    if (bytes > limit) {
        throw InputError({}, "network.hidden",
                         "training would need " + std::to_string(std::lround(bytes / gigabyte)) +
                             " GB of memory",
                         "this machine has " + std::to_string(std::lround(limit / gigabyte)) +
                             " GB");
    }
}

} // namespace reluscope

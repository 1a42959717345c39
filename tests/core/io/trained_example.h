// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/dataset_loader.h"
#include "core/io/experiment_file.h"
#include "core/training/trainer.h"

#include <gtest/gtest.h>

#include <chrono>
#include <limits>
#include <memory>
#include <string>
#include <vector>

namespace reluscope {

/// An example at epoch 0.
inline Trainer exampleTrainer(const std::string& name) {
    const std::string path = RELUSCOPE_SOURCE_DIR "/resources/examples/" + name;
    const Experiment experiment = readExperiment(path);
    const auto clock = [] { return std::chrono::nanoseconds(0); };
    return {experiment, std::make_shared<Dataset>(loadDataset(experiment.data, {})), clock,
            std::numeric_limits<double>::infinity()};
}

/// The records of all runs of an example after its last epoch.
inline std::vector<EpochRecord> trainExample(const std::string& name) {
    Trainer trainer = exampleTrainer(name);
    const Experiment& experiment = trainer.experiment();
    while (trainer.epoch() < experiment.training.epochs) {
        trainer.trainBatch();
    }
    std::vector<EpochRecord> records;
    for (std::size_t run = 0; run < experiment.runs.size(); ++run) {
        records.push_back(trainer.record(run, true).value());
    }
    return records;
}

} // namespace reluscope

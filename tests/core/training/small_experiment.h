// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainer.h"
#include "tests/core/network/small_network.h"

#include <chrono>
#include <cstddef>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace reluscope::test {

/// Two classes, one on each side of a curved line in the plane.
inline std::shared_ptr<const Dataset> smallData(std::size_t train = 50, std::size_t test = 30) {
    auto data = std::make_shared<Dataset>();
    data->featureCount = 2;
    data->classCount = 2;
    data->classNames = numberedClassNames(2);
    const auto fill = [](Examples& split, std::size_t count, std::uint64_t seed) {
        split.features = numbers<float>(2 * count, seed);
        for (std::size_t i = 0; i < count; ++i) {
            const float x = split.features[2 * i];
            const float y = split.features[2 * i + 1];
            split.labels.push_back(y > x * x - 0.3F ? 1U : 0U);
        }
    };
    fill(data->train, train, 21);
    fill(data->test, test, 22);
    return data;
}

inline RunSpec runSpec(std::string_view activation) {
    RunSpec spec;
    spec.name = activation;
    spec.activations = {Activation(*findActivation(activation))};
    return spec;
}

inline Experiment smallExperiment(const std::vector<std::string_view>& activations = {"relu"}) {
    Experiment experiment;
    experiment.title = "small";
    experiment.network.hidden = {8, 5};
    experiment.network.initialization.weights = WeightScheme::HeUniform;
    experiment.training.epochs = 3;
    experiment.training.batchSize = 16;
    experiment.training.optimizer.learningRate = 0.1;
    for (const auto activation : activations) {
        experiment.runs.push_back(runSpec(activation));
    }
    return experiment;
}

inline std::chrono::nanoseconds steadyClock() {
    return std::chrono::steady_clock::now().time_since_epoch();
}

inline constexpr double anyMemory = std::numeric_limits<double>::infinity();

inline Trainer makeTrainer(Experiment experiment, std::shared_ptr<const Dataset> data = smallData(),
                           std::size_t threads = 1) {
    return {std::move(experiment), std::move(data), steadyClock, anyMemory, threads};
}

inline std::vector<float> parametersOf(const Trainer& trainer, std::size_t run = 0) {
    const auto parameters = trainer.runs()[run].network().parameters();
    return {parameters.begin(), parameters.end()};
}

/// All but the time that it took.
inline bool sameResults(const EpochRecord& a, const EpochRecord& b) {
    return a.run == b.run && a.epoch == b.epoch && a.step == b.step &&
           a.learningRate == b.learningRate && a.trainLoss == b.trainLoss &&
           a.trainAccuracy == b.trainAccuracy && a.measured == b.measured;
}

/// The records of all runs at the end of each epoch, from epoch 0 on.
inline std::vector<EpochRecord> train(Trainer& trainer, std::size_t epochs) {
    std::vector<EpochRecord> records;
    const auto recordAll = [&] {
        for (std::size_t run = 0; run < trainer.runs().size(); ++run) {
            if (!trainer.runs()[run].divergence()) {
                records.push_back(*trainer.record(run, true));
            }
        }
    };
    recordAll();
    while (trainer.epoch() < epochs && trainer.isAnyRunTraining()) {
        if (trainer.trainBatch()) {
            recordAll();
        }
    }
    return records;
}

inline bool sameResults(const std::vector<EpochRecord>& a, const std::vector<EpochRecord>& b) {
    return std::ranges::equal(a, b, [](const EpochRecord& one, const EpochRecord& other) {
        return sameResults(one, other);
    });
}

} // namespace reluscope::test

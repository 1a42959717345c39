// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/standard_networks.h"

#include "core/random/counter_generator.h"

#include <cstdint>

namespace reluscope::cli {

std::span<const StandardNetwork> standardNetworks() {
    constexpr std::size_t deep = 20;
    constexpr std::size_t wide = 32;
    static const std::vector<StandardNetwork> networks{
        {"784-256-10", 784, {256}, 10, "relu", 32, 0},
        {"2-8-8-1", 2, {8, 8}, 2, "tanh", 10, 0},
        {"2-(32 x 20)-1", 2, std::vector<std::size_t>(deep, wide), 2, "tanh", 32, 0},
        {"784-512-256-256-128-10", 784, {512, 256, 256, 128}, 10, "relu", 256, 0.9},
    };
    return networks;
}

Dataset randomData(const StandardNetwork& network, std::size_t examples) {
    Dataset data;
    data.featureCount = network.inputs;
    data.classCount = network.classes;
    data.train.features.reserve(examples * network.inputs);
    for (std::size_t example = 0; example < examples; ++example) {
        for (std::size_t feature = 0; feature < network.inputs; ++feature) {
            const double u = uniformDraw(1, Draw::Point, 0, static_cast<std::uint32_t>(example),
                                         static_cast<std::uint32_t>(feature));
            data.train.features.push_back(static_cast<float>(2 * u - 1));
        }
        data.train.labels.push_back(static_cast<std::uint32_t>(example % network.classes));
    }
    return data;
}

Experiment standardExperiment(const StandardNetwork& network) {
    Experiment experiment;
    experiment.network.hidden = network.hidden;
    experiment.training.batchSize = network.batch;
    experiment.training.optimizer.learningRate = restingLearningRate;
    experiment.training.optimizer.momentum = network.momentum;
    RunSpec run;
    run.activations = {Activation(*findActivation(network.activation))};
    experiment.runs = {run};
    return experiment;
}

} // namespace reluscope::cli

// SPDX-License-Identifier: GPL-3.0-or-later
// Training steps: the standard networks on a batch at hand, one of them with shuffling and
// gathering, too; and every activation, optimizer and loss on a large and on a small network.
#include "core/training/run.h"
#include "tests/bench/registration.h"
#include "tests/bench/standard_data.h"

#include <string>
#include <utility>
#include <vector>

namespace reluscope::bench {
namespace {

using cli::StandardNetwork;

void measureSteps(benchmark::State& state, const Experiment& experiment, const Dataset& data,
                  Team* team = nullptr) {
    Run run(experiment, experiment.runs[0], data);
    const Batch batch{data.train.features, data.train.targets(0, data.train.count())};
    while (state.KeepRunning()) {
        run.step(batch, 1, cli::restingLearningRate, team);
    }
    countItems(state, 1);
}

/// A whole epoch at a time, so that its shuffling counts.
void measureEpochs(benchmark::State& state) {
    const Dataset& data = imageSizedData();
    const Experiment experiment = cli::standardExperiment(imageNetwork());
    Run run(experiment, experiment.runs[0], data);
    Batches batches(data, 1, imageNetwork().batch, true, false);
    GatheredBatch room;
    batches.prepare(room);
    std::size_t epoch = 0;
    while (state.KeepRunning()) {
        ++epoch;
        batches.startEpoch(epoch, imageNetwork().batch);
        for (std::size_t number = 0; number < batches.batchesPerEpoch(); ++number) {
            run.step(batches.gather(number, room), epoch, cli::restingLearningRate);
        }
    }
    countItems(state, batches.batchesPerEpoch());
}

struct Variant {
    std::string name;
    Experiment experiment;
};

/// Every function, those that learn with one value for a layer and one for each unit.
void addActivations(std::vector<Variant>& variants, const Experiment& plain) {
    const auto addOne = [&](std::string name, const Activation& activation) {
        Experiment experiment = plain;
        experiment.runs[0].activations = {activation};
        variants.push_back({std::move(name), std::move(experiment)});
    };
    for (const ActivationInfo& info : activationTable()) {
        addOne(std::string(info.id), Activation(info));
    }
    Activation perUnit(*findActivation("prelu"));
    perUnit.parameters[1] = 1;
    addOne("prelu, per unit", perUnit);
    Activation swish(*findActivation("silu"));
    swish.parameters[1] = 1;
    addOne("silu, learned", swish);
    swish.parameters[2] = 1;
    addOne("silu, learned per unit", swish);
    Activation gelu(*findActivation("gelu"));
    gelu.parameters[0] = 1;
    addOne("gelu, tanh", gelu);
}

/// Every method, with and without what makes it read or write more.
void addOptimizers(std::vector<Variant>& variants, const Experiment& plain) {
    const auto addOne = [&](std::string name, const OptimizerSpec& optimizer) {
        Experiment experiment = plain;
        experiment.training.optimizer = optimizer;
        variants.push_back({std::move(name), std::move(experiment)});
    };
    using enum OptimizerMethod;
    constexpr double momentum = 0.9;
    constexpr double decay = 1e-4;
    addOne("sgd", {.method = Sgd});
    addOne("sgd, decay", {.method = Sgd, .weightDecay = decay});
    addOne("sgd, momentum", {.method = Sgd, .momentum = momentum});
    addOne("sgd, nesterov", {.method = Sgd, .momentum = momentum, .nesterov = true});
    addOne("adam", {.method = Adam});
    addOne("adam, decay", {.method = Adam, .weightDecay = decay});
    addOne("rmsprop", {.method = RmsProp});
    addOne("rmsprop, momentum", {.method = RmsProp, .momentum = momentum});
    addOne("rmsprop, centered", {.method = RmsProp, .centered = true});
}

void addLosses(std::vector<Variant>& variants, const Experiment& plain, std::size_t outputs) {
    for (const LossInfo& info : losses()) {
        if (fits(info.loss, Task::Classification, outputs)) {
            Experiment experiment = plain;
            experiment.training.loss = info.loss;
            variants.push_back({std::string(info.id), std::move(experiment)});
        }
    }
}

/// Each differs in one thing from ReLU trained by plain gradient descent.
void registerVariants(const StandardNetwork& network) {
    const Dataset data = cli::randomData(network, network.batch);
    Experiment plain = cli::standardExperiment(network);
    plain.runs[0].activations = {Activation(*findActivation("relu"))};
    std::vector<Variant> variants;
    addActivations(variants, plain);
    addOptimizers(variants, plain);
    addLosses(variants, plain, data.outputCount());
    for (const Variant& variant : variants) {
        add("variant/" + std::string(network.name) + '/' + variant.name + "/reluscope",
            [=](benchmark::State& state) { measureSteps(state, variant.experiment, data); });
    }
}

/// One run that threads share.
void addThreads(const StandardNetwork& network, const std::string& what, std::size_t threads) {
    addShared(what + '/' + std::string(network.name) + "/reluscope",
              [&network, threads](benchmark::State& state) {
                  Team team(threads);
                  measureSteps(state, cli::standardExperiment(network),
                               cli::randomData(network, network.batch), &team);
              });
}

[[maybe_unused]] const bool isRegistered = [] {
    for (const StandardNetwork& network : cli::standardNetworks()) {
        addThreads(network, "by one thread", 1);
        addThreads(network, "by two threads", 2);
        add("step/" + std::string(network.name) + "/reluscope", [&](benchmark::State& state) {
            measureSteps(state, cli::standardExperiment(network),
                         cli::randomData(network, network.batch));
        });
    }
    add("epoch/" + std::string(imageNetwork().name) + "/reluscope", measureEpochs);
    registerVariants(cli::standardNetworks()[0]);
    registerVariants(cli::standardNetworks()[1]);
    return true;
}();

} // namespace
} // namespace reluscope::bench

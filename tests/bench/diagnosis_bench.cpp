// SPDX-License-Identifier: GPL-3.0-or-later
// What is seen of a network, beside the forward pass over the same examples.
#include "core/diagnosis/decision_grid.h"
#include "core/diagnosis/histogram.h"
#include "core/training/run.h"
#include "tests/bench/registration.h"
#include "tests/bench/standard_data.h"

#include <algorithm>
#include <span>
#include <string>
#include <vector>

namespace reluscope::bench {
namespace {

using cli::StandardNetwork;

constexpr std::size_t testImages = 10'000;

/// A standard network and so many examples for it.
struct Subject {
    Dataset data;
    Run run;

    Subject(const StandardNetwork& network, std::size_t examples)
        : data(cli::randomData(network, examples))
        , run(cli::standardExperiment(network), cli::standardExperiment(network).runs[0], data) {}
};

/// What no diagnosis can do without.
void forward(benchmark::State& state, const StandardNetwork& network, std::size_t examples) {
    const Subject subject(network, examples);
    Workspace<float> workspace(subject.run.network().architecture(), Run::evaluationChunk);
    while (state.KeepRunning()) {
        std::span<const float> left = subject.data.train.features;
        while (!left.empty()) {
            const auto now =
                left.first(std::min(left.size(), Run::evaluationChunk * network.inputs));
            left = left.subspan(now.size());
            subject.run.network().forward(now, workspace);
        }
    }
    countItems(state, examples);
}

void evaluate(benchmark::State& state, const StandardNetwork& network) {
    Subject subject(network, testImages);
    while (state.KeepRunning()) {
        benchmark::DoNotOptimize(subject.run.evaluate(subject.data.train, {}));
    }
    countItems(state, testImages);
}

/// With a silent unit, so that all examples have to be seen.
void findHealth(benchmark::State& state, const StandardNetwork& network) {
    Subject subject(network, testImages);
    subject.run.kill({.layer = 0, .unit = 0});
    while (state.KeepRunning()) {
        benchmark::DoNotOptimize(subject.run.findHealth(subject.data.train, {}));
    }
    countItems(state, testImages);
}

void measureLayers(benchmark::State& state, const StandardNetwork& network) {
    Subject subject(network, probeBatchSize);
    while (state.KeepRunning()) {
        benchmark::DoNotOptimize(subject.run.measureLayers(subject.data.train));
    }
    countItems(state, probeBatchSize);
}

/// Of every hidden layer, after a forward pass that is not measured.
void histograms(benchmark::State& state, const StandardNetwork& network) {
    constexpr double widest = 5;
    constexpr std::size_t bins = 60;
    const Subject subject(network, probeBatchSize);
    const Architecture& architecture = subject.run.network().architecture();
    Workspace<float> workspace(architecture, probeBatchSize);
    subject.run.network().forward(subject.data.train.features, workspace);
    while (state.KeepRunning()) {
        for (std::size_t layer = 0; layer < architecture.hidden.size(); ++layer) {
            benchmark::DoNotOptimize(
                preActivationHistogram(architecture, workspace, layer, -widest, widest, bins));
        }
    }
    countItems(state, probeBatchSize);
}

void predictGrid(benchmark::State& state, const StandardNetwork& network) {
    Subject subject(network, network.batch);
    const DecisionGrid grid = makeDecisionGrid(subject.data);
    const std::size_t points = grid.points.size() / 2;
    std::vector<float> logits(points * subject.data.outputCount());
    while (state.KeepRunning()) {
        subject.run.predict(grid.points, logits);
    }
    countItems(state, points);
}

/// A benchmark of one standard network.
template <class Measure>
void addFor(const StandardNetwork& network, const std::string& what, Measure measure) {
    add(what + '/' + std::string(network.name) + "/reluscope",
        [&network, measure](benchmark::State& state) { measure(state, network); });
}

/// The forward pass of so many examples.
void addForward(const StandardNetwork& network, const std::string& what, std::size_t examples) {
    addFor(network, what, [examples](benchmark::State& state, const StandardNetwork& standard) {
        forward(state, standard, examples);
    });
}

[[maybe_unused]] const bool isRegistered = [] {
    for (const StandardNetwork& network : cli::standardNetworks()) {
        addForward(network, "forward", testImages);
        addFor(network, "evaluate", evaluate);
        addFor(network, "health", findHealth);
        addForward(network, "forward of the probe", probeBatchSize);
        addFor(network, "layer statistics", measureLayers);
        addFor(network, "histograms", histograms);
        if (network.inputs == 2) {
            addForward(network, "forward of the grid", DecisionGrid::side * DecisionGrid::side);
            addFor(network, "decision grid", predictGrid);
        }
    }
    return true;
}();

} // namespace
} // namespace reluscope::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bench.h"

#include "app/cli/exit_code.h"
#include "app/cli/interruption.h"
#include "app/cli/json_text.h"
#include "app/cli/number_text.h"
#include "app/cli/progress_bar.h"
#include "app/cli/standard_output.h"
#include "app/cli/text_table.h"
#include "core/activation/activation.h"
#include "core/random/counter_generator.h"
#include "core/training/run.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace reluscope::cli {
namespace {

/// Repeats `work` for a while and gives the shortest time it took, in seconds: what disturbs a
/// measurement only ever makes it longer.
template <class Work>
double shortestTime(Work work) {
    using Clock = std::chrono::steady_clock;
    constexpr std::chrono::milliseconds span{100};
    double shortest = 1e9;
    for (const auto end = Clock::now() + span; Clock::now() < end;) {
        const auto begin = Clock::now();
        work();
        shortest = std::min(shortest, std::chrono::duration<double>(Clock::now() - begin).count());
    }
    return shortest;
}

/// Numbers uniform in ±`scale`.
std::vector<float> numbers(std::size_t count, double scale) {
    std::vector<float> drawn(count);
    for (std::size_t i = 0; i < count; ++i) {
        const double u = uniformDraw(1, Draw::Point, 0, static_cast<std::uint32_t>(i), 0);
        drawn[i] = static_cast<float>(scale * (2 * u - 1));
    }
    return drawn;
}

struct ActivationTimes {
    const ActivationInfo* info;
    double value; ///< ns per element
    double derivative;
};

ActivationTimes measure(const ActivationInfo& info) {
    constexpr std::size_t count = 65'536;
    constexpr double widest = 5;
    constexpr double nanoseconds = 1e9 / static_cast<double>(count);
    const std::vector<float> z = numbers(count, widest);
    std::vector<float> result(count);
    const Activation activation(info);
    return {&info, nanoseconds * shortestTime([&] { activation.apply<float>(z, result); }),
            nanoseconds * shortestTime([&] { activation.differentiate<float>(z, result); })};
}

/// A network that other programs are measured with, too.
struct StandardNetwork {
    std::string_view name;
    std::size_t inputs;
    std::vector<std::size_t> hidden;
    std::size_t classes;
    std::string_view activation;
    std::size_t batch;
};

std::array<StandardNetwork, 3> standardNetworks() {
    constexpr std::size_t deep = 20;
    constexpr std::size_t wide = 32;
    return {{{"784-256-10", 784, {256}, 10, "relu", 32},
             {"2-8-8-1", 2, {8, 8}, 2, "tanh", 10},
             {"2-(32 x 20)-1", 2, std::vector<std::size_t>(deep, wide), 2, "tanh", 32}}};
}

/// Steps a second of plain gradient descent on one batch.
double stepsPerSecond(const StandardNetwork& standard) {
    constexpr std::size_t stepsAtATime = 20;
    Dataset data;
    data.featureCount = standard.inputs;
    data.classCount = standard.classes;
    data.train.features = numbers(standard.batch * standard.inputs, 1);
    for (std::size_t i = 0; i < standard.batch; ++i) {
        data.train.labels.push_back(static_cast<std::uint32_t>(i % standard.classes));
    }
    Experiment experiment;
    experiment.network.hidden = standard.hidden;
    experiment.training.batchSize = standard.batch;
    RunSpec spec;
    spec.activations = {Activation(*findActivation(standard.activation))};
    Run run(experiment, spec, data);
    const Batch batch{data.train.features, data.train.targets(0, standard.batch)};
    // So small a rate that the network stays what it is.
    constexpr double learningRate = 1e-6;
    const double seconds = shortestTime([&] {
        for (std::size_t step = 0; step < stepsAtATime; ++step) {
            run.step(batch, 1, learningRate);
        }
    });
    return static_cast<double>(stepsAtATime) / seconds;
}

struct NetworkSpeed {
    StandardNetwork network;
    double stepsPerSecond;
};

std::string asJson(const std::vector<ActivationTimes>& activations,
                   const std::vector<NetworkSpeed>& networks) {
    std::vector<JsonObject> activationObjects;
    for (const ActivationTimes& times : activations) {
        activationObjects.push_back(JsonObject()
                                        .add("id", times.info->id)
                                        .add("f_ns", times.value)
                                        .add("df_ns", times.derivative));
    }
    std::vector<JsonObject> networkObjects;
    for (const NetworkSpeed& speed : networks) {
        networkObjects.push_back(JsonObject()
                                     .add("network", speed.network.name)
                                     .add("activation", speed.network.activation)
                                     .add("batch_size", speed.network.batch)
                                     .add("steps_per_second", speed.stepsPerSecond));
    }
    return JsonObject()
               .add("activations", activationObjects)
               .add("networks", networkObjects)
               .text() +
           '\n';
}

std::string asTables(const std::vector<ActivationTimes>& activations,
                     const std::vector<NetworkSpeed>& networks) {
    constexpr int digits = 3;
    std::vector<TableRow> activationRows;
    for (const ActivationTimes& times : activations) {
        activationRows.push_back({std::string(times.info->id), roundedText(times.value, digits),
                                  roundedText(times.derivative, digits)});
    }
    std::vector<TableRow> networkRows;
    for (const NetworkSpeed& speed : networks) {
        constexpr double microseconds = 1e6;
        networkRows.push_back({std::string(speed.network.name),
                               std::string(speed.network.activation),
                               std::to_string(speed.network.batch),
                               groupedText(static_cast<std::size_t>(speed.stepsPerSecond)),
                               roundedText(microseconds / speed.stepsPerSecond, digits)});
    }
    return tableText(
               {{"activation", Align::Left}, {"f, ns", Align::Right}, {"f', ns", Align::Right}},
               activationRows) +
           '\n' +
           tableText({{"network", Align::Left},
                      {"activation", Align::Left},
                      {"batch", Align::Right},
                      {"steps/s", Align::Right},
                      {"us a step", Align::Right}},
                     networkRows);
}

} // namespace

CLI::App* addBench(CLI::App& program, BenchOptions& options) {
    CLI::App* call = program.add_subcommand(
        "bench", "Measure this machine: nanoseconds an element of each activation, training "
                 "steps a second of standard networks, on one thread");
    call->add_flag("--json", options.json, "Print a JSON object");
    return call;
}

int bench(const BenchOptions& options) {
    const Interruption interruption;
    const auto standards = standardNetworks();
    const auto parts = static_cast<double>(activationTable().size() + standards.size());
    ProgressBar bar;
    std::vector<ActivationTimes> activations;
    std::vector<NetworkSpeed> networks;
    const auto isStopped = [&](std::string_view next) {
        bar.show(static_cast<double>(activations.size() + networks.size()) / parts,
                 std::string(next));
        return interruption.token().stop_requested();
    };
    for (const ActivationInfo& info : activationTable()) {
        if (isStopped(info.id)) {
            return exit_code::interrupted;
        }
        activations.push_back(measure(info));
    }
    for (const StandardNetwork& standard : standards) {
        if (isStopped(standard.name)) {
            return exit_code::interrupted;
        }
        networks.push_back({standard, stepsPerSecond(standard)});
    }
    bar.clear();
    writeOut(options.json ? asJson(activations, networks) : asTables(activations, networks));
    return exit_code::done;
}

} // namespace reluscope::cli

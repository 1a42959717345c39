// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/bench.h"

#include "app/cli/exit_code.h"
#include "app/cli/interruption.h"
#include "app/cli/json_text.h"
#include "app/cli/number_text.h"
#include "app/cli/progress_bar.h"
#include "app/cli/standard_networks.h"
#include "app/cli/standard_output.h"
#include "app/cli/text_table.h"
#include "core/activation/cost.h"
#include "core/cpu/level.h"
#include "core/training/run.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reluscope::cli {
namespace {

std::chrono::nanoseconds now() {
    return std::chrono::steady_clock::now().time_since_epoch();
}

/// Steps a second on one batch, in the shortest of the times that some steps took.
double stepsPerSecond(const StandardNetwork& standard) {
    using namespace std::chrono_literals;
    constexpr auto span = 500ms;
    const Dataset data = randomData(standard, standard.batch);
    const Experiment experiment = standardExperiment(standard);
    Run run(experiment, experiment.runs[0], data);
    const Batch batch{data.train.features, data.train.targets(0, standard.batch)};
    const auto timeOf = [&](std::size_t steps) {
        const auto begin = now();
        for (std::size_t step = 0; step < steps; ++step) {
            run.step(batch, 1, restingLearningRate);
        }
        return now() - begin;
    };
    // So many steps at a time that reading the clock does not show.
    std::size_t steps = 1;
    auto shortest = timeOf(steps);
    while (shortest < 1ms) {
        steps *= 2;
        shortest = timeOf(steps);
    }
    for (const auto end = now() + span; now() < end;) {
        shortest = std::min(shortest, timeOf(steps));
    }
    return static_cast<double>(steps) / std::chrono::duration<double>(shortest).count();
}

struct NamedCost {
    std::string_view id;
    ActivationCost cost;
};

struct NetworkSpeed {
    const StandardNetwork* network;
    double stepsPerSecond;
};

struct Figures {
    std::vector<NamedCost> activations;
    std::vector<NetworkSpeed> networks;
};

/// Nothing if interrupted.
std::optional<Figures> measure() {
    const Interruption interruption;
    const std::stop_token stop = interruption.token();
    const auto parts = static_cast<double>(activationTable().size() + standardNetworks().size());
    ProgressBar bar;
    Figures figures;
    const auto show = [&](std::string_view next) {
        bar.show(static_cast<double>(figures.activations.size() + figures.networks.size()) / parts,
                 next);
    };
    for (const ActivationInfo& info : activationTable()) {
        show(info.id);
        const auto cost = measureCost(Activation(info), {.clock = now}, stop);
        if (!cost) {
            return std::nullopt;
        }
        figures.activations.push_back({info.id, *cost});
    }
    for (const StandardNetwork& network : standardNetworks()) {
        show(network.name);
        figures.networks.push_back({&network, stepsPerSecond(network)});
        if (stop.stop_requested()) {
            return std::nullopt;
        }
    }
    return figures;
}

std::string asJson(const Figures& figures) {
    std::vector<JsonObject> activations;
    for (const auto& [id, cost] : figures.activations) {
        activations.push_back(JsonObject()
                                  .add("id", id)
                                  .add("f_ns", cost.value)
                                  .add("df_ns", cost.derivative)
                                  .add("copy_ns", cost.copy));
    }
    std::vector<JsonObject> networks;
    for (const auto& [network, stepsPerSecond] : figures.networks) {
        networks.push_back(JsonObject()
                               .add("network", network->name)
                               .add("activation", network->activation)
                               .add("batch_size", network->batch)
                               .add("momentum", network->momentum)
                               .add("steps_per_second", stepsPerSecond));
    }
    return JsonObject()
               .add("level", cpuLevel())
               .add("elements", CostMeasurement::usualElements)
               .add("activations", activations)
               .add("networks", networks)
               .text() +
           '\n';
}

std::string asTables(const Figures& figures) {
    constexpr int digits = 3;
    std::vector<TableRow> activationRows;
    for (const auto& [id, cost] : figures.activations) {
        activationRows.push_back(
            {std::string(id), roundedText(cost.value, digits), roundedText(cost.derivative, digits),
             roundedText(cost.copy, digits), roundedText(cost.value / cost.copy, digits),
             roundedText(cost.derivative / cost.copy, digits)});
    }
    std::vector<TableRow> networkRows;
    for (const auto& [network, stepsPerSecond] : figures.networks) {
        const double microseconds = 1e6 / stepsPerSecond;
        networkRows.push_back(
            {std::string(network->name), std::string(network->activation),
             std::to_string(network->batch), roundedText(network->momentum, digits),
             groupedText(static_cast<std::size_t>(stepsPerSecond)),
             microseconds < 1000 ? roundedText(microseconds, digits)
                                 : groupedText(static_cast<std::size_t>(microseconds))});
    }
    constexpr auto left = Align::Left;
    constexpr auto right = Align::Right;
    return "core for " + std::string(cpuLevel()) + ", one thread\n\n" + "ns an element, of " +
           groupedText(CostMeasurement::usualElements) + " that are read and as many written\n" +
           tableText({{"activation", left},
                      {"f", right},
                      {"f'", right},
                      {"copy", right},
                      {"f / copy", right},
                      {"f' / copy", right}},
                     activationRows) +
           "\ntraining steps, on a batch at hand\n" +
           tableText({{"network", left},
                      {"activation", left},
                      {"batch", right},
                      {"momentum", right},
                      {"steps/s", right},
                      {"us a step", right}},
                     networkRows);
}

} // namespace

CLI::App* addBench(CLI::App& program, BenchOptions& options) {
    CLI::App* call = program.add_subcommand(
        "bench", "Measure this machine: nanoseconds an element of each activation beside those of "
                 "copying, training steps a second of standard networks, on one thread");
    call->add_flag("--json", options.json, "Print a JSON object");
    return call;
}

int bench(const BenchOptions& options) {
    const auto figures = measure();
    if (!figures) {
        return exit_code::interrupted;
    }
    writeOut(options.json ? asJson(*figures) : asTables(*figures));
    return exit_code::done;
}

} // namespace reluscope::cli

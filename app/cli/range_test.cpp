// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/range_test.h"

#include "app/cli/exit_code.h"
#include "app/cli/experiment_error.h"
#include "app/cli/interruption.h"
#include "app/cli/json_text.h"
#include "app/cli/number_text.h"
#include "app/cli/option_problems.h"
#include "app/cli/progress_bar.h"
#include "app/cli/standard_output.h"
#include "app/cli/text_table.h"
#include "core/input_error.h"
#include "core/io/available_memory.h"
#include "core/io/dataset_loader.h"
#include "core/io/experiment_file.h"
#include "core/io/json_value.h"
#include "core/io/loading_stopped.h"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

namespace reluscope::cli {
namespace {

/// As far as it came.
struct TestedRun {
    std::string name;
    RangeTest test;
    RangeTestSuggestions suggestions;
};

std::string_view idOf(RangeTestEnd end) {
    switch (end) {
    case RangeTestEnd::AllSteps:
        return "all_steps";
    case RangeTestEnd::LossGrew:
        return "loss_grew";
    case RangeTestEnd::NotFinite:
        return "not_finite";
    case RangeTestEnd::Stopped:
        break;
    }
    return "interrupted";
}

std::string_view wordsOf(RangeTestEnd end) {
    switch (end) {
    case RangeTestEnd::AllSteps:
        return "all steps taken";
    case RangeTestEnd::LossGrew:
        return "the loss grew";
    case RangeTestEnd::NotFinite:
        return "the loss left the finite range";
    case RangeTestEnd::Stopped:
        break;
    }
    return "interrupted";
}

void addIfAny(JsonObject& object, std::string_view name, const std::optional<double>& rate) {
    if (rate) {
        object.add(name, *rate);
    }
}

std::string asJsonLine(const TestedRun& run) {
    std::vector<double> rates;
    std::vector<double> losses;
    std::vector<double> smoothedLosses;
    for (const RangeTestPoint& point : run.test.points) {
        rates.push_back(point.learningRate);
        losses.push_back(point.loss);
        smoothedLosses.push_back(point.smoothedLoss);
    }
    JsonObject suggestions;
    addIfAny(suggestions, "steepest", run.suggestions.steepest);
    addIfAny(suggestions, "minimum/10", run.suggestions.minimumTenth);
    addIfAny(suggestions, "valley", run.suggestions.valley);
    return JsonObject()
               .add("run", run.name)
               .add("learning_rate", rates)
               .add("loss", losses)
               .add("smoothed_loss", smoothedLosses)
               .add("end", idOf(run.test.end))
               .add("suggestions", suggestions)
               .text() +
           '\n';
}

std::string asTable(const std::vector<TestedRun>& runs) {
    constexpr int digits = 3;
    const auto rateText = [](const std::optional<double>& rate) {
        return rate ? roundedText(*rate, digits) : "none";
    };
    std::vector<TableRow> rows;
    for (const TestedRun& run : runs) {
        const auto& points = run.test.points;
        rows.push_back(
            {printable(run.name), rateText(run.suggestions.steepest),
             rateText(run.suggestions.minimumTenth), rateText(run.suggestions.valley),
             std::to_string(points.size()),
             rateText(points.empty() ? std::nullopt : std::optional(points.back().learningRate)),
             std::string(wordsOf(run.test.end))});
    }
    return tableText({{"run", Align::Left},
                      {"steepest", Align::Right},
                      {"minimum/10", Align::Right},
                      {"valley", Align::Right},
                      {"steps", Align::Right},
                      {"last rate", Align::Right},
                      {"ended because", Align::Left}},
                     rows);
}

/// Tests one run after another, until stopped.
std::vector<TestedRun> testAll(const RangeTestOptions& options, const Experiment& experiment,
                               const Dataset& data, const std::stop_token& stop) {
    ProgressBar bar;
    std::vector<TestedRun> runs;
    for (std::size_t run = 0; run < experiment.runs.size() && !stop.stop_requested(); ++run) {
        std::size_t steps = 0;
        const auto show = [&](const RangeTestPoint&) {
            const double done =
                static_cast<double>(++steps) / static_cast<double>(options.spec.steps);
            bar.show((static_cast<double>(run) + done) /
                         static_cast<double>(experiment.runs.size()),
                     printable(experiment.runs[run].name));
        };
        RangeTest test = testRange(experiment, run, data, options.spec,
                                   static_cast<double>(availableMemory()), show, stop);
        const auto suggestions = suggestRates(test.points, options.spec.steps);
        runs.push_back({experiment.runs[run].name, std::move(test), suggestions});
        if (options.json) {
            bar.clear();
            writeOut(asJsonLine(runs.back()));
        }
    }
    return runs;
}

void check(const RangeTestSpec& spec) {
    if (!(spec.from > 0 && spec.to > spec.from)) {
        throw InputError({}, "--from and --to",
                         numberText(spec.from) + " and " + numberText(spec.to) +
                             " are no range of learning rates",
                         "two numbers above 0, the second above the first");
    }
}

} // namespace

CLI::App* addRangeTest(CLI::App& program, RangeTestOptions& options) {
    CLI::App* call = program.add_subcommand(
        "range-test", "Train each run of an experiment file at a learning rate that grows batch by "
                      "batch, and suggest rates by the losses");
    call->add_option("EXPERIMENT", options.experiment, "An experiment file (*.reluscope.json)")
        ->required();
    call->add_option("--from", options.spec.from, "The rate of the first step")
        ->type_name("R")
        ->capture_default_str()
        ->check(learningRateProblem);
    call->add_option("--to", options.spec.to, "The rate of the last step")
        ->type_name("R")
        ->capture_default_str()
        ->check(learningRateProblem);
    call->add_option("--steps", options.spec.steps,
                     "So many batches at most; it ends where the smoothed loss is four times its "
                     "best")
        ->type_name("N")
        ->capture_default_str()
        ->check(stepsProblem);
    call->add_flag("--json", options.json, "Print JSON Lines, an object a run");
    return call;
}

int testRanges(const RangeTestOptions& options) {
    check(options.spec);
    const Interruption interruption;
    const std::stop_token stop = interruption.token();
    const Experiment experiment = readExperiment(options.experiment);
    const auto directory = std::filesystem::path(options.experiment).parent_path();
    try {
        const auto runs = withExperimentErrors(options.experiment, [&] {
            const Dataset data = loadDataset(experiment.data, directory, stop);
            return testAll(options, experiment, data, stop);
        });
        if (!options.json) {
            writeOut(asTable(runs));
        }
        return stop.stop_requested() ? exit_code::interrupted : exit_code::done;
    } catch (const LoadingStopped&) {
        return exit_code::interrupted;
    }
}

} // namespace reluscope::cli

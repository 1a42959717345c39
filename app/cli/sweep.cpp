// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sweep.h"

#include "app/cli/exit_code.h"
#include "app/cli/experiment_error.h"
#include "app/cli/interruption.h"
#include "app/cli/number_text.h"
#include "app/cli/option_problems.h"
#include "app/cli/progress_ticker.h"
#include "app/cli/standard_output.h"
#include "app/cli/steady_clock.h"
#include "app/cli/sweep_grid.h"
#include "app/cli/sweep_summary.h"
#include "core/data/fingerprint.h"
#include "core/input_error.h"
#include "core/io/available_memory.h"
#include "core/io/dataset_loader.h"
#include "core/io/experiment_file.h"
#include "core/io/loading_stopped.h"
#include "core/io/sweep_file.h"
#include "core/io/sweep_merge.h"
#include "core/sweep/sweep.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <memory>
#include <thread>

namespace reluscope::cli {
namespace {

/// The grid of the file and of the command line.
SweepSpec readSpec(const SweepOptions& options) {
    SweepSpec spec{.experiment = readExperiment(options.experiment), .seedCount = options.seeds};
    spec.experiment.training.epochs = options.epochs.value_or(spec.experiment.training.epochs);
    spec.experiment.training.changes.clear();
    if (!options.activations.empty()) {
        spec.experiment.runs = runsOfIds(options.activations);
    }
    if (options.rates) {
        spec.learningRates = *ratesOf(*options.rates);
    }
    checkGrid(spec);
    return spec;
}

std::vector<SweepCell> cellsOf(const SweepOptions& options, const SweepSpec& spec) {
    if (!options.shard) {
        return coarseToFine(spec);
    }
    const auto [number, count] = *shardOf(*options.shard);
    return cellsOfShard(spec, number, count);
}

std::string runsText(std::size_t count) {
    return groupedText(count) + (count == 1 ? " run" : " runs");
}

int runGrid(const SweepOptions& options, const std::stop_token& stop) {
    SweepSpec spec = readSpec(options);
    const auto directory = std::filesystem::path(options.experiment).parent_path();
    const std::size_t jobs =
        options.jobs.value_or(std::max(1U, std::thread::hardware_concurrency()));
    // Before a file is touched, which may hold the work of hours.
    const CellRunOptions ofRuns = withExperimentErrors(options.experiment, [&] {
        CellRunOptions made{
            .data = std::make_shared<Dataset>(loadDataset(spec.experiment.data, directory, stop)),
            .memoryLimit = static_cast<double>(availableMemory()),
            .clock = &steadyClock};
        checkSweep(spec, made, jobs);
        return made;
    });
    spec.dataFingerprint = fingerprintOf(*ofRuns.data);
    const std::vector<SweepCell> cells = cellsOf(options, spec);
    SweepFile file = options.resume ? SweepFile::resume(options.out, spec)
                                    : SweepFile::create(options.out, spec);
    const std::vector<SweepCell> missing = file.missingOf(cells);

    SweepControl control;
    std::atomic<std::size_t> done = cells.size() - missing.size();
    bool isWhole = false;
    {
        const ProgressTicker ticker([&](ProgressBar& bar) {
            bar.show(control.fraction(), groupedText(done) + " of " + runsText(cells.size()));
        });
        isWhole = runSweep(
            spec, missing, ofRuns, jobs, control,
            [&](const SweepResult& result) {
                file.add(result);
                ++done;
            },
            stop);
    }
    file.finish();
    writeOut(sweepSummary(spec, file.results()) + '\n' + groupedText(done) + " of " +
             runsText(cells.size()) + " in " + options.out +
             (isWhole ? "\n" : "; --resume runs the rest\n"));
    return isWhole ? exit_code::done : exit_code::interrupted;
}

int mergeResults(const SweepOptions& options) {
    const std::vector<std::filesystem::path> files(options.merge.begin(), options.merge.end());
    const MergedSweep merged = mergeSweeps(files);
    SweepFile file = SweepFile::create(options.out, merged.spec);
    for (const SweepResult& result : merged.results) {
        file.add(result);
    }
    const std::size_t all = merged.spec.cellCount();
    writeOut(sweepSummary(merged.spec, merged.results) + '\n' + groupedText(merged.results.size()) +
             " of " + runsText(all) + " in " + options.out + '\n');
    if (merged.results.size() < all) {
        throw InputError(options.out, {},
                         runsText(all - merged.results.size()) + " of the sweep are missing",
                         "the files of all shards, each run to its end");
    }
    return exit_code::done;
}

} // namespace

CLI::App* addSweep(CLI::App& program, SweepOptions& options) {
    CLI::App* call = program.add_subcommand(
        "sweep", "Run every run of an experiment file at many learning rates and with many seeds, "
                 "and write a line for each into a CSV file as it ends");
    CLI::Option* experiment =
        call->add_option("EXPERIMENT", options.experiment, "An experiment file (*.reluscope.json)");
    CLI::Option* merge =
        call->add_option("--merge", options.merge,
                         "Instead of running, bring together the files that shards have written")
            ->type_name("FILE...")
            ->excludes(experiment);
    const auto ofRunning = [&](CLI::Option* option) { option->excludes(merge); };
    ofRunning(call->add_option("--learning-rates", options.rates,
                               "N rates from LO to HI, each as many times the one before; without "
                               "it each run keeps its own")
                  ->type_name("LO:HI:N")
                  ->check(ratesProblem));
    ofRunning(call->add_option("--activations", options.activations,
                               "Instead of the file's runs, one of each of these with its defaults")
                  ->type_name("A,B,...")
                  ->delimiter(','));
    ofRunning(
        call->add_option("--seeds", options.seeds, "So many seeds, from the file's network.seed on")
            ->type_name("N")
            ->check(positiveNumberProblem));
    ofRunning(call->add_option("--epochs", options.epochs,
                               "Epochs instead of the file's; 0 diagnoses the networks at "
                               "initialization")
                  ->type_name("N")
                  ->check(wholeNumberProblem));
    ofRunning(call->add_option("--jobs", options.jobs,
                               "Runs side by side, by default one for each core; the results are "
                               "the same")
                  ->type_name("J")
                  ->check(threadsProblem));
    ofRunning(call->add_option("--shard", options.shard,
                               "Run the K-th of N parts of the sweep, for as many machines")
                  ->type_name("K/N")
                  ->check(shardProblem));
    ofRunning(call->add_flag("--resume", options.resume,
                             "Go on with what the file has; without it, it is written anew"));
    call->add_option("--out", options.out,
                     "The file for the results; FILE.csv.json beside it says "
                     "what they are of")
        ->type_name("FILE.csv")
        ->required();
    call->final_callback([experiment, merge] {
        if (experiment->empty() && merge->empty()) {
            throw CLI::RequiredError("EXPERIMENT, or --merge with files,");
        }
    });
    return call;
}

int sweep(const SweepOptions& options) {
    if (!options.merge.empty()) {
        return mergeResults(options);
    }
    const Interruption interruption;
    try {
        return runGrid(options, interruption.token());
    } catch (const LoadingStopped&) {
        return exit_code::interrupted;
    }
}

} // namespace reluscope::cli

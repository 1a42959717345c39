// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/activations.h"
#include "app/cli/bench.h"
#include "app/cli/error_line.h"
#include "app/cli/eval.h"
#include "app/cli/exit_code.h"
#include "app/cli/export.h"
#include "app/cli/range_test.h"
#include "app/cli/standard_output.h"
#include "app/cli/sweep.h"
#include "app/cli/train.h"

#include <CLI/CLI.hpp>

#include <exception>
#include <new>
#include <string>

namespace {

using namespace reluscope::cli;

/// Says what is wrong with the words of the command line, and where to read what is right.
int refuse(const CLI::App& program, const std::string& problem) {
    std::string call = program.get_name();
    for (const CLI::App* chosen : program.get_subcommands()) {
        call += ' ' + chosen->get_name();
    }
    printError(problem + "; see " + call + " --help");
    return exit_code::wrongUsage;
}

int run(int argc, char** argv) {
    CLI::App program("Reluscope on the command line: activation functions, and networks that learn "
                     "with them",
                     "reluscope-cli");
    program.set_version_flag("--version", "reluscope-cli " RELUSCOPE_VERSION);

    ActivationsOptions activationsOptions;
    EvalOptions evalOptions;
    TrainOptions trainOptions;
    SweepOptions sweepOptions;
    RangeTestOptions rangeTestOptions;
    ExportOptions exportOptions;
    BenchOptions benchOptions;
    const CLI::App* activationsCall = addActivations(program, activationsOptions);
    const CLI::App* evalCall = addEval(program, evalOptions);
    const CLI::App* trainCall = addTrain(program, trainOptions);
    const CLI::App* sweepCall = addSweep(program, sweepOptions);
    const CLI::App* rangeTestCall = addRangeTest(program, rangeTestOptions);
    const CLI::App* exportCall = addExport(program, exportOptions);
    const CLI::App* benchCall = addBench(program, benchOptions);

    try {
        program.parse(argc, argv);
    } catch (const CLI::CallForVersion& version) {
        writeOut(std::string(version.what()) + '\n');
        return exit_code::done;
    } catch (const CLI::CallForHelp&) {
        writeOut(program.help());
        return exit_code::done;
    } catch (const CLI::ParseError& error) {
        return refuse(program, error.what());
    }

    if (activationsCall->parsed()) {
        return listActivations(activationsOptions);
    }
    if (evalCall->parsed()) {
        return evaluate(evalOptions);
    }
    if (trainCall->parsed()) {
        return train(trainOptions);
    }
    if (sweepCall->parsed()) {
        return sweep(sweepOptions);
    }
    if (rangeTestCall->parsed()) {
        return testRanges(rangeTestOptions);
    }
    if (exportCall->parsed()) {
        return exportExperiment(exportOptions);
    }
    if (benchCall->parsed()) {
        return bench(benchOptions);
    }
    return refuse(program, "A call is required");
}

} // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const OutputClosed&) {
        return exit_code::failed;
    } catch (const std::bad_alloc&) {
        printError("not enough memory; close other programs or use a smaller experiment");
    } catch (const std::exception& error) {
        printError(error.what());
    }
    return exit_code::failed;
}

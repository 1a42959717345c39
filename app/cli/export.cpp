// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/export.h"

#include "app/cli/exit_code.h"
#include "app/cli/experiment_error.h"
#include "app/cli/interruption.h"
#include "app/cli/standard_output.h"
#include "core/io/dataset_loader.h"
#include "core/io/experiment_file.h"
#include "core/io/loading_stopped.h"
#include "core/io/pytorch_export.h"

#include <CLI/CLI.hpp>

#include <filesystem>

namespace reluscope::cli {

CLI::App* addExport(CLI::App& program, ExportOptions& options) {
    CLI::App* call = program.add_subcommand(
        "export", "Print a script that trains all runs of an experiment file without Reluscope");
    call->add_option("EXPERIMENT", options.experiment, "An experiment file (*.reluscope.json)")
        ->required();
    call->add_option("--to", options.target, "What the script is for")
        ->required()
        ->check(CLI::IsMember({"pytorch"}));
    return call;
}

int exportExperiment(const ExportOptions& options) {
    const Interruption interruption;
    const Experiment experiment = readExperiment(options.experiment);
    const auto directory = std::filesystem::path(options.experiment).parent_path();
    try {
        writeOut(withExperimentErrors(options.experiment, [&] {
            const Dataset data = loadDataset(experiment.data, directory, interruption.token());
            return exportToPytorch(experiment, data, directory);
        }));
        return exit_code::done;
    } catch (const LoadingStopped&) {
        return exit_code::interrupted;
    }
}

} // namespace reluscope::cli

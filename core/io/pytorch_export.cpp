// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/pytorch_export.h"

#include "core/input_error.h"
#include "core/io/python_text.h"
#include "core/io/pytorch_sections.h"
#include "core/training/experiment_check.h"

namespace reluscope {
namespace {

// The title comes on the third line: of the first two, Python takes "coding: ..." at its word.
constexpr std::string_view opening = R"(#!/usr/bin/env python3
# A Reluscope experiment for PyTorch 1.13 or newer:
)";

constexpr std::string_view usage = R"(#
#   python3 SCRIPT.py [--weights FILE.safetensors ...]
#
# Prints a line for each epoch of each run, its columns apart by tabs; epoch 0 is the network before
# any step. The weights are one file for all runs, or one for each, as
# `reluscope-cli train EXPERIMENT --epochs 0 --save-weights DIRECTORY` writes them. Without, PyTorch
# draws its own.
)";

constexpr std::string_view startingPoint = R"(

def main():
    parser = argparse.ArgumentParser(description="Trains the runs of a Reluscope experiment.")
    parser.add_argument("--weights", nargs="+", metavar="FILE", default=[],
                        help="start from these: one file for all runs, or one for each")
    files = parser.parse_args().weights
    if len(files) not in (0, 1, len(RUNS)):
        parser.error(f"one file of weights for all runs, or {len(RUNS)}: one for each")
    train_set, test_set = load_data()
)";

} // namespace

std::string exportToPytorch(const Experiment& experiment, const Dataset& data,
                            const std::filesystem::path& baseDirectory) {
    checkSuits(experiment, data);
    if (!experiment.training.changes.empty()) {
        throw InputError({}, "training.changes", "changes while training cannot be exported",
                         "an empty list");
    }
    const ScriptSection sections[] = {pytorchData(experiment.data, data, baseDirectory),
                                      pytorchNetwork(experiment, data), pytorchRuns(experiment),
                                      pytorchTraining(experiment, data)};
    std::set<std::string> modules = {"argparse"};
    std::string code;
    std::string appendix;
    for (const ScriptSection& section : sections) {
        modules.insert(section.modules.begin(), section.modules.end());
        code += section.code;
        appendix += section.appendix;
    }

    std::string script(opening);
    script += pythonComment(experiment.title) + "\n";
    script += usage;
    for (const std::string& module : modules) {
        script += "\nimport " + module;
    }
    script += "\n\nimport torch\nimport torch.nn.functional as F\nfrom torch import nn\n";
    script += code;
    script += startingPoint;
    script += "    print(\"run\", \"epoch\", \"train_loss\", \"test_loss\"";
    script += data.task == Task::Classification ? ", \"train_accuracy\", \"test_accuracy\"" : "";
    script += R"(, sep="\t")
    for place, run in enumerate(RUNS):
        model = make_network(run)
        if files:
            model.load_state_dict(read_weights(files[place % len(files)]))
        train(run, model, train_set, test_set)

)";
    if (!appendix.empty()) {
        script += "\n" + appendix + "\n";
    }
    return script + "if __name__ == \"__main__\":\n    main()\n";
}

} // namespace reluscope

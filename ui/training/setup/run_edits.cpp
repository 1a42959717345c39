// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/setup/run_edits.h"

#include "core/data/curves.h"
#include "core/io/dataset_loader.h"
#include "ui/controls/number_text.h"

#include <QString>

#include <algorithm>
#include <array>
#include <utility>

namespace reluscope::ui {
namespace {

/// A name that no run of the experiment has yet: "ReLU", "ReLU 2", ...
std::string freeName(const Experiment& experiment, std::string_view wanted) {
    std::string name(wanted);
    for (int number = 2; hasRun(experiment, name); ++number) {
        name = std::string(wanted) + ' ' + std::to_string(number);
    }
    return name;
}

std::string nameOfActivations(const RunSpec& run) {
    return run.activations.size() == 1 ? std::string(run.activations.front().info->name) : run.name;
}

/// The rate as a person would write it: with three digits.
double rounded(double rate) {
    return QString::number(rate, 'g', 3).toDouble();
}

/// Puts `runs` in the place of all others, with which their changes go.
void replaceRuns(Experiment& experiment, std::vector<RunSpec> runs) {
    experiment.runs = std::move(runs);
    experiment.training.changes.clear();
}

} // namespace

bool hasRun(const Experiment& experiment, std::string_view name) {
    return std::ranges::find(experiment.runs, name, &RunSpec::name) != experiment.runs.end();
}

void addRun(Experiment& experiment, const ActivationInfo& activation) {
    RunSpec run;
    run.name = freeName(experiment, activation.name);
    run.activations = {Activation(activation)};
    experiment.runs.push_back(std::move(run));
}

void duplicateRun(Experiment& experiment, std::size_t run) {
    RunSpec copy = experiment.runs[run];
    copy.name = freeName(experiment, copy.name);
    experiment.runs.push_back(std::move(copy));
}

void removeRun(Experiment& experiment, std::size_t run) {
    const std::string& name = experiment.runs[run].name;
    std::erase_if(experiment.training.changes,
                  [&name](const Change& change) { return change.run == name; });
    experiment.runs.erase(experiment.runs.begin() + static_cast<std::ptrdiff_t>(run));
}

void renameRun(Experiment& experiment, std::size_t run, const std::string& name) {
    for (Change& change : experiment.training.changes) {
        if (change.run == experiment.runs[run].name) {
            change.run = name;
        }
    }
    experiment.runs[run].name = name;
}

void suitData(Experiment& experiment) {
    const DataSpec& data = experiment.data;
    const bool isRegression = findCurveSource(data.source) != nullptr ||
                              (data.source == csvSource && data.task == Task::Regression);
    experiment.training.loss.reset();
    if (isRegression) {
        experiment.training.stop.trainAccuracy.reset();
    }
}

void setMomentum(OptimizerSpec& optimizer, double momentum) {
    optimizer.momentum = momentum;
    optimizer.nesterov = optimizer.nesterov && momentum != 0;
}

void setActivation(Experiment& experiment, std::size_t run, const ActivationInfo& activation) {
    RunSpec& spec = experiment.runs[run];
    const bool isCalledAfterIt = spec.name.starts_with(spec.activations.front().info->name);
    spec.activations = {Activation(activation)};
    if (isCalledAfterIt && !spec.name.starts_with(activation.name)) {
        renameRun(experiment, run, freeName(experiment, activation.name));
    }
}

void setHiddenLayers(Experiment& experiment, const std::vector<std::size_t>& hidden) {
    experiment.network.hidden = hidden;
    for (RunSpec& run : experiment.runs) {
        if (run.activations.size() > 1 && !run.hidden) {
            const Activation last = run.activations.back();
            run.activations.resize(std::max<std::size_t>(1, hidden.size()), last);
        }
    }
}

void compareReluVariants(Experiment& experiment) {
    // CELU is missing: with its usual parameter it is ELU.
    constexpr std::array<std::string_view, mostRuns> variants{
        "relu", "leaky_relu", "prelu", "relu6", "elu", "selu", "silu", "gelu"};
    const RunSpec first = experiment.runs.front();
    std::vector<RunSpec> runs;
    for (const ActivationInfo& info : activationTable()) {
        if (std::ranges::find(variants, info.id) != variants.end()) {
            RunSpec run = first;
            run.name = info.name;
            if (first.activations.size() > 1 || first.activations.front().info != &info) {
                run.activations = {Activation(info)};
            }
            runs.push_back(std::move(run));
        }
    }
    replaceRuns(experiment, std::move(runs));
}

void compareLearningRates(Experiment& experiment) {
    const RunSpec first = experiment.runs.front();
    const double middle = effectiveOptimizer(experiment, first).learningRate;
    std::vector<RunSpec> runs;
    for (const double factor : {0.1, 0.3, 1.0, 3.0, 10.0}) {
        RunSpec run = first;
        run.learningRate = factor == 1.0 ? middle : rounded(factor * middle);
        run.name = nameOfActivations(first) + ", " + exactText(*run.learningRate).toStdString();
        runs.push_back(std::move(run));
    }
    replaceRuns(experiment, std::move(runs));
}

} // namespace reluscope::ui

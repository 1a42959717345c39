// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learningrate/row_choices.h"

#include "core/sweep/sweep_rows.h"
#include "ui/controls/number_text.h"
#include "ui/session/display_names.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <string_view>

namespace reluscope::ui {
namespace {

/// Those that a first sweep compares.
constexpr std::array<std::string_view, 6> usualActivations{"relu", "leaky_relu", "elu",
                                                           "silu", "tanh",       "sigmoid"};

bool hasActivation(const RunSpec& run, const ActivationInfo& info) {
    return run.activations.size() == 1 && run.activations.front().info == &info;
}

void makeNameUnique(RunSpec& run, const std::vector<RowChoice>& others) {
    const std::string name = run.name;
    const auto isTaken = [&] {
        return std::ranges::any_of(
            others, [&](const RowChoice& other) { return other.run.name == run.name; });
    };
    for (int number = 2; isTaken(); ++number) {
        run.name = name + ' ' + std::to_string(number);
    }
}

std::vector<RowChoice> activationChoices(const Experiment& experiment) {
    std::vector<RowChoice> choices;
    for (const RunSpec& run : experiment.runs) {
        choices.push_back({.run = run, .style = static_cast<int>(choices.size()), .isUsual = true});
    }
    const auto add = [&](const ActivationInfo& info, bool isUsual) {
        const bool isThere = std::ranges::any_of(
            choices, [&](const RowChoice& choice) { return hasActivation(choice.run, info); });
        if (!isThere) {
            const Activation activation(info);
            RunSpec run = runsOfActivations(std::span(&activation, 1)).front();
            makeNameUnique(run, choices);
            choices.push_back({.run = std::move(run),
                               .style = static_cast<int>(choices.size()),
                               .isUsual = isUsual});
        }
    };
    for (const std::string_view id : usualActivations) {
        add(*findActivation(id), true);
    }
    for (const ActivationInfo& info : activationTable()) {
        add(info, false);
    }
    return choices;
}

std::vector<RowChoice> inOrder(std::vector<RunSpec> runs) {
    std::vector<RowChoice> choices;
    for (RunSpec& run : runs) {
        choices.push_back(
            {.run = std::move(run), .style = static_cast<int>(choices.size()), .isUsual = true});
    }
    return choices;
}

std::vector<RowChoice> initializationChoices(const RunSpec& base) {
    using enum WeightScheme;
    return inOrder(runsOfInitializations(
        base,
        std::array{Initialization{.weights = HeNormal}, Initialization{.weights = XavierNormal},
                   Initialization{.weights = LecunNormal}, Initialization{.weights = TorchDefault},
                   Initialization{.weights = Normal, .parameter = 0.01},
                   Initialization{.weights = Normal, .parameter = 0.1},
                   Initialization{.weights = Normal, .parameter = 1}}));
}

std::vector<RowChoice> depthChoices(const Experiment& experiment, const RunSpec& base) {
    const std::vector<std::size_t>& hidden = effectiveHidden(experiment, base);
    if (base.activations.size() > 1) {
        return {}; // they go with the layers that there are
    }
    constexpr std::size_t usualWidth = 16;
    const std::size_t width = hidden.empty() ? usualWidth : hidden.front();
    std::vector<std::vector<std::size_t>> depths;
    for (const std::size_t layers : std::array<std::size_t, 6>{1, 2, 3, 4, 6, 8}) {
        depths.emplace_back(layers, width);
    }
    return inOrder(runsOfHidden(base, depths));
}

} // namespace

std::vector<RowChoice> rowChoices(const Experiment& experiment, SweepAxis axis, std::size_t base) {
    const RunSpec& run = experiment.runs[std::min(base, experiment.runs.size() - 1)];
    switch (axis) {
    case SweepAxis::Activations:
        return activationChoices(experiment);
    case SweepAxis::Initializations:
        return initializationChoices(run);
    case SweepAxis::Depths:
        break;
    }
    return depthChoices(experiment, run);
}

QString rowName(const RunSpec& run, SweepAxis axis) {
    if (axis == SweepAxis::Initializations && run.initialization) {
        const WeightSchemeInfo& scheme = weightSchemeInfo(run.initialization->weights);
        const QString name = weightSchemeName(scheme.scheme);
        return scheme.parameter.empty()
                   ? name
                   : QStringLiteral("%1 %2").arg(name, exactText(run.initialization->parameter));
    }
    if (axis == SweepAxis::Depths && run.hidden) {
        const auto layers = static_cast<int>(run.hidden->size());
        const QString units = QString::number(run.hidden->empty() ? 0 : run.hidden->front());
        return layers == 1 ? QCoreApplication::translate("RowChoices", "1 layer of %1").arg(units)
                           : QCoreApplication::translate("RowChoices", "%1 layers of %2")
                                 .arg(layers)
                                 .arg(units);
    }
    return toQString(run.name);
}

} // namespace reluscope::ui

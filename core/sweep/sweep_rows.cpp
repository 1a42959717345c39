// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/sweep_rows.h"

#include <array>
#include <charconv>
#include <string>
#include <string_view>

namespace reluscope {
namespace {

/// ", a = 0.1".
std::string setting(std::string_view name, std::string_view value) {
    return ", " + std::string(name) + " = " + std::string(value);
}

std::string setting(std::string_view name, double value) {
    std::array<char, 32> text{};
    const char* const end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return setting(name, std::string_view(text.data(), end));
}

std::string nameOf(const Activation& activation) {
    std::string name(activation.info->name);
    for (std::size_t i = 0; i < activation.info->parameters.size(); ++i) {
        const ActivationParameter& parameter = activation.info->parameters[i];
        const double value = activation.parameters[i];
        if (value == parameter.initial) {
            continue;
        }
        name += parameter.isChoice()
                    ? setting(parameter.id, parameter.wordOf(value))
                    : setting(parameter.symbol.empty() ? parameter.id : parameter.symbol, value);
    }
    return name;
}

std::string nameOf(const Initialization& initialization) {
    const Initialization usual;
    const WeightSchemeInfo& scheme = weightSchemeInfo(initialization.weights);
    std::string name(scheme.name);
    if (!scheme.parameter.empty()) {
        name += setting(scheme.parameter, initialization.parameter);
    }
    if (initialization.gain != usual.gain) {
        name += setting("gain", initialization.gain);
    }
    if (initialization.bias != usual.bias) {
        name += setting("bias", initialization.bias);
    }
    return name;
}

std::string nameOf(const std::vector<std::size_t>& hidden) {
    std::string name;
    for (const std::size_t units : hidden) {
        name += name.empty() ? "" : "-";
        name += std::to_string(units);
    }
    return name.empty() ? "linear" : name;
}

} // namespace

std::vector<RunSpec> runsOfActivations(std::span<const Activation> activations) {
    std::vector<RunSpec> runs;
    for (const Activation& activation : activations) {
        RunSpec& run = runs.emplace_back();
        run.name = nameOf(activation);
        run.activations = {activation};
    }
    return runs;
}

std::vector<RunSpec> runsOfInitializations(const RunSpec& base,
                                           std::span<const Initialization> initializations) {
    std::vector<RunSpec> runs;
    for (const Initialization& initialization : initializations) {
        RunSpec& run = runs.emplace_back(base);
        run.name = nameOf(initialization);
        run.initialization = initialization;
    }
    return runs;
}

std::vector<RunSpec> runsOfHidden(const RunSpec& base,
                                  std::span<const std::vector<std::size_t>> hidden) {
    std::vector<RunSpec> runs;
    for (const std::vector<std::size_t>& layers : hidden) {
        RunSpec& run = runs.emplace_back(base);
        run.name = nameOf(layers);
        run.hidden = layers;
    }
    return runs;
}

} // namespace reluscope

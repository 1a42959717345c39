// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/activations.h"

#include "app/cli/exit_code.h"
#include "app/cli/json_text.h"
#include "app/cli/parameter_value.h"
#include "app/cli/standard_output.h"
#include "app/cli/text_table.h"
#include "core/activation/activation.h"

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace reluscope::cli {
namespace {

std::string_view smoothnessId(Smoothness smoothness) {
    switch (smoothness) {
    case Smoothness::Kinked:
        return "kinked";
    case Smoothness::OnceSmooth:
        return "once_smooth";
    case Smoothness::Smooth:
        break;
    }
    return "smooth";
}

JsonObject describe(const ActivationParameter& parameter) {
    JsonObject object;
    object.add("id", parameter.id)
        .add("symbol", parameter.symbol)
        .add("default", ParameterValue{parameter, parameter.initial});
    if (!parameter.isChoice()) {
        return object.add("minimum", parameter.minimum).add("maximum", parameter.maximum);
    }
    std::vector<ParameterValue> choices;
    for (std::size_t i = 0; i < parameter.choices.size(); ++i) {
        choices.push_back({parameter, static_cast<double>(i)});
    }
    return object.add("choices", choices);
}

/// "alpha a = 1"; "approximate = none (or tanh)".
std::string defaultText(const ActivationParameter& parameter) {
    const std::string initial = parameterText({parameter, parameter.initial});
    std::string text(parameter.id);
    text += parameter.symbol.empty() ? "" : " ";
    text += std::string(parameter.symbol) + " = " + initial;
    const char* separator = " (or ";
    for (const std::string_view word : parameter.choices) {
        if (word != initial) {
            text += separator + std::string(word);
            separator = ", ";
        }
    }
    return parameter.isChoice() ? text + ')' : text;
}

JsonObject describe(const ActivationInfo& info) {
    const Activation initial(info);
    std::vector<JsonObject> parameters;
    for (const ActivationParameter& parameter : info.parameters) {
        parameters.push_back(describe(parameter));
    }
    return JsonObject()
        .add("id", info.id)
        .add("name", info.name)
        .add("formula", info.formula)
        .add("derivative", info.derivative)
        .add("parameters", parameters)
        .add("range", info.range)
        .add("no_gradient_where", info.noGradientWhere)
        .add("kinks", info.kinks)
        .add("smoothness", smoothnessId(initial.smoothness()))
        .add("monotone", initial.isMonotone())
        .add("sup_derivative", initial.supDerivative());
}

/// One function a line, so that line tools can pick one.
std::string listAsJson() {
    std::string text;
    for (const ActivationInfo& info : activationTable()) {
        text += text.empty() ? "[" : ",\n ";
        text += describe(info).text();
    }
    return text + "]\n";
}

std::string listAsTable() {
    std::vector<TableRow> rows;
    for (const ActivationInfo& info : activationTable()) {
        std::string parameters;
        for (const ActivationParameter& parameter : info.parameters) {
            parameters += parameters.empty() ? "" : ", ";
            parameters += defaultText(parameter);
        }
        rows.push_back({std::string(info.id), std::string(info.name), std::string(info.formula),
                        std::string(info.derivative), parameters, std::string(info.range),
                        std::string(info.noGradientWhere)});
    }
    return tableText({{"id", Align::Left},
                      {"name", Align::Left},
                      {"function", Align::Left},
                      {"derivative", Align::Left},
                      {"parameters", Align::Left},
                      {"range", Align::Left},
                      {"no gradient where", Align::Left}},
                     rows);
}

} // namespace

CLI::App* addActivations(CLI::App& program, ActivationsOptions& options) {
    CLI::App* call = program.add_subcommand(
        "activations", "List every activation with its parameters and properties");
    call->add_flag("--json", options.json, "Print a JSON list, one object a function");
    return call;
}

int listActivations(const ActivationsOptions& options) {
    writeOut(options.json ? listAsJson() : listAsTable());
    return exit_code::done;
}

} // namespace reluscope::cli

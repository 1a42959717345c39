// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/eval.h"

#include "app/cli/exit_code.h"
#include "app/cli/json_text.h"
#include "app/cli/number_list.h"
#include "app/cli/parameter_value.h"
#include "app/cli/standard_output.h"
#include "app/cli/text_table.h"
#include "core/activation/activation.h"
#include "core/input_error.h"
#include "core/io/fields.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <iostream>
#include <iterator>
#include <span>
#include <string_view>

namespace reluscope::cli {
namespace {

/// What the kernels make of the points.
struct Values {
    std::vector<float> x;
    std::vector<float> f;
    std::vector<float> df;
};

const ActivationInfo& chosenActivation(const std::string& id) {
    if (const ActivationInfo* info = findActivation(id)) {
        return *info;
    }
    std::vector<std::string_view> available;
    for (const ActivationInfo& info : activationTable()) {
        available.push_back(info.id);
    }
    throw notAvailable("ID", id, available);
}

/// Sets one parameter by its "name=value".
void assign(Activation& activation, const std::string& assignment) {
    const std::size_t equals = assignment.find('=');
    if (equals == std::string::npos) {
        throw InputError({}, "--param", '"' + assignment + "\" has no value",
                         "a name and its value, such as alpha=0.5");
    }
    const std::string name = assignment.substr(0, equals);
    const auto& known = activation.info->parameters;
    const auto found = std::ranges::find(known, std::string_view(name), &ActivationParameter::id);
    if (found == known.end()) {
        if (known.empty()) {
            throw InputError({}, "--param", '"' + name + "\" is not available",
                             std::string(activation.info->id) + " has no parameters");
        }
        std::vector<std::string_view> available;
        std::ranges::transform(known, std::back_inserter(available), &ActivationParameter::id);
        throw notAvailable("--param", name, available);
    }
    activation.parameters[static_cast<std::size_t>(found - known.begin())] =
        parseParameter(*found, std::string_view(assignment).substr(equals + 1));
}

Values valuesAt(const Activation& activation, std::vector<float> x, bool inPlace) {
    Values values{.x = std::move(x), .f = {}, .df = {}};
    values.df.resize(values.x.size());
    activation.differentiate<float>(values.x, values.df);
    if (inPlace) {
        values.f = values.x;
        activation.applyInPlace<float>(values.f);
    } else {
        values.f.resize(values.x.size());
        activation.apply<float>(values.x, values.f);
    }
    return values;
}

std::string valuesAsJson(const Activation& activation, const Values& values, bool inPlace) {
    JsonObject parameters;
    for (std::size_t i = 0; i < activation.info->parameters.size(); ++i) {
        const ActivationParameter& parameter = activation.info->parameters[i];
        parameters.add(parameter.id, ParameterValue{parameter, activation.parameters[i]});
    }
    JsonObject object;
    object.add("activation", activation.info->id)
        .add("parameters", parameters)
        .add("x", values.x)
        .add("f", values.f)
        .add("df", values.df);
    if (inPlace) {
        object.add("x_after", values.f);
    }
    return object.text() + '\n';
}

std::string valuesAsTable(const Values& values, bool inPlace) {
    std::vector<TableRow> rows;
    for (std::size_t i = 0; i < values.x.size(); ++i) {
        rows.push_back(
            {numberText(values.x[i]), numberText(values.f[i]), numberText(values.df[i])});
    }
    return tableText({{inPlace ? "x before" : "x", Align::Right},
                      {inPlace ? "x after = f(x)" : "f(x)", Align::Right},
                      {"f'(x)", Align::Right}},
                     rows);
}

} // namespace

CLI::App* addEval(CLI::App& program, EvalOptions& options) {
    CLI::App* call = program.add_subcommand(
        "eval", "Print f and f' at given points, by the float32 kernels that training uses");
    call->add_option("ID", options.activation, "The activation, as `activations` lists them")
        ->required();
    call->add_option("--param", options.parameters, "Set a parameter; may be repeated")
        ->type_name("K=V")
        ->allow_extra_args(false);
    CLI::Option* x =
        call->add_option("--x", options.x, "The points, apart by commas or white space: --x=-1,0,1")
            ->type_name("NUMBERS");
    CLI::Option* standardInput =
        call->add_flag("--stdin", options.standardInput, "Read the points from standard input");
    x->excludes(standardInput);
    call->add_flag("--in-place", options.inPlace,
                   "Overwrite the points with f, and show them before and after");
    call->add_flag("--json", options.json, "Print one JSON object");
    call->callback([x, standardInput] {
        if (x->count() + standardInput->count() == 0) {
            throw CLI::RequiredError("--x or --stdin");
        }
    });
    return call;
}

int evaluate(const EvalOptions& options) {
    Activation activation(chosenActivation(options.activation));
    for (const std::string& assignment : options.parameters) {
        assign(activation, assignment);
    }
    std::vector<float> points =
        options.x ? numbersOfOption("--x", *options.x) : numbersOfStandardInput(std::cin);
    const Values values = valuesAt(activation, std::move(points), options.inPlace);
    writeOut(options.json ? valuesAsJson(activation, values, options.inPlace)
                          : valuesAsTable(values, options.inPlace));
    return exit_code::done;
}

} // namespace reluscope::cli

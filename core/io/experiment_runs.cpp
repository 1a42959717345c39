// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/experiment_sections.h"
#include "core/io/fields.h"

namespace reluscope {
namespace {

double parseParameter(const ActivationParameter& parameter, const JsonValue& value,
                      const std::string& place) {
    if (parameter.isFlag()) {
        return asFlag(value, place) ? 1 : 0;
    }
    if (parameter.isChoice()) {
        const std::string& word = asText(value, place);
        if (const std::optional<double> chosen = parameter.valueOf(word)) {
            return *chosen;
        }
        throw notAvailable(place, word, parameter.choices);
    }
    return asNumber(value, place, {parameter.minimum, parameter.maximum});
}

Activation parseActivation(const JsonValue& value, const std::string& place) {
    const Fields fields(value, place);
    const ActivationInfo& info =
        chosen(activationTable(), fields.require("id"), fields.place("id"));
    std::vector<std::string_view> known = {"id"};
    for (const ActivationParameter& parameter : info.parameters) {
        known.push_back(parameter.id);
    }
    fields.allowOnly(known);

    Activation activation(info);
    for (std::size_t i = 0; i < info.parameters.size(); ++i) {
        const ActivationParameter& parameter = info.parameters[i];
        if (const JsonValue* given = fields.find(parameter.id)) {
            activation.parameters[i] =
                parseParameter(parameter, *given, fields.place(parameter.id));
        }
    }
    return activation;
}

/// One for all hidden layers, or a list with one for each.
std::vector<Activation> parseActivations(const JsonValue& value, const std::string& place,
                                         std::size_t hiddenLayers) {
    if (value.kind != JsonValue::Kind::List) {
        return {parseActivation(value, place)};
    }
    if (value.elements.empty() || value.elements.size() != hiddenLayers) {
        throw InputError({}, place,
                         "lists " + std::to_string(value.elements.size()) + " activations for " +
                             std::to_string(hiddenLayers) + " hidden layers",
                         "one object for all hidden layers, or a list with one for each");
    }
    std::vector<Activation> activations;
    for (const JsonValue& element : value.elements) {
        const std::string elementPlace = place + "[" + std::to_string(activations.size()) + "]";
        activations.push_back(parseActivation(element, elementPlace));
    }
    return activations;
}

RunSpec parseRun(const JsonValue& value, const std::string& place,
                 const std::vector<std::size_t>& experimentHidden) {
    const Fields fields(value, place);
    fields.allowOnly(
        {"name", "activation", "learning_rate", "optimizer", "initialization", "hidden"});
    RunSpec run;
    run.name = asText(fields.require("name"), fields.place("name"));
    if (run.name.empty()) {
        throw InputError({}, fields.place("name"), "is empty", "a name that tells runs apart");
    }
    if (const JsonValue* hidden = fields.find("hidden")) {
        run.hidden = parseHidden(*hidden, fields.place("hidden"));
    }
    const std::size_t hiddenLayers = run.hidden.value_or(experimentHidden).size();
    run.activations =
        parseActivations(fields.require("activation"), fields.place("activation"), hiddenLayers);
    if (const JsonValue* rate = fields.find("learning_rate")) {
        run.learningRate = parseLearningRate(*rate, fields.place("learning_rate"));
    }
    if (const JsonValue* optimizer = fields.find("optimizer")) {
        run.optimizer = parseOptimizer(*optimizer, fields.place("optimizer"));
    }
    if (const JsonValue* initialization = fields.find("initialization")) {
        run.initialization = parseInitialization(*initialization, fields.place("initialization"));
    }
    return run;
}

} // namespace

std::vector<RunSpec> parseRuns(const JsonValue& value, const std::string& place,
                               const std::vector<std::size_t>& hidden) {
    constexpr WholeRange count = {1, 64};
    std::vector<RunSpec> runs;
    for (const JsonValue& element : asList(value, place, count)) {
        const std::string runPlace = place + "[" + std::to_string(runs.size()) + "]";
        RunSpec run = parseRun(element, runPlace, hidden);
        for (const RunSpec& earlier : runs) {
            if (earlier.name == run.name) {
                throw InputError({}, runPlace + ".name",
                                 "\"" + printable(run.name) + "\" is the name of two runs",
                                 "a name of its own for each");
            }
        }
        runs.push_back(std::move(run));
    }
    return runs;
}

} // namespace reluscope

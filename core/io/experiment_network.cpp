// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/experiment_sections.h"
#include "core/io/fields.h"

namespace reluscope {

std::vector<std::size_t> parseHidden(const JsonValue& value, const std::string& place) {
    constexpr WholeRange layers = {0, 100};
    constexpr WholeRange units = {1, 65536};
    std::vector<std::size_t> hidden;
    for (const JsonValue& size : asList(value, place, layers)) {
        const std::string sizePlace = place + "[" + std::to_string(hidden.size()) + "]";
        hidden.push_back(asWhole(size, sizePlace, units));
    }
    return hidden;
}

Initialization parseInitialization(const JsonValue& value, const std::string& place) {
    const Fields fields(value, place);
    Initialization initialization;
    if (const JsonValue* weights = fields.find("weights")) {
        initialization.weights = chosen(weightSchemes(), *weights, fields.place("weights")).scheme;
    }
    std::vector<std::string_view> known = {"weights", "gain", "bias"};
    const std::string_view parameter = weightSchemeInfo(initialization.weights).parameter;
    if (!parameter.empty()) {
        known.push_back(parameter);
    }
    fields.allowOnly(known);
    if (!parameter.empty()) {
        const double least = initialization.weights == WeightScheme::Constant ? -1e6 : 0;
        initialization.parameter =
            asNumber(fields.require(parameter), fields.place(parameter), {least, 1e6});
    }
    initialization.gain = fields.number("gain", initialization.gain, {0, 1e6});
    initialization.bias = fields.number("bias", initialization.bias, {-1e6, 1e6});
    // A bias of 0 is let pass: it is what files say that write all defaults out.
    if (initialization.weights == WeightScheme::TorchDefault && initialization.bias != 0) {
        throw InputError({}, fields.place("bias"), "torch_default draws the biases itself",
                         "no bias here, or another scheme");
    }
    return initialization;
}

NetworkSpec parseNetwork(const JsonValue& value, const std::string& place) {
    const Fields fields(value, place);
    fields.allowOnly({"hidden", "initialization", "seed"});
    NetworkSpec network;
    network.hidden = parseHidden(fields.require("hidden"), fields.place("hidden"));
    if (const JsonValue* initialization = fields.find("initialization")) {
        network.initialization =
            parseInitialization(*initialization, fields.place("initialization"));
    }
    network.seed = fields.whole("seed", network.seed, {});
    return network;
}

} // namespace reluscope

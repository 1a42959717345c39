// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/python_text.h"
#include "core/io/pytorch_sections.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace reluscope {
namespace {

/// A module that activations name and PyTorch lacks.
struct OwnModule {
    std::string_view name;
    std::string_view definition;
};

constexpr OwnModule ownModules[] = {
    {"Swish", R"(

class Swish(nn.Module):
    def __init__(self, beta):
        super().__init__()
        self.beta = beta

    def forward(self, x):
        return x * torch.sigmoid(self.beta * x)
)"},
    {"LearnedSwish", R"(

class LearnedSwish(nn.Module):
    def __init__(self, units, beta):
        super().__init__()
        self.weight = nn.Parameter(torch.full((units,), beta))

    def forward(self, x):
        return x * torch.sigmoid(self.weight * x)
)"},
    {"Sine", R"(

class Sine(nn.Module):
    def forward(self, x):
        return torch.sin(x)
)"},
};

constexpr std::string_view networkClass = R"(

class Network(nn.Module):
    def __init__(self, hidden, activations):
        super().__init__()
        sizes = [INPUTS, *hidden, OUTPUTS]
        self.layers = nn.ModuleList(nn.Linear(n, m) for n, m in zip(sizes, sizes[1:]))
        self.activations = nn.ModuleList(activations)

    def forward(self, x):
        for layer, activation in zip(self.layers, self.activations):
            x = activation(layer(x))
        return self.layers[-1](x)


def read_weights(path):
    """The tensors in a safetensors file, all of 32-bit floats."""
    with open(path, "rb") as file:
        header = json.loads(file.read(int.from_bytes(file.read(8), "little")))
        data = bytearray(file.read())
    header.pop("__metadata__", None)
    return {
        name: torch.frombuffer(data[slice(*entry["data_offsets"])], dtype=torch.float32)
        .view(entry["shape"])
        for name, entry in header.items()
    }
)";

/// The text of the parameter called `id`, for a layer of so many units.
std::string parameterText(const Activation& activation, std::string_view id, std::size_t units) {
    if (id == "units") {
        return std::to_string(activation.learning() == Learning::PerUnit ? units : 1);
    }
    const auto parameters = activation.info->parameters;
    const auto found = std::ranges::find(parameters, id, &ActivationParameter::id);
    const double value =
        activation.parameters[static_cast<std::size_t>(found - parameters.begin())];
    return found->isChoice() ? std::string(found->choices[static_cast<std::size_t>(value)])
                             : pythonFloat(value);
}

/// The expression that makes the module of a layer: its template with the parameters filled in.
std::string moduleText(const Activation& activation, std::size_t units) {
    std::string_view pattern = activation.info->torchModule(activation.parameters);
    std::string text;
    while (!pattern.empty()) {
        const std::size_t open = std::min(pattern.find('{'), pattern.size());
        text += pattern.substr(0, open);
        pattern.remove_prefix(open);
        if (const std::size_t close = pattern.find('}'); close != std::string_view::npos) {
            text += parameterText(activation, pattern.substr(1, close - 1), units);
            pattern.remove_prefix(close + 1);
        }
    }
    return text;
}

std::string ownModuleDefinitions(const Experiment& experiment) {
    std::string definitions;
    for (const OwnModule& own : ownModules) {
        const std::string call = std::string(own.name) + "(";
        const bool isUsed = std::ranges::any_of(experiment.runs, [&](const RunSpec& run) {
            return std::ranges::any_of(
                pytorchModules(experiment, run),
                [&](const std::string& module) { return module.starts_with(call); });
        });
        definitions += isUsed ? own.definition : "";
    }
    return definitions;
}

} // namespace

std::vector<std::string> pytorchModules(const Experiment& experiment, const RunSpec& run) {
    const std::vector<std::size_t>& hidden = effectiveHidden(experiment, run);
    const std::vector<Activation> activations = activationPerLayer(experiment, run);
    std::vector<std::string> modules;
    for (std::size_t layer = 0; layer < hidden.size(); ++layer) {
        modules.push_back(moduleText(activations[layer], hidden[layer]));
    }
    return modules;
}

ScriptSection pytorchNetwork(const Experiment& experiment, const Dataset& data) {
    ScriptSection section{.modules = {"json"}, .code = {}};
    section.code = "\n\nINPUTS = " + std::to_string(data.featureCount) +
                   "\nOUTPUTS = " + std::to_string(data.outputCount()) + "\n";
    section.code += ownModuleDefinitions(experiment);
    section.code += networkClass;
    return section;
}

} // namespace reluscope

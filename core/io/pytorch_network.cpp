// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/pytorch_activation.h"
#include "core/io/pytorch_sections.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace reluscope {
namespace {

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

std::string ownModuleDefinitions(const Experiment& experiment) {
    std::vector<std::string_view> used;
    for (const RunSpec& run : experiment.runs) {
        for (const std::string& module : pytorchModules(experiment, run)) {
            const std::string_view definition = pytorchDefinition(module);
            if (std::ranges::find(used, definition) == used.end()) {
                used.push_back(definition);
            }
        }
    }
    std::string definitions;
    for (const std::string_view definition : used) {
        definitions += definition;
    }
    return definitions;
}

} // namespace

std::vector<std::string> pytorchModules(const Experiment& experiment, const RunSpec& run) {
    const std::vector<std::size_t>& hidden = effectiveHidden(experiment, run);
    const std::vector<Activation> activations = activationPerLayer(experiment, run);
    std::vector<std::string> modules;
    for (std::size_t layer = 0; layer < hidden.size(); ++layer) {
        modules.push_back(pytorchModule(activations[layer], hidden[layer]));
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

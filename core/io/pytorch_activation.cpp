// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/pytorch_activation.h"

#include "core/io/python_text.h"

#include <algorithm>
#include <iterator>

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

} // namespace

std::string pytorchModule(const Activation& activation, std::size_t units) {
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

std::string_view pytorchDefinition(std::string_view module) {
    const auto* own =
        std::ranges::find(ownModules, module.substr(0, module.find('(')), &OwnModule::name);
    return own == std::end(ownModules) ? std::string_view{} : own->definition;
}

} // namespace reluscope

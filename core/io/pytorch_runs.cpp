// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/python_text.h"
#include "core/io/pytorch_sections.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace reluscope {
namespace {

std::string weightCall(const Initialization& initialization) {
    const std::string parameter = pythonFloat(initialization.parameter);
    switch (initialization.weights) {
    case WeightScheme::Zeros:
        return "nn.init.zeros_(layer.weight)";
    case WeightScheme::Constant:
        return "nn.init.constant_(layer.weight, " + parameter + ")";
    case WeightScheme::Normal:
        return "nn.init.normal_(layer.weight, std=" + parameter + ")";
    case WeightScheme::Uniform:
        return "nn.init.uniform_(layer.weight, -" + parameter + ", " + parameter + ")";
    case WeightScheme::XavierUniform:
        return "nn.init.xavier_uniform_(layer.weight)";
    case WeightScheme::XavierNormal:
        return "nn.init.xavier_normal_(layer.weight)";
    case WeightScheme::HeUniform:
        return "nn.init.kaiming_uniform_(layer.weight, nonlinearity=\"relu\")";
    case WeightScheme::HeNormal:
        return "nn.init.kaiming_normal_(layer.weight, nonlinearity=\"relu\")";
    case WeightScheme::LecunNormal:
        return "nn.init.kaiming_normal_(layer.weight, nonlinearity=\"linear\")";
    case WeightScheme::TorchDefault:
        break;
    }
    return "layer.reset_parameters()";
}

std::string initializationBody(const Initialization& initialization) {
    std::string body = "    " + weightCall(initialization) + "\n";
    if (initialization.gain != 1) {
        body += "    layer.weight.mul_(" + pythonFloat(initialization.gain) + ")\n";
    }
    if (initialization.weights != WeightScheme::TorchDefault) {
        body += "    nn.init.constant_(layer.bias, " + pythonFloat(initialization.bias) + ")\n";
    }
    return body;
}

/// A function for each initialization that is in use.
class Initializations {
  public:
    explicit Initializations(const Experiment& experiment) {
        for (const RunSpec& run : experiment.runs) {
            const Initialization own = effectiveInitialization(experiment, run);
            if (std::ranges::find(m_used, own) == m_used.end()) {
                m_used.push_back(own);
            }
        }
    }

    /// Whether all networks stay as nn.Linear makes them.
    bool areDefault() const { return m_used == std::vector{Initialization{}}; }

    std::string definitions() const {
        std::string text;
        for (const Initialization& initialization : m_used) {
            text += "\n\n@torch.no_grad()\ndef " + nameOf(initialization) + "(layer):\n" +
                    initializationBody(initialization);
        }
        return text;
    }

    std::string nameOf(const Initialization& initialization) const {
        const std::string name(weightSchemeInfo(initialization.weights).id);
        const auto same =
            std::ranges::count(m_used, initialization.weights, &Initialization::weights);
        const auto place = std::ranges::find(m_used, initialization) - m_used.begin() + 1;
        return same == 1 ? name : name + "_" + std::to_string(place);
    }

  private:
    std::vector<Initialization> m_used;
};

std::string_view optimizerClass(OptimizerMethod method) {
    switch (method) {
    case OptimizerMethod::Sgd:
        break;
    case OptimizerMethod::Adam:
        return "torch.optim.Adam";
    case OptimizerMethod::RmsProp:
        return "torch.optim.RMSprop";
    }
    return "torch.optim.SGD";
}

/// What the optimizer is made with: its settings where they are not PyTorch's defaults.
std::vector<std::string> optimizerArguments(const OptimizerSpec& optimizer) {
    const OptimizerSpec usual;
    std::vector<std::string> arguments = {"parameters",
                                          "lr=" + pythonFloat(optimizer.learningRate)};
    const auto add = [&](std::string_view name, double OptimizerSpec::*setting) {
        if (optimizer.*setting != usual.*setting) {
            arguments.push_back(std::string(name) + "=" + pythonFloat(optimizer.*setting));
        }
    };
    switch (optimizer.method) {
    case OptimizerMethod::Sgd:
        add("momentum", &OptimizerSpec::momentum);
        if (optimizer.nesterov) {
            arguments.emplace_back("nesterov=True");
        }
        break;
    case OptimizerMethod::Adam:
        if (optimizer.beta1 != usual.beta1 || optimizer.beta2 != usual.beta2) {
            arguments.push_back("betas=(" + pythonFloat(optimizer.beta1) + ", " +
                                pythonFloat(optimizer.beta2) + ")");
        }
        add("eps", &OptimizerSpec::epsilon);
        break;
    case OptimizerMethod::RmsProp:
        add("alpha", &OptimizerSpec::alpha);
        add("eps", &OptimizerSpec::epsilon);
        add("momentum", &OptimizerSpec::momentum);
        if (optimizer.centered) {
            arguments.emplace_back("centered=True");
        }
        break;
    }
    add("weight_decay", &OptimizerSpec::weightDecay);
    return arguments;
}

std::vector<std::string> hiddenUnits(const Experiment& experiment, const RunSpec& run) {
    std::vector<std::string> texts;
    for (const std::size_t units : effectiveHidden(experiment, run)) {
        texts.push_back(std::to_string(units));
    }
    return texts;
}

/// What distinguishes a run, as an element of a list.
std::string runEntry(const Experiment& experiment, const RunSpec& run,
                     const Initializations& initializations) {
    constexpr std::size_t indent = 8;
    std::string text = "    {\n";
    const auto add = [&](std::string_view key, const std::string& value) {
        text += std::string(indent, ' ') + std::string(key) + value + ",\n";
    };
    const auto addItems = [&](std::string_view key, std::string_view opening,
                              const std::vector<std::string>& items, std::string_view closing) {
        add(key, pythonItems(opening, items, closing, indent + key.size(), indent));
    };
    const OptimizerSpec optimizer = effectiveOptimizer(experiment, run);
    add("\"name\": ", pythonString(run.name));
    addItems("\"hidden\": ", "[", hiddenUnits(experiment, run), "]");
    addItems("\"activations\": lambda: ", "[", pytorchModules(experiment, run), "]");
    if (!initializations.areDefault()) {
        add("\"initialize\": ", initializations.nameOf(effectiveInitialization(experiment, run)));
    }
    addItems(
        "\"optimizer\": lambda parameters: ", std::string(optimizerClass(optimizer.method)) + "(",
        optimizerArguments(optimizer), ")");
    return text + "    },\n";
}

} // namespace

ScriptSection pytorchRuns(const Experiment& experiment) {
    const Initializations initializations(experiment);
    ScriptSection section{.code = "\n\nSEED = " + std::to_string(experiment.network.seed) + "\n"};
    section.code += initializations.areDefault() ? "" : initializations.definitions();
    section.code += "\n\nRUNS = [\n";
    for (const RunSpec& run : experiment.runs) {
        section.code += runEntry(experiment, run, initializations);
    }
    section.code += "]\n";
    section.code += R"(

def make_network(run):
    """Every run starts from the same draws."""
    torch.manual_seed(SEED)
    model = Network(run["hidden"], run["activations"]())
)";
    if (!initializations.areDefault()) {
        section.code += R"(    for layer in model.layers:
        run["initialize"](layer)
)";
    }
    section.code += "    return model\n";
    return section;
}

} // namespace reluscope

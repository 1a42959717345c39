// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/activation_code.h"

#include "core/io/pytorch_activation.h"

#include <array>
#include <charconv>

namespace reluscope {
namespace {

std::string shortest(double number) {
    std::array<char, 32> digits{};
    return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr};
}

/// The line that sets all parameters, with their names behind it.
std::string parametersLine(const Activation& activation) {
    std::string values;
    std::string names;
    for (std::size_t i = 0; i < activation.info->parameters.size(); ++i) {
        const ActivationParameter& parameter = activation.info->parameters[i];
        const double value = activation.parameters[i];
        values += (i == 0 ? "" : ", ") + shortest(value);
        names += (i == 0 ? "" : ", ") + std::string(parameter.id);
        if (parameter.isChoice()) {
            names += " " + std::string(parameter.wordOf(value));
        }
    }
    return names.empty() ? "" : "    activation.parameters = {" + values + "}; // " + names + "\n";
}

} // namespace

std::string pytorchCode(const Activation& activation) {
    const std::string module = pytorchModule(activation, 1);
    const std::string definition(pytorchDefinition(module));
    return "import torch\nfrom torch import nn\n" + definition + (definition.empty() ? "" : "\n") +
           "\nactivation = " + module +
           "\nx = torch.tensor([-1.0, 0.0, 1.0], requires_grad=True)\nf = activation(x)\n"
           "f.sum().backward()  # x.grad is now f'(x)\n";
}

std::string cppCode(const Activation& activation) {
    return "#include \"core/activation/activation.h\"\n"
           "\n"
           "#include <array>\n"
           "\n"
           "int main() {\n"
           "    reluscope::Activation activation(*reluscope::findActivation(\"" +
           std::string(activation.info->id) + "\"));\n" + parametersLine(activation) +
           "    const std::array x{-1.0F, 0.0F, 1.0F};\n"
           "    std::array<float, 3> f{};\n"
           "    std::array<float, 3> slope{};\n"
           "    activation.apply<float>(x, f);\n"
           "    activation.differentiate<float>(x, slope);\n"
           "}\n";
}

} // namespace reluscope

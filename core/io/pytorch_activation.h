// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activation/activation.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace reluscope {

/// The Python expression that makes the module of a layer of so many units: "nn.LeakyReLU(0.1)".
std::string pytorchModule(const Activation& activation, std::size_t units);

/// The class that such an expression names, if PyTorch lacks it; else nothing. Two empty lines
/// come first.
std::string_view pytorchDefinition(std::string_view module);

} // namespace reluscope

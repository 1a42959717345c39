// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activation/activation.h"

#include <string>

/// Programs that apply one activation, with the parameters that it has.
namespace reluscope {

/// A Python script for PyTorch.
std::string pytorchCode(const Activation& activation);

/// A C++ program for this library.
std::string cppCode(const Activation& activation);

} // namespace reluscope

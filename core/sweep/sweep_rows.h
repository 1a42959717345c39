// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/experiment.h"

#include <cstddef>
#include <span>
#include <vector>

// Runs that differ in one thing: rows for a sweep, with names that say what it is.
namespace reluscope {

/// "ReLU"; "Leaky ReLU, a = 0.1" where a parameter is not the default.
std::vector<RunSpec> runsOfActivations(std::span<const Activation> activations);

/// \p base with each: "He normal"; "Normal, std = 0.5, bias = 0.1".
std::vector<RunSpec> runsOfInitializations(const RunSpec& base,
                                           std::span<const Initialization> initializations);

/// \p base, which has one activation for all layers, with each: "16-16"; "linear" without any.
std::vector<RunSpec> runsOfHidden(const RunSpec& base,
                                  std::span<const std::vector<std::size_t>> hidden);

} // namespace reluscope

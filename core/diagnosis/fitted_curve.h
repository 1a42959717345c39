// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <cstddef>
#include <vector>

namespace reluscope {

/// So many places along the x axis show the curve that a network has fitted.
inline constexpr std::size_t fittedCurvePoints = 200;

/// Inputs from the least to the greatest feature of `data`, which has one, evenly spaced.
std::vector<float> fittedCurveInputs(const Dataset& data);

} // namespace reluscope

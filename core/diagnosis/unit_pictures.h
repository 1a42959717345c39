// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"

#include <cstddef>
#include <span>
#include <vector>

namespace reluscope {

/// What each unit of a hidden layer says of each of some inputs (count x features), such as the
/// points of a DecisionGrid: its activations, units x count, so that a unit's picture is one
/// stretch.
std::vector<float> unitPictures(const Network<float>& network, std::size_t layer,
                                std::span<const float> inputs, Workspace<float>& workspace);

/// The same of one of its units.
std::vector<float> unitPicture(const Network<float>& network, std::size_t layer, std::size_t unit,
                               std::span<const float> inputs, Workspace<float>& workspace);

} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/initialization.h"
#include "core/network/network.h"
#include "core/training/change.h"

#include <cstdint>
#include <span>

namespace reluscope {

/// Makes a hidden unit silent on every input: no weights, and a bias inside the zero set of its
/// function, which must have one.
void killUnit(Network<float>& network, UnitPlace place);

/// Gives a hidden unit its initial weights again and the bias that centres its pre-activation over
/// \p examples (at least one) at 0, where every function has gradient on one side at least; where
/// its inputs are constant, a pre-activation of 1.
void reviveUnit(Network<float>& network, UnitPlace place, const Initialization& initialization,
                std::uint64_t seed, std::span<const float> examples, Workspace<float>& workspace);

} // namespace reluscope

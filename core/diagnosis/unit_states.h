// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/network_health.h"

#include <vector>

namespace reluscope {

/// What has become of a hidden unit, by docs/definitions.md; of what holds, the worst.
enum class UnitState : unsigned char {
    Alive,
    Saturated,
    Silent,
    PermanentlyDead,
};

/// Of each unit, by hidden layer. \p isDeathPermanent: silent units that get no gradient keep their
/// weights, since the optimizer is plain gradient descent without decay.
std::vector<std::vector<UnitState>> unitStates(const Network<float>& network,
                                               const NetworkHealth& health, bool isDeathPermanent);

} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/unit_states.h"

#include <cstddef>

namespace reluscope {

std::vector<std::vector<UnitState>> unitStates(const Network<float>& network,
                                               const NetworkHealth& health, bool isDeathPermanent) {
    const Architecture& architecture = network.architecture();
    const UnitFlags dead = isDeathPermanent ? findPermanentlyDead(network, health.silent)
                                            : UnitFlags(architecture, false);
    std::vector<std::vector<UnitState>> states;
    for (std::size_t layer = 0; layer < architecture.hidden.size(); ++layer) {
        auto& own = states.emplace_back(architecture.hidden[layer], UnitState::Alive);
        for (std::size_t unit = 0; unit < own.size(); ++unit) {
            if (dead.at(layer, unit)) {
                own[unit] = UnitState::PermanentlyDead;
            } else if (health.silent.at(layer, unit)) {
                own[unit] = UnitState::Silent;
            } else if (health.saturated.at(layer, unit)) {
                own[unit] = UnitState::Saturated;
            }
        }
    }
    return states;
}

} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/network_health.h"

namespace reluscope {
namespace {

/// Looks for the largest set of dead units by taking away those that contradict it, until none
/// does.
class DeadSet {
  public:
    DeadSet(const Network<float>& network, const UnitFlags& silent)
        : m_network(network)
        , m_dead(network.architecture(), false)
        , m_isFrozen(network.architecture(), false) {
        for (std::size_t layer = 0; layer < silent.layerCount(); ++layer) {
            // A learned parameter moves as long as there is an input to its unit.
            const bool canBeDead = network.learned(layer).empty();
            for (std::size_t unit = 0; unit < silent.unitCount(layer); ++unit) {
                m_dead.set(layer, unit, canBeDead && silent.at(layer, unit));
            }
        }
        while (takeAwayContradictions()) {
        }
    }

    const UnitFlags& dead() const noexcept { return m_dead; }

  private:
    bool takeAwayContradictions() {
        const std::size_t layers = m_dead.layerCount();
        std::size_t highestWholeLayer = 0; // below it nothing gets gradient
        for (std::size_t layer = 0; layer < layers; ++layer) {
            if (m_dead.count(layer) == m_dead.unitCount(layer)) {
                highestWholeLayer = layer;
            }
        }

        bool isAnyTakenAway = false;
        for (std::size_t layer = 0; layer < layers; ++layer) {
            const bool getsNoGradient = layer < highestWholeLayer;
            for (std::size_t unit = 0; unit < m_dead.unitCount(layer); ++unit) {
                const bool isDead = m_dead.at(layer, unit);
                const bool isFrozen = (isDead || getsNoGradient) && areInputsFixed(layer, unit);
                m_isFrozen.set(layer, unit, isFrozen);
                if (isDead && !isFrozen) {
                    m_dead.set(layer, unit, false);
                    isAnyTakenAway = true;
                }
            }
        }
        return isAnyTakenAway;
    }

    bool areInputsFixed(std::size_t layer, std::size_t unit) const {
        if (layer == 0) {
            return true;
        }
        for (std::size_t in = 0; in < m_dead.unitCount(layer - 1); ++in) {
            if (m_network.weight(layer, unit, in) != 0 && !m_isFrozen.at(layer - 1, in)) {
                return false;
            }
        }
        return true;
    }

    const Network<float>& m_network;
    UnitFlags m_dead;
    UnitFlags m_isFrozen;
};

} // namespace

UnitFlags findPermanentlyDead(const Network<float>& network, const UnitFlags& silent) {
    return DeadSet(network, silent).dead();
}

} // namespace reluscope

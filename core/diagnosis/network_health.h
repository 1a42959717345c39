// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"

#include <cstddef>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace reluscope {

/// One flag for each hidden unit, by layer.
class UnitFlags {
  public:
    UnitFlags(const Architecture& architecture, bool value);

    bool at(std::size_t layer, std::size_t unit) const { return m_flags[layer][unit] != 0; }
    void set(std::size_t layer, std::size_t unit, bool value) {
        m_flags[layer][unit] = static_cast<unsigned char>(value);
    }

    std::size_t layerCount() const noexcept { return m_flags.size(); }
    std::size_t unitCount(std::size_t layer) const { return m_flags[layer].size(); }
    std::size_t count(std::size_t layer) const; ///< of the flags that are set
    std::vector<std::size_t> countPerLayer() const;
    bool isAnySet() const;

    friend bool operator==(const UnitFlags&, const UnitFlags&) = default;

  private:
    std::vector<std::vector<unsigned char>> m_flags;
};

/// How a network fares on the examples that it was diagnosed on.
struct NetworkHealth {
    /// Pre-activation in the zero set of the function on every example, so that no gradient reaches
    /// the unit's weights from this data.
    UnitFlags silent;
    /// Units whose function has an empty zero set: |f'(z)| < tau sup |f'| on every example.
    UnitFlags saturated;
    /// Every example has the same logits, bit for bit.
    bool isOutputConstant = false;

    /// Silent hidden units over hidden units; 0 where there are none.
    double deadFraction() const;
};

/// A slope below this share of the steepest one counts as saturated.
inline constexpr double defaultSaturationThreshold = 0.01;

/// Exact over all of `examples` (at least one, count x inputs), taken in chunks of the workspace's
/// capacity that end as soon as nothing is left to be found: one chunk for a healthy network.
/// Nothing if `stop` was asked for first.
std::optional<NetworkHealth> findHealth(const Network<float>& network,
                                        std::span<const float> examples,
                                        Workspace<float>& workspace,
                                        double tau = defaultSaturationThreshold,
                                        const std::stop_token& stop = {});

/// The silent units whose inputs cannot change either, so that plain gradient descent without decay
/// never wakes them: docs/definitions.md, "permanently dead".
UnitFlags findPermanentlyDead(const Network<float>& network, const UnitFlags& silent);

} // namespace reluscope

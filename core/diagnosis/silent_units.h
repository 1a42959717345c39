// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"

#include <cstddef>
#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace reluscope {

/// Which hidden units are *silent*: their pre-activation lies in the zero set of their function on
/// every example, so that no gradient reaches their weights from this data.
class SilentUnits {
  public:
    explicit SilentUnits(const Architecture& architecture);

    bool isSilent(std::size_t layer, std::size_t unit) const { return m_active[layer][unit] == 0; }
    std::size_t count(std::size_t layer) const;
    std::vector<std::size_t> countPerLayer() const;

    /// Silent hidden units over hidden units; 0 where there are none.
    double deadFraction() const;

  private:
    friend std::optional<SilentUnits> findSilentUnits(const Network<float>&, std::span<const float>,
                                                      Workspace<float>&, const std::stop_token&);

    std::vector<std::vector<unsigned char>> m_active; ///< per hidden layer, padded to panels
    std::vector<std::size_t> m_units;                 ///< per hidden layer
};

/// An exact count over all of `examples` (count x inputs), taken in chunks of the workspace's
/// capacity that end as soon as no unit is left that might be silent: one chunk for a healthy
/// network. Nothing if `stop` was asked for first.
std::optional<SilentUnits> findSilentUnits(const Network<float>& network,
                                           std::span<const float> examples,
                                           Workspace<float>& workspace,
                                           const std::stop_token& stop = {});

} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"

#include <vector>

namespace reluscope {

/// A hidden unit in figures.
struct UnitReading {
    /// Share of examples on which |f'(z)| reaches tau sup |f'|, so that the unit learns from them.
    double gradientShare = 0;
    double meanActivation = 0; ///< over the examples
    double bias = 0;
    double weightNorm = 0; ///< of the incoming weights, Euclidean

    friend bool operator==(const UnitReading&, const UnitReading&) = default;
};

/// Of each unit, by hidden layer, over the examples of the workspace's last forward pass.
std::vector<std::vector<UnitReading>> readUnits(const Network<float>& network,
                                                const Workspace<float>& workspace, double tau);

} // namespace reluscope

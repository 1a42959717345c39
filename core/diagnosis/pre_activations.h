// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/histogram.h"
#include "core/network/network.h"

#include <cstddef>

namespace reluscope {

/// Where the pre-activations z of a hidden layer lie, of all its units over some examples, and how
/// much gradient its function has there. Shares are those of all pre-activations.
struct PreActivations {
    Histogram histogram;       ///< over [-reach, reach]
    double noGradient = 0;     ///< share of z in the zero set, where f' = 0
    double littleGradient = 0; ///< share of the others where |f'| < tau sup |f'|

    friend bool operator==(const PreActivations&, const PreActivations&) = default;
};

/// Of a hidden layer (0 is the first) over the examples of the workspace's last forward pass, at
/// least one.
PreActivations findPreActivations(const Network<float>& network, const Workspace<float>& workspace,
                                  std::size_t layer, double reach, std::size_t bins, double tau);

/// How far from 0 most finite pre-activations of the layer lie: their root mean square twice; 0
/// where none is finite.
double usualReach(const Network<float>& network, const Workspace<float>& workspace,
                  std::size_t layer);

} // namespace reluscope

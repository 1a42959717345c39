// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/loss.h"
#include "core/network/network.h"

#include <cstddef>
#include <span>
#include <vector>

namespace reluscope {

/// What flows through the layers of a network on the probe batch.
struct LayerStatistics {
    std::vector<double> sparsity;       ///< per hidden layer: share of activations that are 0
    std::vector<double> meanActivation; ///< per hidden layer
    std::vector<double> gradientNorm;   ///< per weight layer: Frobenius norm of dLoss/dW

    friend bool operator==(const LayerStatistics&, const LayerStatistics&) = default;
};

/// So many of the first training examples are the probe batch.
inline constexpr std::size_t probeBatchSize = 1024;

/// One pass forward and back on \p examples, at most the workspace's capacity. \p gradient has
/// room for the network's parameters and is left holding theirs.
LayerStatistics measureLayers(const Network<float>& network, Loss loss,
                              std::span<const float> examples, const Targets& targets,
                              Workspace<float>& workspace, std::span<float> gradient);

} // namespace reluscope

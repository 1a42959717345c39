// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/network.h"

#include <cstddef>
#include <vector>

namespace reluscope {

/// How often values fell into equal bins of [low, high], and outside.
struct Histogram {
    double low = 0;
    double high = 0;
    std::vector<std::size_t> counts; ///< bins take their lower end, the last one both
    std::size_t below = 0;
    std::size_t above = 0;
    std::size_t notANumber = 0;

    friend bool operator==(const Histogram&, const Histogram&) = default;
};

/// The pre-activations of all units of a layer (0 is the first hidden one) over the examples of the
/// workspace's last forward pass, in at least one bin.
Histogram preActivationHistogram(const Architecture& architecture,
                                 const Workspace<float>& workspace, std::size_t layer, double low,
                                 double high, std::size_t bins);

/// The same of a single unit.
Histogram preActivationHistogram(const Workspace<float>& workspace, std::size_t layer,
                                 std::size_t unit, double low, double high, std::size_t bins);

} // namespace reluscope

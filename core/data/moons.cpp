// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/generated_points.h"
#include "core/random/transforms.h"

namespace reluscope {

/// Two interleaving half circles of radius 2/3: class 0 opens downwards, class 1 upwards, and each
/// has an end near the centre of the other. The pair is centred on the origin.
Point moonsPoint(std::uint32_t label, double u, double /*v*/) {
    constexpr double radius = 2.0 / 3.0;
    constexpr double shiftX = radius / 2.0; // from the origin to a moon's centre
    constexpr double shiftY = radius / 4.0;
    const auto [cosine, sine] = unitVector(0.5 * u);
    // The second moon is the first turned by half a turn about the origin.
    const double side = label == 0 ? 1.0 : -1.0;
    return {side * (radius * cosine - shiftX), side * (radius * sine - shiftY)};
}

} // namespace reluscope

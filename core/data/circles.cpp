// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/generated_points.h"
#include "core/random/transforms.h"

#include <cmath>

namespace reluscope {

/// Class 1 is a disc of radius 0.5 about the origin, class 0 a ring of radii 0.7 to 1 around it.
Point circlesPoint(std::uint32_t label, double u, double v) {
    constexpr double discRadius = 0.5;
    constexpr double ringInner = 0.7;
    constexpr double ringWidth = 0.3;
    // The square root spreads the points of the disc evenly over its area.
    const double radius = label == 1 ? discRadius * std::sqrt(u) : ringInner + ringWidth * u;
    const auto [cosine, sine] = unitVector(v);
    return {radius * cosine, radius * sine};
}

} // namespace reluscope

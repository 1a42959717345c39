// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/generated_points.h"
#include "core/random/transforms.h"

namespace reluscope {

/// Two arms of Archimedes' spiral, half a turn apart: class 0 leaves the centre along the x axis,
/// and each winds 1.25 turns anticlockwise while its radius grows from 0.05 to 1.
Point spiralPoint(std::uint32_t label, double u, double /*v*/) {
    constexpr double turns = 1.25;
    constexpr double innerRadius = 0.05;
    const double radius = innerRadius + (1.0 - innerRadius) * u;
    const auto [cosine, sine] = unitVector(turns * u + 0.5 * label);
    return {radius * cosine, radius * sine};
}

} // namespace reluscope

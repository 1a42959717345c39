// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/generated_points.h"
#include "core/random/transforms.h"

namespace reluscope {

/// Two round normal blobs of standard deviation 0.15: class 1 about (0.4, 0.4), class 0 opposite.
Point gaussiansPoint(std::uint32_t label, double u, double v) {
    constexpr double deviation = 0.15;
    const double centre = label == 1 ? 0.4 : -0.4;
    return {centre + deviation * normalQuantile(u), centre + deviation * normalQuantile(v)};
}

} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/generated_points.h"

namespace reluscope {

/// The four quadrants, with a gap of 0.1 between them: class 1 where x and y have the same sign.
Point xorPoint(std::uint32_t label, double u, double v) {
    constexpr double halfGap = 0.05;
    // u says both which half of the plane and where in it.
    const bool right = u >= 0.5;
    const double x = halfGap + (1.0 - halfGap) * (right ? 2.0 * u - 1.0 : 1.0 - 2.0 * u);
    const double y = halfGap + (1.0 - halfGap) * v;
    const bool above = right == (label == 1);
    return {right ? x : -x, above ? y : -y};
}

} // namespace reluscope

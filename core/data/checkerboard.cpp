// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/generated_points.h"

#include <algorithm>
#include <cmath>

namespace reluscope {

/// A board of four by four squares; class 1 has the one at the lower left corner.
Point checkerboardPoint(std::uint32_t label, double u, double v) {
    constexpr double side = 4;
    // u says both which of a class's eight squares and where across it.
    const double place = u * side * side / 2;
    const double square = std::min(std::floor(place), side * side / 2 - 1);
    const double row = std::floor(square / (side / 2));
    const double pair = square - row * (side / 2);
    const bool isRowShifted = std::fmod(row, 2) != 0;
    const double column = 2 * pair + (isRowShifted == (label == 1) ? 1 : 0);
    return {(column + (place - square)) / (side / 2) - 1, (row + v) / (side / 2) - 1};
}

} // namespace reluscope

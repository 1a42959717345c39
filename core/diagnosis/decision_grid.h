// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <cstddef>
#include <vector>

namespace reluscope {

/// A square of the plane around two-dimensional data, and the points of a grid over it at which a
/// network is asked what it has learned.
struct DecisionGrid {
    static constexpr std::size_t side = 80; ///< points along each edge, if nobody asks for others

    double left = 0; ///< edges of the square; points lie in the middle of its cells
    double right = 0;
    double bottom = 0;
    double top = 0;
    std::vector<float> points; ///< side x side x 2, rows from the bottom up, x from left to right
};

/// The grid over all examples of `data`, which has two features, with a margin around them.
DecisionGrid makeDecisionGrid(const Dataset& data, std::size_t side = DecisionGrid::side);

} // namespace reluscope

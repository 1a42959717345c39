// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>

#include <span>
#include <vector>

namespace reluscope::ui {

/// The line where a sampled field crosses `level`, as pieces in grid coordinates (sample (column,
/// row) lies at (column, row)), by marching squares with linear interpolation. A saddle is
/// decided by the mean of its four corners. Cells with a corner that is not finite have no line.
[[nodiscard]] std::vector<QLineF> boundaryOf(std::span<const float> values, int columns, int rows,
                                             float level);

} // namespace reluscope::ui

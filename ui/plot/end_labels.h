// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/plot_frame.h"
#include "ui/plot/series.h"

#include <memory>
#include <vector>

class QPainter;

namespace reluscope::ui {

/// The names at the ends of the lines, in a column that never overlaps and never leaves the plot,
/// with thin leaders where a name had to step aside.
void paintEndLabels(QPainter& painter, const PlotFrame& frame,
                    const std::vector<std::unique_ptr<Series>>& series);

/// The margin that the widest label needs to the right of the area; 0 without labels.
[[nodiscard]] qreal endLabelMargin(const PlotFrame& frame,
                                   const std::vector<std::unique_ptr<Series>>& series);

} // namespace reluscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/plot_frame.h"

class QPainter;

namespace reluscope::ui {

class Plot;

/// The ground of the zones, which lies below the grid.
void paintZones(QPainter& painter, const PlotFrame& frame, const Plot& plot);

/// The hatch of the zones, which lies above histograms and below lines.
void paintHatches(QPainter& painter, const PlotFrame& frame, const Plot& plot);

/// The lines at x = 0 and y = 0, which lie above the hatch and below lines.
void paintZeroLines(QPainter& painter, const PlotFrame& frame, const Plot& plot);

} // namespace reluscope::ui

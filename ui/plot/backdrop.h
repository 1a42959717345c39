// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/plot_frame.h"

class QPainter;

namespace reluscope::ui {

class Plot;

/// The zones, which lie below the grid.
void paintZones(QPainter& painter, const PlotFrame& frame, const Plot& plot);

/// The lines at x = 0 and y = 0, which lie above the grid and below the data.
void paintZeroLines(QPainter& painter, const PlotFrame& frame, const Plot& plot);

} // namespace reluscope::ui

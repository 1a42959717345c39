// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/plot_frame.h"

class QPainter;

namespace reluscope::ui {

class Plot;

/// Where the user has gone so far that no line is in sight, how to come back.
void paintWayHome(QPainter& painter, const PlotFrame& frame, const Plot& plot);

} // namespace reluscope::ui

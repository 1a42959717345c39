// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/plot_frame.h"

class QPainter;

namespace reluscope::ui {

class Plot;

/// The vertical line, a disc on each line that it crosses, and the box that reads it out.
void paintCrossHair(QPainter& painter, const PlotFrame& frame, const Plot& plot);

/// How much room the read-out takes above the area; 0 where it lies inside.
[[nodiscard]] qreal crossHairHeadroom(const PlotFrame& frame, const Plot& plot);

} // namespace reluscope::ui

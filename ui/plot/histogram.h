// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/plot_frame.h"
#include "ui/plot/series.h"

#include <memory>
#include <vector>

class QPainter;

namespace reluscope::ui {

/// The series that are histograms: under hatch, zero lines and all other series. Each is as high as
/// the plot allows, whatever the y axis shows; the square roots of its counts, so that few are seen
/// beside many.
void paintHistograms(QPainter& painter, const PlotFrame& frame,
                     const std::vector<std::unique_ptr<Series>>& series);

} // namespace reluscope::ui

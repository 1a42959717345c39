// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/line_path.h"

#include <memory>
#include <vector>

namespace reluscope::ui {

struct JumpDisc;

/// Draws the lines of a plot: dots, bands and areas first, then tints, then full lines in the order
/// in which they were added, then markers, so that nothing important is covered.
class SeriesPainter {
  public:
    void paint(QPainter& painter, const PlotFrame& frame,
               const std::vector<std::unique_ptr<Series>>& series, const std::vector<QPointF>& dots,
               const std::vector<JumpDisc>& discs);

  private:
    void paintBand(QPainter& painter, const PlotFrame& frame, const Series& series);
    void paintArea(QPainter& painter, const PlotFrame& frame, const Series& series);
    void paintLine(QPainter& painter, const PlotFrame& frame, const Series& series);
    void paintMarkers(QPainter& painter, const PlotFrame& frame, const Series& series);

    LinePath m_path; // kept for its buffers
};

} // namespace reluscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/plot_frame.h"
#include "ui/plot/series.h"

#include <QPen>
#include <QPointF>

#include <optional>
#include <span>
#include <vector>

class QPainter;

namespace reluscope::ui {

/// A line in pixels: clipped to the visible samples, cut into pieces at gaps, and thinned to the
/// lowest and highest sample of each pixel column where samples are denser than pixels. Made to
/// be filled again and again without allocating.
class LinePath {
  public:
    void build(const PlotFrame& frame, std::span<const double> x, std::span<const double> y,
               SeriesShape shape);

    /// Leaves out the vertices that a straight line passes as near as no eye can see. What strokes
    /// cost is in their joins, and of a smooth curve's most are needless.
    void simplify();

    [[nodiscard]] std::size_t vertexCount() const { return m_points.size(); }
    [[nodiscard]] std::span<const QPointF> points() const { return m_points; }

    void stroke(QPainter& painter, const QPen& pen) const;
    /// Fills down (or up) to the horizontal line at pixel `base`.
    void fillTo(QPainter& painter, qreal base, const QBrush& brush) const;

  private:
    /// Its extremes: pixels along x, but values along y, or each sample would need a logarithm.
    struct Column {
        qreal key = 0.0;
        QPointF first; ///< the earlier one
        QPointF second;
        bool filled = false;
    };

    void add(QPointF point);
    void addThinned(const PlotFrame& frame, QPointF sample);
    void closeColumn(const PlotFrame& frame);
    void closePiece(const PlotFrame& frame);
    [[nodiscard]] qreal pixelLength() const;

    std::vector<QPointF> m_points;
    std::vector<std::size_t> m_pieceEnds;
    SeriesShape m_shape = SeriesShape::Lines;
    Column m_column;
    bool m_thinned = false;
    bool m_dense = false; ///< too much so for its corners to be seen
};

/// Where the visible part of a line ends: at its last sample, or where it leaves the area.
[[nodiscard]] std::optional<QPointF> lineEnd(const PlotFrame& frame, std::span<const double> x,
                                             std::span<const double> y, SeriesShape shape);

/// Whether any part of a line lies in the area.
[[nodiscard]] bool crossesArea(const PlotFrame& frame, std::span<const double> x,
                               std::span<const double> y, SeriesShape shape);

} // namespace reluscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/histogram.h"

#include "ui/theme/run_style.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>

namespace reluscope::ui {

namespace {

constexpr qreal heightShare = 0.86; ///< of the plot, that the highest bin takes

void paintPiece(QPainter& painter, const PlotFrame& frame, QPolygonF& piece, const QColor& fill,
                const QColor& line) {
    if (piece.isEmpty()) {
        return;
    }
    const qreal bottom = frame.area.bottom();
    piece.prepend(QPointF(piece.front().x(), bottom));
    piece.append(QPointF(piece.back().x(), bottom));
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawPolygon(piece);
    painter.setPen(QPen(line, 1.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(piece);
    piece.clear();
}

void paintHistogram(QPainter& painter, const PlotFrame& frame, const Series& series) {
    const auto edges = series.x();
    const auto counts = series.y();
    const double most = counts.empty() ? 0.0 : *std::ranges::max_element(counts);
    if (edges.size() < 2 || !(most > 0.0)) {
        return;
    }
    const RunStyle style = runStyle(*frame.theme, series.run());
    const QColor line = Theme::mix(style.histogramTint, style.color, 0.5);
    const double width = edges[1] - edges[0];
    QPolygonF piece; // of neighbouring bins that are not empty
    for (std::size_t bin = 0; bin < edges.size(); ++bin) {
        if (!(counts[bin] > 0.0)) {
            paintPiece(painter, frame, piece, style.histogramTint, line);
            continue;
        }
        const qreal height = heightShare * frame.area.height() * std::sqrt(counts[bin] / most);
        const qreal top = std::round(frame.area.bottom() - height);
        piece << QPointF(std::round(frame.x.toPixel(edges[bin])), top)
              << QPointF(std::round(frame.x.toPixel(edges[bin] + width)), top);
    }
    paintPiece(painter, frame, piece, style.histogramTint, line);
}

} // namespace

void paintHistograms(QPainter& painter, const PlotFrame& frame,
                     const std::vector<std::unique_ptr<Series>>& series) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false); // all edges are upright or level
    painter.setClipRect(frame.area.adjusted(0.0, 0.0, 1.0, 0.0), Qt::IntersectClip);
    for (const auto& one : series) {
        if (one->isVisible() && one->role() == SeriesRole::Histogram) {
            paintHistogram(painter, frame, *one);
        }
    }
    painter.restore();
}

} // namespace reluscope::ui

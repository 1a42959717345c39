// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/line_path.h"

#include <QPaintEngine>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace reluscope::ui {

namespace {

/// Stroking a wide antialiased polyline costs more than linearly in its length, because the whole
/// outline is rasterized at once. Short runs of vertices keep the round joins and make it linear.
constexpr std::size_t verticesPerStroke = 12;

/// The same as a length, for dashed lines.
constexpr qreal dashedRunPixels = 48.0;

/// Above this length in pixels even short runs are too slow; single lines have a fast path.
constexpr qreal longPath = 8000.0;

/// Of vertices nearer to each other than this along x no corner can be seen.
constexpr qreal leastJoinPixels = 2.5;

/// A thinned line that climbs more than this per vertex is a band of upright strokes.
constexpr qreal steepPerVertex = 3.0;

/// A vertex this near to a straight line may as well lie on it.
constexpr qreal unseenPixels = 0.1;

/// Samples further apart than this are joined by a true line even in such a band.
constexpr qreal strokeGap = 1.5;

/// The samples that a line through `area` needs: the visible ones and one more on either side.
std::pair<std::size_t, std::size_t> visibleSamples(const PlotFrame& frame,
                                                   std::span<const double> x, SeriesShape shape) {
    if (shape == SeriesShape::Path) {
        return {0, x.size()};
    }
    const double left = frame.x.toValue(frame.area.left());
    const double right = frame.x.toValue(frame.area.right());
    auto first = std::lower_bound(x.begin(), x.end(), left);
    auto last = std::upper_bound(first, x.end(), right);
    if (first != x.begin()) {
        --first;
    }
    if (last != x.end()) {
        ++last;
    }
    return {static_cast<std::size_t>(first - x.begin()),
            static_cast<std::size_t>(last - x.begin())};
}

/// Whether a straight line from a to b meets a rectangle: it reaches over both its sides, and does
/// not leave all corners on one side.
bool meets(const QRectF& area, QPointF a, QPointF b) {
    const auto [left, right] = std::minmax({a.x(), b.x()});
    const auto [upper, lower] = std::minmax({a.y(), b.y()});
    if (right < area.left() || left > area.right() || lower < area.top() || upper > area.bottom()) {
        return false;
    }
    const QPointF way = b - a;
    const auto side = [&](QPointF corner) {
        const QPointF aside = corner - a;
        return way.x() * aside.y() - way.y() * aside.x();
    };
    const auto [least, most] = std::minmax({side(area.topLeft()), side(area.topRight()),
                                            side(area.bottomLeft()), side(area.bottomRight())});
    return least <= 0.0 && most >= 0.0;
}

bool isVectorized(const QPainter& painter) {
    const QPaintEngine::Type type = painter.paintEngine()->type();
    return type == QPaintEngine::SVG || type == QPaintEngine::Pdf;
}

void strokeInRuns(QPainter& painter, const QPen& pen, std::span<const QPointF> piece,
                  std::size_t runLength) {
    if (runLength == 2) {
        // Square ends cover the notches that are left without joins, and keep the fast path.
        painter.setPen(QPen(pen.brush(), pen.widthF(), Qt::SolidLine, Qt::SquareCap));
    }
    for (std::size_t i = 0; i + 1 < piece.size(); i += runLength - 1) {
        const std::size_t count = std::min(runLength, piece.size() - i);
        if (count == 2) {
            painter.drawLine(piece[i], piece[i + 1]);
        } else {
            painter.drawPolyline(&piece[i], static_cast<int>(count));
        }
    }
}

/// As strokeInRuns(), for dashes: the runs are cut in the gap at the end of every few patterns,
/// where no seam can show.
void strokeDashed(QPainter& painter, const QPen& pen, std::span<const QPointF> piece) {
    const QList<qreal> pattern = pen.dashPattern();
    const qreal period = std::accumulate(pattern.begin(), pattern.end(), 0.0) * pen.widthF();
    const qreal runLength = std::ceil(dashedRunPixels / period) * period;
    QPolygonF run{piece.front()};
    qreal left = runLength;
    for (std::size_t i = 1; i < piece.size(); ++i) {
        QLineF way(run.back(), piece[i]);
        while (way.length() > left) {
            way.setP1(way.pointAt(left / way.length()));
            run << way.p1();
            painter.drawPolyline(run);
            run = {way.p1()};
            left = runLength;
        }
        left -= way.length();
        run << piece[i];
    }
    painter.drawPolyline(run);
}

/// Dense noise looks the same as upright rectangles, which need no antialiasing and cost a
/// twentieth.
void strokeUpright(QPainter& painter, const QPen& pen, std::span<const QPointF> piece) {
    const qreal width = pen.widthF();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (std::size_t i = 1; i < piece.size(); ++i) {
        const QPointF a = piece[i - 1];
        const QPointF b = piece[i];
        if (b.x() - a.x() > strokeGap) {
            painter.drawLine(a, b);
            continue;
        }
        const auto [low, high] = std::minmax({a.y(), b.y()});
        painter.fillRect(
            QRectF((a.x() + b.x() - width) / 2.0, low - width / 2.0, width, high - low + width),
            pen.color());
    }
    painter.restore();
}

/// The slopes of lines from one vertex that pass all later ones within the tolerance.
struct SlopeRange {
    qreal least = -std::numeric_limits<qreal>::infinity();
    qreal most = std::numeric_limits<qreal>::infinity();

    bool contains(QPointF way) const {
        return way.x() > 0.0 && way.y() >= least * way.x() && way.y() <= most * way.x();
    }
    void narrow(QPointF way) {
        least = std::max(least, (way.y() - unseenPixels) / way.x());
        most = std::min(most, (way.y() + unseenPixels) / way.x());
    }
};

/// Where the way from a point inside to one outside crosses the first edge.
QPointF exitFrom(const QRectF& area, QPointF inside, QPointF outside, SeriesShape shape) {
    if (shape == SeriesShape::Steps) {
        return {std::min(outside.x(), area.right()), inside.y()};
    }
    const QPointF way = outside - inside;
    qreal share = 1.0;
    if (outside.x() > area.right()) {
        share = (area.right() - inside.x()) / way.x();
    }
    if (outside.y() < area.top()) {
        share = std::min(share, (area.top() - inside.y()) / way.y());
    } else if (outside.y() > area.bottom()) {
        share = std::min(share, (area.bottom() - inside.y()) / way.y());
    }
    return inside + way * std::clamp(share, 0.0, 1.0);
}

} // namespace

void LinePath::build(const PlotFrame& frame, std::span<const double> x, std::span<const double> y,
                     SeriesShape shape) {
    m_points.clear();
    m_pieceEnds.clear();
    m_column.filled = false;
    m_shape = shape;
    const auto [first, last] = visibleSamples(frame, x, shape);
    const auto count = static_cast<double>(last - first);
    m_thinned = shape != SeriesShape::Path && count > frame.area.width();
    m_dense = shape != SeriesShape::Path && count > frame.area.width() / leastJoinPixels;
    for (std::size_t i = first; i < last; ++i) {
        if (!frame.x.canShow(x[i]) || !frame.y.canShow(y[i])) {
            closePiece(frame);
            continue;
        }
        if (m_thinned) {
            addThinned(frame, {frame.x.toPixel(x[i]), y[i]});
        } else {
            add({frame.x.toPixel(x[i]), frame.y.toPixel(y[i])});
        }
    }
    closePiece(frame);
}

void LinePath::simplify() {
    if (m_shape != SeriesShape::Lines || m_thinned) {
        return;
    }
    std::size_t kept = 0;
    std::size_t start = 0;
    for (std::size_t& end : m_pieceEnds) {
        QPointF from = m_points[start];
        m_points[kept++] = from;
        SlopeRange slopes;
        for (std::size_t i = start + 1; i < end; ++i) {
            if (i > start + 1 && !slopes.contains(m_points[i] - from)) {
                from = m_points[i - 1];
                m_points[kept++] = from;
                slopes = {};
            }
            slopes.narrow(m_points[i] - from);
        }
        if (end - start > 1) {
            m_points[kept++] = m_points[end - 1];
        }
        start = std::exchange(end, kept);
    }
    m_points.resize(kept);
}

void LinePath::add(QPointF point) {
    const std::size_t pieceStart = m_pieceEnds.empty() ? 0 : m_pieceEnds.back();
    if (m_shape == SeriesShape::Steps && m_points.size() > pieceStart) {
        m_points.emplace_back(point.x(), m_points.back().y());
    }
    m_points.push_back(point);
}

void LinePath::addThinned(const PlotFrame& frame, QPointF sample) {
    const qreal key = std::floor(sample.x());
    if (m_column.filled && key != m_column.key) {
        closeColumn(frame);
    }
    if (!m_column.filled) {
        m_column = {key, sample, sample, true};
        return;
    }
    const auto [low, high] = std::minmax({m_column.first.y(), m_column.second.y()});
    if (sample.y() < low || sample.y() > high) {
        // The extreme on the other side stays; the new one came later.
        const bool firstStays =
            sample.y() < low ? m_column.first.y() == high : m_column.first.y() == low;
        m_column.first = firstStays ? m_column.first : m_column.second;
        m_column.second = sample;
    }
}

void LinePath::closeColumn(const PlotFrame& frame) {
    if (!m_column.filled) {
        return;
    }
    const auto toPixels = [&](QPointF sample) {
        return QPointF(sample.x(), frame.y.toPixel(sample.y()));
    };
    add(toPixels(m_column.first));
    if (m_column.second != m_column.first) {
        add(toPixels(m_column.second));
    }
    m_column.filled = false;
}

void LinePath::closePiece(const PlotFrame& frame) {
    closeColumn(frame);
    if (m_points.size() > (m_pieceEnds.empty() ? 0 : m_pieceEnds.back())) {
        m_pieceEnds.push_back(m_points.size());
    }
}

void LinePath::stroke(QPainter& painter, const QPen& pen) const {
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    const bool whole = isVectorized(painter);
    const bool dashed = pen.style() == Qt::CustomDashLine;
    const qreal length = whole || dashed ? 0.0 : pixelLength();
    const bool steep = m_thinned && length > steepPerVertex * static_cast<qreal>(m_points.size());
    QPen joined = pen;
    if (m_dense) {
        // Rounding takes twice as long as all the rest.
        joined.setJoinStyle(Qt::BevelJoin);
    }
    std::size_t start = 0;
    for (const std::size_t end : m_pieceEnds) {
        const std::span piece = std::span(m_points).subspan(start, end - start);
        if (piece.size() == 1) {
            painter.drawPoint(piece.front());
        } else if (whole) {
            painter.drawPolyline(piece.data(), static_cast<int>(piece.size()));
        } else if (dashed) {
            strokeDashed(painter, pen, piece);
        } else if (steep) {
            strokeUpright(painter, pen, piece);
        } else {
            strokeInRuns(painter, joined, piece, length > longPath ? 2 : verticesPerStroke);
        }
        start = end;
    }
}

qreal LinePath::pixelLength() const {
    qreal length = 0.0;
    for (std::size_t i = 1; i < m_points.size(); ++i) {
        const QPointF way = m_points[i] - m_points[i - 1];
        length += std::abs(way.x()) + std::abs(way.y());
    }
    return length;
}

void LinePath::fillTo(QPainter& painter, qreal base, const QBrush& brush) const {
    painter.setPen(Qt::NoPen);
    painter.setBrush(brush);
    std::size_t start = 0;
    for (const std::size_t end : m_pieceEnds) {
        QPolygonF outline;
        outline.reserve(static_cast<qsizetype>(end - start) + 2);
        outline << QPointF(m_points[start].x(), base);
        for (std::size_t i = start; i < end; ++i) {
            outline << m_points[i];
        }
        outline << QPointF(m_points[end - 1].x(), base);
        painter.drawPolygon(outline);
        start = end;
    }
}

std::optional<QPointF> lineEnd(const PlotFrame& frame, std::span<const double> x,
                               std::span<const double> y, SeriesShape shape) {
    const QRectF& area = frame.area;
    const auto isInside = [&](QPointF p) {
        return p.x() <= area.right() + 0.5 && p.y() >= area.top() - 0.5 &&
               p.y() <= area.bottom() + 0.5;
    };
    const auto [first, last] = visibleSamples(frame, x, shape);
    QPointF outside;
    bool leaves = false;
    for (std::size_t i = last; i-- > first;) {
        if (!frame.x.canShow(x[i]) || !frame.y.canShow(y[i])) {
            leaves = false;
            continue;
        }
        const QPointF point(frame.x.toPixel(x[i]), frame.y.toPixel(y[i]));
        if (isInside(point)) {
            const QPointF end = leaves ? exitFrom(area, point, outside, shape) : point;
            return end.x() >= area.left() - 0.5 ? std::optional(end) : std::nullopt;
        }
        outside = point;
        leaves = true;
    }
    return std::nullopt;
}

bool crossesArea(const PlotFrame& frame, std::span<const double> x, std::span<const double> y,
                 SeriesShape shape) {
    const auto [first, last] = visibleSamples(frame, x, shape);
    std::optional<QPointF> before;
    for (std::size_t i = first; i < last; ++i) {
        if (!frame.x.canShow(x[i]) || !frame.y.canShow(y[i])) {
            before.reset();
            continue;
        }
        const QPointF point(frame.x.toPixel(x[i]), frame.y.toPixel(y[i]));
        const QPointF from = before.value_or(point);
        const QPointF corner(point.x(), from.y());
        if (shape == SeriesShape::Steps
                ? meets(frame.area, from, corner) || meets(frame.area, corner, point)
                : meets(frame.area, from, point)) {
            return true;
        }
        before = point;
    }
    return false;
}

} // namespace reluscope::ui

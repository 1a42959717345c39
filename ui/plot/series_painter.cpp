// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/series_painter.h"

#include "ui/plot/plot.h"
#include "ui/theme/run_style.h"

#include <QPainter>
#include <QPolygonF>

namespace reluscope::ui {

namespace {

/// Dashing a live line of more vertices costs more than it tells.
constexpr std::size_t mostDashedVertices = 300;

qreal widthOf(SeriesRole role) {
    switch (role) {
    case SeriesRole::Main:
        return 2.0;
    case SeriesRole::Curve:
        return 2.5;
    case SeriesRole::Tint:
    case SeriesRole::Thin:
        return 1.25;
    case SeriesRole::Limit:
    case SeriesRole::Backdrop:
    case SeriesRole::Histogram:
        return 1.0;
    }
    return 1.0;
}

QColor colourOf(const Theme& theme, const RunStyle& style, SeriesRole role) {
    switch (role) {
    case SeriesRole::Tint:
        return style.lineTint;
    case SeriesRole::Limit:
        return theme.color(Tone::Text2);
    case SeriesRole::Backdrop:
        return theme.color(Tone::Axis);
    case SeriesRole::Main:
    case SeriesRole::Curve:
    case SeriesRole::Thin:
    case SeriesRole::Histogram:
        break;
    }
    return style.color;
}

QColor areaColourOf(const Theme& theme, const RunStyle& style, SeriesRole role) {
    return role == SeriesRole::Backdrop ? theme.color(Tone::Selected) : style.fillTint;
}

QPen limitPen(const QColor& colour, qreal width, qreal scale) {
    QPen pen = solidPen(colour, width);
    pen.setCapStyle(Qt::FlatCap);
    pen.setDashPattern({5.0 * scale / width, 4.0 * scale / width});
    return pen;
}

/// All but histograms, which lie deeper.
template <typename Paint>
void forVisible(const std::vector<std::unique_ptr<Series>>& all, Paint paint) {
    for (const auto& series : all) {
        if (series->isVisible() && series->role() != SeriesRole::Histogram) {
            paint(*series);
        }
    }
}

void paintDisc(QPainter& painter, const PlotFrame& frame, const JumpDisc& disc) {
    if (!frame.x.canShow(disc.x) || !frame.y.canShow(disc.y)) {
        return;
    }
    const QColor colour = runStyle(*frame.theme, disc.run).color;
    const QColor tile = frame.theme->color(Tone::Tile);
    painter.setPen(QPen(disc.open ? colour : tile, 1.5 * frame.scale));
    painter.setBrush(disc.open ? tile : colour);
    const qreal radius = 3.5 * frame.scale;
    painter.drawEllipse(QPointF(frame.x.toPixel(disc.x), frame.y.toPixel(disc.y)), radius, radius);
}

void paintDots(QPainter& painter, const PlotFrame& frame, const std::vector<QPointF>& dots) {
    QColor colour = frame.theme->color(Tone::Text2);
    colour.setAlphaF(0.45F); // dots overlap, and a crowd should look like one
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    const qreal radius = 2.0 * frame.scale;
    for (const QPointF& dot : dots) {
        painter.drawEllipse(QPointF(frame.x.toPixel(dot.x()), frame.y.toPixel(dot.y())), radius,
                            radius);
    }
}

} // namespace

void SeriesPainter::paint(QPainter& painter, const PlotFrame& frame,
                          const std::vector<std::unique_ptr<Series>>& series,
                          const std::vector<QPointF>& dots, const std::vector<JumpDisc>& discs) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    // Half a line may stick out, so that lines along the edges keep their width.
    const qreal overhang = frame.lineWidth(2.0);
    painter.setClipRect(frame.area.adjusted(-overhang, -overhang, overhang, overhang),
                        Qt::IntersectClip);
    paintDots(painter, frame, dots);
    forVisible(series, [&](const Series& one) { paintBand(painter, frame, one); });
    forVisible(series, [&](const Series& one) { paintArea(painter, frame, one); });
    for (const bool tints : {true, false}) {
        forVisible(series, [&](const Series& one) {
            if ((one.role() == SeriesRole::Tint) == tints) {
                paintLine(painter, frame, one);
            }
        });
    }
    painter.restore();

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    forVisible(series, [&](const Series& one) { paintMarkers(painter, frame, one); });
    for (const JumpDisc& disc : discs) {
        paintDisc(painter, frame, disc);
    }
    painter.restore();
}

void SeriesPainter::paintBand(QPainter& painter, const PlotFrame& frame, const Series& series) {
    QPolygonF upper;
    QPolygonF lower;
    const auto close = [&] {
        std::reverse(lower.begin(), lower.end());
        if (upper.size() > 1) {
            painter.drawPolygon(upper + lower);
        }
        upper.clear();
        lower.clear();
    };
    QColor tint = runStyle(*frame.theme, series.run()).color;
    tint.setAlphaF(0.14F); // bands overlap, and each must stay visible through the others
    painter.setPen(Qt::NoPen);
    painter.setBrush(tint);
    for (std::size_t i = 0; i < series.bandX().size(); ++i) {
        const double low = series.bandLower()[i];
        const double high = series.bandUpper()[i];
        if (!frame.y.canShow(low) || !frame.y.canShow(high)) {
            close();
            continue;
        }
        const qreal x = frame.x.toPixel(series.bandX()[i]);
        upper << QPointF(x, frame.y.toPixel(high));
        lower << QPointF(x, frame.y.toPixel(low));
    }
    close();
}

void SeriesPainter::paintArea(QPainter& painter, const PlotFrame& frame, const Series& series) {
    if (!series.area()) {
        return;
    }
    const RunStyle style = runStyle(*frame.theme, series.run());
    const qreal base =
        frame.y.canShow(*series.area()) ? frame.y.toPixel(*series.area()) : frame.area.bottom();
    m_path.build(frame, series.x(), series.y(), series.shape());
    m_path.fillTo(painter, base, areaColourOf(*frame.theme, style, series.role()));
}

void SeriesPainter::paintLine(QPainter& painter, const PlotFrame& frame, const Series& series) {
    if (series.x().empty()) {
        return;
    }
    m_path.build(frame, series.x(), series.y(), series.shape());
    m_path.simplify();
    const RunStyle style = runStyle(*frame.theme, series.run());
    const qreal width = frame.lineWidth(widthOf(series.role()));
    if (series.hasCasing()) {
        m_path.stroke(painter, solidPen(style.ground, frame.lineWidth(5.0)));
    }
    const bool dashed = series.isDashed() && (series.role() == SeriesRole::Curve ||
                                              m_path.vertexCount() <= mostDashedVertices);
    const QColor colour = colourOf(*frame.theme, style, series.role());
    if (series.role() == SeriesRole::Limit) {
        m_path.stroke(painter, limitPen(colour, width, frame.scale));
    } else {
        m_path.stroke(painter,
                      dashed ? dashedPen(style, width, frame.scale) : solidPen(colour, width));
    }
}

void SeriesPainter::paintMarkers(QPainter& painter, const PlotFrame& frame, const Series& series) {
    const RunStyle style = runStyle(*frame.theme, series.run());
    const auto mark = [&](QPointF at) {
        drawMarker(painter, style.marker, at, frame.markerSize(), style.color, style.ground);
    };
    if (series.hasVertexMarkers()) {
        m_path.build(frame, series.x(), series.y(),
                     series.shape() == SeriesShape::Path ? SeriesShape::Path : SeriesShape::Lines);
        for (const QPointF& point : m_path.points()) {
            if (frame.area.adjusted(-1, -1, 1, 1).contains(point)) {
                mark(point);
            }
        }
    }
    const auto end = series.hasEndMarker() || !series.diverged().isEmpty()
                         ? lineEnd(frame, series.x(), series.y(), series.shape())
                         : std::nullopt;
    if (!end) {
        return;
    }
    if (series.diverged().isEmpty()) {
        mark(*end);
        return;
    }
    const qreal arm = 3.5 * frame.scale;
    painter.setPen(QPen(style.color, frame.lineWidth(1.75), Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(*end + QPointF(-arm, -arm), *end + QPointF(arm, arm));
    painter.drawLine(*end + QPointF(-arm, arm), *end + QPointF(arm, -arm));
}

} // namespace reluscope::ui

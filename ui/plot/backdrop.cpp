// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/backdrop.h"

#include "ui/plot/hatch.h"
#include "ui/plot/plot.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace reluscope::ui {

namespace {

constexpr qreal hatchSpacing = 7.0;

/// Zones may reach to infinity; the area ends them.
qreal pixelWithin(const PlotFrame& frame, double x) {
    if (!frame.x.canShow(x)) {
        return x > 0.0 ? frame.area.right() : frame.area.left();
    }
    return std::clamp(frame.x.toPixel(x), frame.area.left(), frame.area.right());
}

/// Empty outside of the area.
QRectF bandOf(const PlotFrame& frame, const Zone& zone) {
    return {QPointF(pixelWithin(frame, zone.from), frame.area.top()),
            QPointF(pixelWithin(frame, zone.to), frame.area.bottom())};
}

} // namespace

void paintZones(QPainter& painter, const PlotFrame& frame, const Plot& plot) {
    for (const Zone& zone : plot.zones()) {
        painter.fillRect(bandOf(frame, zone), frame.theme->color(Tone::Zone));
    }
}

void paintHatches(QPainter& painter, const PlotFrame& frame, const Plot& plot) {
    for (const Zone& zone : plot.zones()) {
        if (zone.hatched) {
            drawHatch(painter, bandOf(frame, zone), frame.theme->color(Tone::Hatch),
                      hatchSpacing * frame.scale, 1.0);
        }
    }
}

void paintZeroLines(QPainter& painter, const PlotFrame& frame, const Plot& plot) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(frame.theme->color(Tone::Axis), 1.0));
    const QPointF zero(frame.x.canShow(0.0) ? frame.x.toPixel(0.0) : -1.0,
                       frame.y.canShow(0.0) ? frame.y.toPixel(0.0) : -1.0);
    const QRectF& area = frame.area;
    if (plot.hasZeroLineAtX() && zero.x() >= area.left() && zero.x() <= area.right()) {
        painter.drawLine(QPointF(zero.x(), area.top()), QPointF(zero.x(), area.bottom()));
    }
    if (plot.hasZeroLineAtY() && zero.y() >= area.top() && zero.y() <= area.bottom()) {
        painter.drawLine(QPointF(area.left(), zero.y()), QPointF(area.right(), zero.y()));
    }
    painter.restore();
}

} // namespace reluscope::ui

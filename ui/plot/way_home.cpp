// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/way_home.h"

#include "ui/plot/line_path.h"
#include "ui/plot/plot.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace reluscope::ui {

void paintWayHome(QPainter& painter, const PlotFrame& frame, const Plot& plot) {
    const auto isDrawn = [](const auto& series) {
        return series->isVisible() && !series->x().empty();
    };
    const auto isInSight = [&](const auto& series) {
        return isDrawn(series) && crossesArea(frame, series->x(), series->y(), series->shape());
    };
    if (!plot.isZoomed() || std::ranges::none_of(plot.series(), isDrawn) ||
        std::ranges::any_of(plot.series(), isInSight)) {
        return;
    }
    const QString words =
        Plot::tr("No line is in sight. Double-click or press 0 for the whole view.");
    constexpr int flags = Qt::AlignCenter | Qt::TextWordWrap;
    painter.save();
    painter.setFont(frame.textFont(12.0));
    const qreal padding = 6.0 * frame.scale;
    painter.fillRect(painter.boundingRect(frame.area, flags, words)
                         .adjusted(-padding, -padding, padding, padding)
                         .intersected(frame.area),
                     frame.theme->color(Tone::Tile)); // axes and cross-hair may pass below
    painter.setPen(frame.theme->color(Tone::Text3));
    painter.drawText(frame.area, flags, words);
    painter.restore();
}

} // namespace reluscope::ui

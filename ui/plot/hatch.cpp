// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/hatch.h"

#include <QLineF>
#include <QList>
#include <QPainter>

#include <cmath>

namespace reluscope::ui {

void drawHatch(QPainter& painter, const QRectF& area, const QColor& colour, qreal spacing,
               qreal width) {
    // The lines start on multiples of the spacing in x + y, so that neighbouring areas join up.
    QList<QLineF> lines;
    const qreal first = std::ceil((area.left() + area.top()) / spacing) * spacing;
    for (qreal sum = first; sum < area.right() + area.bottom(); sum += spacing) {
        lines.emplace_back(sum - area.top(), area.top(), sum - area.bottom(), area.bottom());
    }
    painter.save();
    painter.setClipRect(area, Qt::IntersectClip);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, width));
    painter.drawLines(lines);
    painter.restore();
}

} // namespace reluscope::ui

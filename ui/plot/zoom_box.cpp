// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/zoom_box.h"

#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>

namespace reluscope::ui {

namespace {

constexpr qreal hintPadding = 7.0;
constexpr qreal hintHeight = 20.0;

} // namespace

void paintZoomBox(QPainter& painter, const PlotFrame& frame, const ZoomBox& box) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(frame.theme->color(Tone::Text1), 1.0));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box.pixels.intersected(frame.area));
    if (!box.hint.isEmpty()) {
        const QFont font = frame.textFont(12.0, QFont::Medium);
        const qreal width = std::min(QFontMetricsF(font).horizontalAdvance(box.hint) +
                                         2 * hintPadding * frame.scale,
                                     frame.bounds.width());
        QRectF place(0.0, frame.area.top(), width, hintHeight * frame.scale);
        place.moveLeft(frame.area.center().x() - width / 2.0);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(frame.theme->color(Tone::Accent));
        painter.drawRoundedRect(place, 4.0 * frame.scale, 4.0 * frame.scale);
        painter.setFont(font);
        painter.setPen(frame.theme->color(Tone::OnAccent));
        painter.drawText(place, Qt::AlignCenter | Qt::TextSingleLine, box.hint);
    }
    painter.restore();
}

} // namespace reluscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/diverged.h"

#include "ui/plot/hatch.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace reluscope::ui {

namespace {

constexpr qreal wordPixels = 12.0;

} // namespace

void drawDiverged(QPainter& painter, const QRectF& area, const QFont& font, const Theme& theme,
                  qreal scale) {
    painter.fillRect(area, theme.color(Tone::Zone));
    drawHatch(painter, area, theme.color(Tone::Strong), denseHatchPixels * scale, 1.0);

    QFont wordFont = font;
    wordFont.setPixelSize(std::max(1, static_cast<int>(std::lround(wordPixels * scale))));
    const QString words = QCoreApplication::translate("Diverged", "no finite output");
    const QFontMetricsF metrics(wordFont);
    QRectF plate(0.0, 0.0, metrics.horizontalAdvance(words) + 16.0 * scale, 20.0 * scale);
    plate.moveCenter(area.center());
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Tone::Tile));
    painter.drawRoundedRect(plate, 4.0 * scale, 4.0 * scale);
    painter.setPen(theme.color(Tone::Text1));
    painter.setFont(wordFont);
    painter.drawText(plate, Qt::AlignCenter, words);
}

} // namespace reluscope::ui

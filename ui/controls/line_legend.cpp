// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/line_legend.h"

#include "ui/theme/run_style.h"

#include <QFontMetrics>
#include <QPainter>

namespace reluscope::ui {

namespace {

constexpr qreal legendPixels = 12;
constexpr qreal sampleWidth = 18;
constexpr qreal gap = 8;
constexpr qreal groupGap = 14;

} // namespace

LineLegend::LineLegend(QWidget* parent)
    : QWidget(parent) {
    setAccessibleName(tr("Strong lines: test. Pale lines: training."));
}

QFont LineLegend::legendFont() const {
    QFont result = font();
    result.setPixelSize(scaled(this, legendPixels));
    return result;
}

QSize LineLegend::sizeHint() const {
    const QFontMetrics metrics(legendFont());
    const int words = metrics.horizontalAdvance(tr("test") + tr("training"));
    return {words + scaled(this, 2 * (sampleWidth + gap) + groupGap) + 2, scaled(this, 20)};
}

void LineLegend::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    const qreal scale = scaleOf(this);
    const QFontMetricsF metrics(legendFont());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(legendFont());

    qreal x = 0;
    const auto drawEntry = [&](const QPen& pen, const QString& words) {
        const qreal y = height() / 2.0;
        painter.setPen(pen);
        painter.drawLine(QPointF(x + 1, y), QPointF(x + sampleWidth * scale, y));
        x += (sampleWidth + gap) * scale;
        painter.setPen(theme.color(Tone::Text2));
        const qreal wordsWidth = metrics.horizontalAdvance(words);
        painter.drawText(QRectF(x, 0, wordsWidth + 1, height()), Qt::AlignVCenter, words);
        x += wordsWidth + groupGap * scale;
    };
    // Ink instead of a run's colour: it holds for all of them.
    drawEntry(solidPen(theme.color(Tone::Text2), 2 * scale), tr("test"));
    drawEntry(solidPen(theme.color(Tone::Hatch), 1.5 * scale), tr("training"));
}

} // namespace reluscope::ui

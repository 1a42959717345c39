// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/named_swatch.h"

#include "ui/theme/run_style.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace reluscope::ui {

namespace {

constexpr qreal sampleWidth = 22; ///< as much as it takes to tell dashes apart
constexpr qreal sampleHeight = 10;
constexpr qreal gap = 6;

} // namespace

void paintLineSample(QPainter& painter, const QWidget* widget, const QRectF& place,
                     const RunStyle& style) {
    const qreal scale = scaleOf(widget);
    const QRectF sample(place.left(), place.center().y() - sampleHeight * scale / 2,
                        std::min(sampleWidth * scale, place.width()), sampleHeight * scale);
    drawSwatch(painter, sample, style, SwatchMarker::Omitted);
}

void paintNamedSwatch(QPainter& painter, const QWidget* widget, const QRectF& place,
                      const RunStyle& style, const QString& name) {
    paintLineSample(painter, widget, place, style);
    // A name that just fits is not to be elided for a rounding.
    const QRectF words = place.adjusted(widthBeforeName(widget), 0, 1, 0);
    const QFontMetricsF metrics(painter.font());
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics.elidedText(name, Qt::ElideRight, words.width()));
}

qreal widthBeforeName(const QWidget* widget) {
    return (sampleWidth + gap) * scaleOf(widget);
}

qreal namedSwatchWidth(const QWidget* widget, const QFont& font, const QString& name) {
    return widthBeforeName(widget) + QFontMetricsF(font).horizontalAdvance(name);
}

} // namespace reluscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/tile_values.h"

#include "ui/theme/run_style.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>
#include <numeric>

namespace reluscope::ui {

namespace {

constexpr qreal valuePixels = 12;
constexpr qreal markerPixels = 7;
constexpr qreal markerGap = 5;
constexpr qreal valueGap = 12;

} // namespace

TileValues::TileValues(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

void TileValues::setValues(const QVector<TileValue>& values) {
    if (values == m_values) {
        return;
    }
    m_values = values;
    QStringList spoken;
    for (const TileValue& value : values) {
        spoken.append(value.runName.isEmpty() ? value.text
                                              : tr("%1: %2").arg(value.runName, value.text));
    }
    setAccessibleName(spoken.join(QStringLiteral(", ")));
    setToolTip(spoken.join(QLatin1Char('\n')));
    updateGeometry();
    update();
}

QFont TileValues::valueFont() const {
    QFont result = font();
    result.setPixelSize(scaled(this, valuePixels));
    result.setWeight(QFont::Medium);
    return result;
}

QVector<qreal> TileValues::widths(bool shortTexts) const {
    const QFontMetricsF metrics(valueFont());
    const qreal around = (markerPixels + markerGap) * scaleOf(this);
    QVector<qreal> result;
    for (const TileValue& value : m_values) {
        const bool shorten = shortTexts && !value.shortText.isEmpty();
        result.append(around + metrics.horizontalAdvance(shorten ? value.shortText : value.text));
    }
    return result;
}

QSize TileValues::sizeHint() const {
    if (m_values.isEmpty()) {
        return {0, 0};
    }
    const QVector<qreal> each = widths(false);
    const qreal gaps = valueGap * scaleOf(this) * static_cast<qreal>(each.size() - 1);
    const qreal width = std::accumulate(each.begin(), each.end(), gaps);
    return {static_cast<int>(std::ceil(width)), scaled(this, 20)};
}

QSize TileValues::minimumSizeHint() const {
    return {0, sizeHint().height()};
}

void TileValues::paintEvent(QPaintEvent*) {
    if (m_values.isEmpty()) {
        return;
    }
    const bool shortTexts = width() < sizeHint().width();
    const QVector<qreal> each = widths(shortTexts);
    const qreal scale = scaleOf(this);
    const qreal gap = valueGap * scale;
    const QFont font = valueFont();
    const qreal ellipsis = QFontMetricsF(font).horizontalAdvance(QChar(0x2026));

    // As many from the front as fit; if not all do, there must be room for the ellipsis too.
    qsizetype shown = 0;
    qreal taken = 0;
    for (; shown < each.size(); ++shown) {
        const qreal next = taken + (shown > 0 ? gap : 0) + each[shown];
        const bool isLast = shown + 1 == each.size();
        if (next + (isLast ? 0 : gap + ellipsis) > width() + 0.5) {
            break;
        }
        taken = next;
    }
    const bool complete = shown == each.size();
    qreal x = width() - taken - (complete ? 0 : ellipsis + (shown > 0 ? gap : 0));

    const Theme& theme = Theme::of(this);
    QPainter painter(this);
    painter.setFont(font);
    painter.setPen(theme.color(Tone::Text1));
    const auto drawText = [&](qreal left, qreal textWidth, const QString& text) {
        painter.drawText(QRectF(left, 0, textWidth + 1, height()), Qt::AlignVCenter, text);
    };
    for (qsizetype i = 0; i < shown; ++i) {
        const TileValue& value = m_values[i];
        const RunStyle style = runStyle(theme, value.runIndex);
        drawMarker(painter, style.marker, QPointF(x + markerPixels * scale / 2, height() / 2.0),
                   markerPixels * scale, style.color, style.ground);
        const qreal textLeft = x + (markerPixels + markerGap) * scale;
        const bool shorten = shortTexts && !value.shortText.isEmpty();
        drawText(textLeft, each[i], shorten ? value.shortText : value.text);
        x += each[i] + gap;
    }
    if (!complete && x + ellipsis <= width() + 1) {
        drawText(x, ellipsis, QString(QChar(0x2026)));
    }
}

} // namespace reluscope::ui

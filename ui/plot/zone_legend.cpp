// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/zone_legend.h"

#include "ui/plot/hatch.h"
#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace reluscope::ui {

namespace {

constexpr qreal legendPixels = 12;
constexpr qreal swatchWidth = 18;
constexpr qreal swatchHeight = 12;
constexpr qreal gap = 8;
constexpr qreal entryGap = 16;
constexpr qreal hatchSpacing = 5;

} // namespace

ZoneLegend::ZoneLegend(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
}

void ZoneLegend::setEntries(const std::vector<ZoneLegendEntry>& entries) {
    if (entries == m_entries) {
        return;
    }
    m_entries = entries;
    setAccessibleName(text());
    setToolTip(text());
    updateGeometry();
    update();
}

QString ZoneLegend::text() const {
    QStringList sentences;
    for (const ZoneLegendEntry& entry : m_entries) {
        sentences << entry.words.at(0).toUpper() + entry.words.mid(1) + QLatin1Char('.');
    }
    return sentences.join(QLatin1Char(' '));
}

QFont ZoneLegend::legendFont() const {
    QFont result = font();
    result.setPixelSize(scaled(this, legendPixels));
    return result;
}

qreal ZoneLegend::widthWith(QString ZoneLegendEntry::*words) const {
    const QFontMetricsF metrics(legendFont());
    const qreal scale = scaleOf(this);
    qreal width = 0;
    for (const ZoneLegendEntry& entry : m_entries) {
        width += (width > 0 ? entryGap * scale : 0) + (swatchWidth + gap) * scale +
                 metrics.horizontalAdvance(entry.*words) + 1;
    }
    return width;
}

int ZoneLegend::shortWidth() const {
    return static_cast<int>(std::ceil(widthWith(&ZoneLegendEntry::shortWords)));
}

QSize ZoneLegend::sizeHint() const {
    return {static_cast<int>(std::ceil(widthWith(&ZoneLegendEntry::words))), scaled(this, 20)};
}

QSize ZoneLegend::minimumSizeHint() const {
    return {0, sizeHint().height()};
}

void ZoneLegend::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    const qreal scale = scaleOf(this);
    const QFontMetricsF metrics(legendFont());
    QPainter painter(this);
    painter.setFont(legendFont());

    const bool isNarrow = width() < sizeHint().width();
    // Short words that fit end where the full ones would.
    const qreal spare = isNarrow ? width() - widthWith(&ZoneLegendEntry::shortWords) : 0;
    qreal x = std::max(0.0, spare);
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const ZoneLegendEntry& entry = m_entries[i];
        const QRectF swatch(x, std::round((height() - swatchHeight * scale) / 2),
                            swatchWidth * scale, swatchHeight * scale);
        painter.fillRect(swatch, theme.color(Tone::Zone));
        if (entry.hatched) {
            drawHatch(painter, swatch, theme.color(Tone::Hatch), hatchSpacing * scale, 1.0);
        }
        painter.setPen(theme.color(Tone::Hatch));
        painter.drawRect(swatch.adjusted(0.5, 0.5, -0.5, -0.5));
        x = swatch.right() + gap * scale;

        // Where they don't, each may take what the entries after it leave, shared evenly.
        const auto entriesLeft = static_cast<qreal>(m_entries.size() - i);
        const qreal room = entriesLeft > 1 && spare < 0
                               ? (width() - x) / entriesLeft - entryGap * scale
                               : width() - x;
        const QString words =
            metrics.elidedText(isNarrow ? entry.shortWords : entry.words, Qt::ElideRight, room);
        painter.setPen(theme.color(Tone::Text2));
        painter.drawText(QRectF(x, 0, room + 1, height()), Qt::AlignLeft | Qt::AlignVCenter, words);
        x += metrics.horizontalAdvance(words) + entryGap * scale;
    }
}

} // namespace reluscope::ui

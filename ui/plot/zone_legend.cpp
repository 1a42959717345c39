// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/zone_legend.h"

#include "ui/plot/hatch.h"
#include "ui/theme/key_entry.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace reluscope::ui {

namespace {

constexpr KeyEntry::Measures measures{.swatch = 18, .gap = 8};
constexpr qreal swatchHeight = 12;
constexpr qreal entryGap = 16;
constexpr qreal hatchSpacing = 5;

void paintSwatch(QPainter& painter, QRectF swatch, bool isHatched, const Theme& theme,
                 qreal scale) {
    swatch = QRectF(swatch.left(), std::round(swatch.center().y() - swatchHeight * scale / 2),
                    swatch.width(), swatchHeight * scale);
    painter.fillRect(swatch, theme.color(Tone::Zone));
    if (isHatched) {
        drawHatch(painter, swatch, theme.color(Tone::Hatch), hatchSpacing * scale, 1.0);
    }
    painter.setPen(theme.color(Tone::Hatch));
    painter.drawRect(swatch.adjusted(0.5, 0.5, -0.5, -0.5));
}

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

qreal ZoneLegend::widthWith(QString ZoneLegendEntry::*words) const {
    const KeyEntry key(this, measures);
    qreal width = 0;
    for (const ZoneLegendEntry& entry : m_entries) {
        width += (width > 0 ? entryGap * scaleOf(this) : 0) + key.widthOf(entry.*words);
    }
    return width;
}

int ZoneLegend::shortWidth() const {
    return static_cast<int>(std::ceil(widthWith(&ZoneLegendEntry::shortWords)));
}

QSize ZoneLegend::sizeHint() const {
    return {static_cast<int>(std::ceil(widthWith(&ZoneLegendEntry::words))),
            KeyEntry(this, measures).height()};
}

QSize ZoneLegend::minimumSizeHint() const {
    return {0, sizeHint().height()};
}

void ZoneLegend::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    const qreal scale = scaleOf(this);
    const KeyEntry key(this, measures);
    QPainter painter(this);
    painter.setPen(theme.color(Tone::Text2));

    const bool isNarrow = width() < sizeHint().width();
    // Short words that fit end where the full ones would.
    const qreal spare = isNarrow ? width() - widthWith(&ZoneLegendEntry::shortWords) : 0;
    qreal x = std::max(0.0, spare);
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const ZoneLegendEntry& entry = m_entries[i];
        // Where they don't, each may take what the entries after it leave, shared evenly.
        const auto entriesLeft = static_cast<qreal>(m_entries.size() - i);
        const qreal room = entriesLeft > 1 && spare < 0
                               ? (width() - x) / entriesLeft - entryGap * scale
                               : width() - x;
        const QString words = key.elided(isNarrow ? entry.shortWords : entry.words, room);
        x = key.paint(painter, x, words, [&](const QRectF& swatch) {
            paintSwatch(painter, swatch, entry.hatched, theme, scale);
        }) + entryGap * scale;
    }
}

} // namespace reluscope::ui

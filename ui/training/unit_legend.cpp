// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/unit_legend.h"

#include "ui/controls/number_text.h"
#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>
#include <utility>

namespace reluscope::ui {
namespace {

constexpr qreal textSize = 12;
constexpr qreal markSize = 8;
constexpr qreal gap = 6;
constexpr qreal entryGap = 14;

} // namespace

UnitLegend::UnitLegend(QWidget* parent)
    : QWidget(parent) {
    setCounts(std::nullopt);
}

void UnitLegend::setCounts(const std::optional<UnitCounts>& counts) {
    std::vector<Entry> entries;
    for (const UnitState state : unitStateOrder) {
        if (!counts) {
            entries.push_back({state, unitStateName(state)});
        } else if (counts->of(state) > 0) {
            entries.push_back({state, counts->inWords(state)});
        }
    }
    setEntries(std::move(entries));
}

void UnitLegend::setEntries(std::vector<Entry> entries) {
    if (entries == m_entries) {
        return;
    }
    m_entries = std::move(entries);
    QStringList words;
    for (const Entry& entry : m_entries) {
        words << entry.words;
    }
    setToolTip(words.join(QLatin1Char('\n')));
    setAccessibleName(words.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QFont UnitLegend::legendFont() const {
    QFont words = font();
    words.setPixelSize(scaled(this, textSize));
    return words;
}

QSize UnitLegend::sizeHint() const {
    const QFontMetricsF metrics(legendFont());
    const qreal scale = scaleOf(this);
    qreal width = 0;
    for (const Entry& entry : m_entries) {
        width += (width > 0 ? entryGap * scale : 0) + (markSize + gap) * scale +
                 metrics.horizontalAdvance(entry.words) + 1;
    }
    return {static_cast<int>(std::ceil(width)), scaled(this, 20)};
}

QSize UnitLegend::minimumSizeHint() const {
    return {0, scaled(this, 20)};
}

void UnitLegend::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    const qreal scale = scaleOf(this);
    const qreal mark = markSize * scale;
    QPainter painter(this);
    painter.setFont(legendFont());
    painter.setPen(theme.color(Tone::Text2));
    qreal x = 0;
    for (const Entry& entry : m_entries) {
        const qreal words = painter.fontMetrics().horizontalAdvance(entry.words) + 1;
        const qreal end = x + mark + gap * scale + words;
        if (end > width() + 1) {
            break; // a whole entry or none
        }
        drawUnitMark(painter, entry.state, QPointF(x + mark / 2, height() / 2.0), mark, theme);
        painter.drawText(QRectF(x + mark + gap * scale, 0, words, height()), Qt::AlignVCenter,
                         entry.words);
        x = end + entryGap * scale;
    }
}

} // namespace reluscope::ui

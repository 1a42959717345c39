// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/unit_legend.h"

#include "ui/theme/key_entry.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <cmath>
#include <utility>

namespace reluscope::ui {
namespace {

constexpr KeyEntry::Measures measures{.swatch = 8, .gap = 6};
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

QSize UnitLegend::sizeHint() const {
    const KeyEntry key(this, measures);
    qreal width = 0;
    for (const Entry& entry : m_entries) {
        width += (width > 0 ? entryGap * scaleOf(this) : 0) + key.widthOf(entry.words);
    }
    return {static_cast<int>(std::ceil(width)), key.height()};
}

QSize UnitLegend::minimumSizeHint() const {
    return {0, sizeHint().height()};
}

void UnitLegend::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    const KeyEntry key(this, measures);
    QPainter painter(this);
    painter.setPen(theme.color(Tone::Text2));
    qreal x = 0;
    for (const Entry& entry : m_entries) {
        if (x + key.widthOf(entry.words) > width() + 1) {
            break; // a whole entry or none
        }
        x = key.paint(painter, x, entry.words, [&](const QRectF& swatch) {
            drawUnitMark(painter, entry.state, swatch.center(), swatch.width(), theme);
        }) + entryGap * scaleOf(this);
    }
}

} // namespace reluscope::ui

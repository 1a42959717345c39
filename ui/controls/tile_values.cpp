// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/tile_values.h"

#include "ui/theme/key_entry.h"
#include "ui/theme/run_style.h"

#include <QPainter>

#include <cmath>
#include <numeric>
#include <span>

namespace reluscope::ui {

namespace {

constexpr KeyEntry::Measures measures{.swatch = 7, .gap = 5, .weight = QFont::Medium};
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

QString TileValues::textOf(const TileValue& value, bool shortTexts) {
    return shortTexts && !value.shortText.isEmpty() ? value.shortText : value.text;
}

QVector<qreal> TileValues::widths(bool shortTexts) const {
    const KeyEntry key(this, measures);
    QVector<qreal> result;
    for (const TileValue& value : m_values) {
        result.append(key.widthOf(textOf(value, shortTexts)));
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
    return {static_cast<int>(std::ceil(width)), KeyEntry(this, measures).height()};
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
    const KeyEntry key(this, measures);
    const qreal gap = valueGap * scaleOf(this);
    const QString more(QChar(0x2026));
    const qreal ellipsis = key.widthOfWords(more);

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
    painter.setPen(theme.color(Tone::Text1));
    for (const TileValue& value : std::span(m_values).first(static_cast<std::size_t>(shown))) {
        const RunStyle style = runStyle(theme, value.runIndex);
        x = key.paint(painter, x, textOf(value, shortTexts), [&](const QRectF& swatch) {
            drawMarker(painter, style.marker, swatch.center(), swatch.width(), style.color,
                       style.ground);
        }) + gap;
    }
    if (!complete && x + ellipsis <= width() + 1) {
        key.paintWords(painter, x, more);
    }
}

} // namespace reluscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/readout_table.h"

#include "ui/controls/named_swatch.h"
#include "ui/curves/tabs/table_fonts.h"
#include "ui/theme/run_style.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>

namespace reluscope::ui {

namespace {

constexpr qreal headHeight = 28;
constexpr qreal rowHeight = 42;
constexpr qreal valueHeight = 26; ///< of a row; the note has the rest
constexpr qreal gap = 8;
constexpr qreal columnGap = 12;

} // namespace

ReadoutTable::ReadoutTable(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ReadoutTable::setRows(std::vector<ReadoutRow> rows) {
    if (rows == m_rows) {
        return;
    }
    const bool isHigher = rows.size() != m_rows.size();
    m_rows = std::move(rows);
    QStringList sentences;
    for (const ReadoutRow& row : m_rows) {
        sentences << (row.hasGradient ? tr("%1: f %2, f' %3.")
                                      : tr("%1: f %2, f' %3, no gradient."))
                         .arg(row.name, row.f, row.slope);
    }
    setAccessibleDescription(sentences.join(QLatin1Char(' ')));
    if (isHigher) {
        updateGeometry();
    }
    update();
}

/// As wide as most values are, so that the columns stand still; a longer value reaches into the
/// gap.
qreal ReadoutTable::columnWidth() const {
    return QFontMetricsF(tableFont(this, valuePixels, QFont::Medium))
        .horizontalAdvance(QStringLiteral("−0.000"));
}

QSize ReadoutTable::sizeHint() const {
    const auto rows = static_cast<qreal>(m_rows.size());
    return {scaled(this, 220), scaled(this, headHeight + rows * rowHeight)};
}

QSize ReadoutTable::minimumSizeHint() const {
    const qreal scale = scaleOf(this);
    const qreal name = 40 * scale;
    const qreal width = widthBeforeName(this) + name + 2 * columnGap * scale + 2 * columnWidth();
    return {static_cast<int>(width), sizeHint().height()};
}

void ReadoutTable::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        updateGeometry();
    }
    QWidget::changeEvent(event);
}

void ReadoutTable::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    const qreal scale = scaleOf(this);
    QPainter painter(this);
    painter.setFont(tableFont(this, headPixels));
    painter.setPen(theme.color(Tone::Text2));
    const QRectF head(0, 0, width(), headHeight * scale - 1);
    const qreal slopeLeft = width() - columnWidth() - columnGap * scale;
    painter.drawText(head, Qt::AlignRight | Qt::AlignVCenter, QStringLiteral("f'"));
    painter.drawText(QRectF(0, 0, slopeLeft, head.height()), Qt::AlignRight | Qt::AlignVCenter,
                     QStringLiteral("f"));
    painter.fillRect(QRectF(0, head.bottom(), width(), 1), theme.color(Tone::Border));

    QRectF place(0, head.bottom() + 1, width(), rowHeight * scale);
    for (const ReadoutRow& row : m_rows) {
        paintRow(painter, row, place);
        place.translate(0, place.height());
    }
}

void ReadoutTable::paintRow(QPainter& painter, const ReadoutRow& row, const QRectF& place) const {
    const Theme& theme = Theme::of(this);
    const qreal scale = scaleOf(this);
    // The value stands in the middle of its row; the note hangs below it.
    const qreal middle = place.center().y();
    const QRectF line(place.left(), middle - valueHeight * scale / 2, place.width(),
                      valueHeight * scale);
    const qreal slopeLeft = place.right() - columnWidth() - columnGap * scale;
    const QFont valueFont = tableFont(this, valuePixels, QFont::Medium);
    const qreal fLeft =
        slopeLeft - std::max(columnWidth(), QFontMetricsF(valueFont).horizontalAdvance(row.f));
    painter.setFont(tableFont(this, textPixels));
    painter.setPen(theme.color(Tone::Text1));
    QRectF named = line;
    named.setRight(fLeft - gap * scale);
    paintNamedSwatch(painter, this, named, runStyle(theme, row.style), row.name);

    painter.setFont(valueFont);
    painter.drawText(QRectF(line.left(), line.top(), slopeLeft - line.left(), line.height()),
                     Qt::AlignRight | Qt::AlignVCenter, row.f);
    painter.setPen(theme.color(row.hasGradient ? Tone::Text1 : Tone::Text3));
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, row.slope);
    if (!row.hasGradient) {
        painter.setFont(tableFont(this, notePixels));
        painter.setPen(theme.color(Tone::Text2));
        painter.drawText(QRectF(place.left(), middle + 8 * scale, place.width(), 14 * scale),
                         Qt::AlignRight | Qt::AlignVCenter, tr("no gradient"));
    }
}

} // namespace reluscope::ui

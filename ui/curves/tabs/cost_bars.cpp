// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/tabs/cost_bars.h"

#include "ui/controls/named_swatch.h"
#include "ui/controls/number_text.h"
#include "ui/curves/tabs/table_fonts.h"
#include "ui/theme/run_style.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace reluscope::ui {

namespace {

constexpr qreal headHeight = 24;
constexpr qreal leastRow = 22;
constexpr qreal highestRow = 30;
constexpr qreal barHeight = 12;
constexpr qreal barRadius = 2;
constexpr qreal gap = 8;
constexpr qreal panelGap = 24;
constexpr qreal widestName = 140;
constexpr qreal leastPanel = 150; ///< of the width of a panel, numbers included
constexpr int digits = 2;

QString timesText(double cost, double copy) {
    return numberText(cost / copy, digits) + QStringLiteral(" ×");
}

/// What the number at the end of the longest bar may take.
qreal numberRoom(const QWidget* widget) {
    const QFontMetricsF value(tableFont(widget, valuePixels, QFont::Medium));
    const QFontMetricsF note(tableFont(widget, notePixels));
    return value.horizontalAdvance(QStringLiteral("0.000")) +
           note.horizontalAdvance(QStringLiteral("00.0 ×")) + 2 * gap * scaleOf(widget);
}

} // namespace

CostBars::CostBars(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Cost per element"));
}

void CostBars::setRows(std::vector<CostRow> rows, std::optional<double> copy) {
    if (rows == m_rows && copy == m_copy) {
        return;
    }
    const bool isHigher = rows.size() != m_rows.size();
    m_rows = std::move(rows);
    m_copy = copy;
    describe();
    if (isHigher) {
        updateGeometry();
    }
    update();
}

void CostBars::describe() {
    QStringList sentences;
    for (const CostRow& row : m_rows) {
        sentences << (row.costs ? tr("%1: f %2 ns, f' %3 ns.")
                                      .arg(row.name, numberText((*row.costs)[0], digits),
                                           numberText((*row.costs)[1], digits))
                                : tr("%1: being measured.").arg(row.name));
    }
    if (m_copy) {
        sentences << tr("Copying: %1 ns.").arg(numberText(*m_copy, digits));
    }
    setAccessibleDescription(sentences.join(QLatin1Char(' ')));
}

double CostBars::largest() const {
    double cost = m_copy.value_or(0);
    for (const CostRow& row : m_rows) {
        if (row.costs) {
            cost = std::max({cost, (*row.costs)[0], (*row.costs)[1]});
        }
    }
    return cost;
}

qreal CostBars::nameWidth() const {
    const QFontMetricsF metrics(tableFont(this, textPixels));
    qreal widest = 0;
    for (const CostRow& row : m_rows) {
        widest = std::max(widest, metrics.horizontalAdvance(row.name));
    }
    const qreal scale = scaleOf(this);
    return widthBeforeName(this) + std::min(widest, widestName * scale) + 2 * gap * scale;
}

qreal CostBars::rowHeight() const {
    const qreal scale = scaleOf(this);
    const auto rows = static_cast<qreal>(std::max<std::size_t>(m_rows.size(), 1));
    return std::clamp((height() - headHeight * scale) / rows, leastRow * scale, highestRow * scale);
}

QSize CostBars::sizeHint() const {
    const qreal scale = scaleOf(this);
    const auto rows = static_cast<qreal>(m_rows.size());
    return {static_cast<int>(nameWidth() + (3 * leastPanel + panelGap) * scale),
            scaled(this, headHeight + rows * leastRow)};
}

QSize CostBars::minimumSizeHint() const {
    return {static_cast<int>(nameWidth() + (2 * leastPanel + panelGap) * scaleOf(this)),
            sizeHint().height()};
}

void CostBars::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        updateGeometry();
    }
    QWidget::changeEvent(event);
}

void CostBars::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    const qreal scale = scaleOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal head = std::round(headHeight * scale);
    const qreal left = nameWidth();
    const qreal panelWidth = (width() - left - panelGap * scale) / 2;
    const auto rows = static_cast<qreal>(m_rows.size());
    const QRectF first(left, 0, panelWidth, head + rows * rowHeight());
    const std::array panels{first, first.translated(panelWidth + panelGap * scale, 0)};

    painter.fillRect(QRectF(0, head - 1, width(), 1), theme.color(Tone::Border));
    painter.setFont(tableFont(this, headPixels));
    painter.setPen(theme.color(Tone::Text2));
    painter.drawText(QRectF(0, 0, left, head), Qt::AlignLeft | Qt::AlignVCenter, tr("Function"));
    paintHead(painter, panels[0], tr("f, ns per element"), QStringLiteral("f"));
    paintHead(painter, panels[1], tr("f', ns per element"), QStringLiteral("f'"));

    QRectF place(0, head, width(), rowHeight());
    const QFont nameFont = tableFont(this, textPixels);
    for (const CostRow& row : m_rows) {
        painter.setFont(nameFont);
        painter.setPen(theme.color(Tone::Text1));
        paintNamedSwatch(painter, this, QRectF(0, place.top(), left - gap * scale, place.height()),
                         runStyle(theme, row.style), row.name);
        for (std::size_t i = 0; i < panels.size(); ++i) {
            const QRectF bar(panels.at(i).left(), place.top(), panelWidth, place.height());
            if (row.costs) {
                paintBar(painter, bar, row, row.costs->at(i));
            } else {
                painter.setFont(tableFont(this, notePixels));
                painter.setPen(theme.color(Tone::Text3));
                painter.drawText(bar, Qt::AlignLeft | Qt::AlignVCenter, tr("measuring …"));
            }
        }
        place.translate(0, place.height());
    }
}

/// The title at the left, the line of the copy with its words, and where bars begin.
void CostBars::paintHead(QPainter& painter, const QRectF& place, const QString& title,
                         const QString& shortTitle) const {
    const Theme& theme = Theme::of(this);
    const qreal scale = scaleOf(this);
    const QRectF head(place.left(), 0, place.width(), std::round(headHeight * scale));
    painter.setFont(tableFont(this, headPixels));
    painter.setPen(theme.color(Tone::Text2));
    const QString copy = m_copy ? tr("┆ copy %1").arg(numberText(*m_copy, digits)) : QString();
    const QFontMetricsF metrics(painter.font());
    const bool isRoomy =
        metrics.horizontalAdvance(title) + gap * scale + metrics.horizontalAdvance(copy) <
        head.width();
    painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter, isRoomy ? title : shortTitle);
    painter.fillRect(QRectF(place.left() - 1, head.bottom(), 1, place.height() - head.height()),
                     theme.color(Tone::Axis));
    if (!m_copy) {
        return;
    }
    painter.drawText(head, Qt::AlignRight | Qt::AlignVCenter, copy);
    const qreal x = place.left() + *m_copy / largest() * (place.width() - numberRoom(this));
    QPen pen(theme.color(Tone::Text2), 1, Qt::CustomDashLine, Qt::FlatCap);
    pen.setDashPattern({3, 3});
    painter.setPen(pen);
    painter.drawLine(QPointF(x, head.bottom() + 1), QPointF(x, place.bottom()));
}

void CostBars::paintBar(QPainter& painter, const QRectF& place, const CostRow& row,
                        double cost) const {
    const Theme& theme = Theme::of(this);
    const qreal scale = scaleOf(this);
    const qreal length = cost / largest() * (place.width() - numberRoom(this));
    const QRectF bar(place.left(), place.center().y() - barHeight * scale / 2, length,
                     barHeight * scale);
    painter.setPen(Qt::NoPen);
    painter.setBrush(runStyle(theme, row.style).color);
    painter.drawRoundedRect(bar, barRadius * scale, barRadius * scale);

    const QString number = numberText(cost, digits);
    const QFont valueFont = tableFont(this, valuePixels, QFont::Medium);
    QRectF text(bar.right() + gap * scale, place.top(), place.width(), place.height());
    const qreal numberWidth = QFontMetricsF(valueFont).horizontalAdvance(number);
    // The line of the copy must not cross the figure out.
    painter.fillRect(QRectF(text.left() - 2 * scale, text.top() + 2 * scale,
                            numberWidth + 4 * scale, text.height() - 4 * scale),
                     theme.color(Tone::Tile));
    painter.setFont(valueFont);
    painter.setPen(theme.color(Tone::Text1));
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter, number);
    if (m_copy) {
        text.setLeft(text.left() + numberWidth + gap * scale);
        painter.setFont(tableFont(this, notePixels));
        painter.setPen(theme.color(Tone::Text3));
        painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter, timesText(cost, *m_copy));
    }
}

} // namespace reluscope::ui

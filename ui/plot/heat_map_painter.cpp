// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/heat_map_painter.h"

#include "ui/plot/cividis.h"
#include "ui/plot/diverged.h"
#include "ui/plot/hatch.h"
#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace reluscope::ui {
namespace {

constexpr qreal nameGap = 8;
constexpr qreal widestNames = 0.36; ///< of the whole
constexpr qreal axisHeight = 18;
constexpr qreal spaceAbove = 4;
constexpr qreal barWidth = 10;
constexpr qreal barGap = 12;
constexpr qreal barTextGap = 5;
constexpr qreal leastBarText = 40;
constexpr qreal leastForGaps = 9; ///< side of a cell that can spare two pixels
constexpr qreal dotSize = 2;
/// How light a ground must be for dark figures on it.
constexpr double lightFrom = 0.55;

QFont fontOf(const QFont& base, qreal pixels) {
    QFont font = base;
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(pixels))));
    return font;
}

} // namespace

QColor rampColor(HeatRamp ramp, double share, const Theme& theme) {
    return ramp == HeatRamp::Magnitude
               ? cividis(share)
               : Theme::mix(theme.color(Tone::Grid), theme.color(Tone::Accent), share);
}

QRectF HeatMapLayout::cell(QPoint place) const {
    // On whole pixels, so that all gaps look the same.
    const auto x = [&](int at) { return std::round(cells.left() + cells.width() * at / columns); };
    const auto y = [&](int at) { return std::round(cells.top() + cells.height() * at / rows); };
    return {QPointF(x(place.x()), y(place.y())),
            QPointF(x(place.x() + 1) - gap, y(place.y() + 1) - gap)};
}

std::optional<QPoint> HeatMapLayout::placeAt(QPointF pixels) const {
    if (columns == 0 || rows == 0 || !cells.contains(pixels)) {
        return std::nullopt;
    }
    const QPointF at = pixels - cells.topLeft();
    return QPoint(std::min(static_cast<int>(at.x() * columns / cells.width()), columns - 1),
                  std::min(static_cast<int>(at.y() * rows / cells.height()), rows - 1));
}

HeatMapPainter::HeatMapPainter(const HeatMapContent& content, const Theme& theme, const QFont& font,
                               qreal scale)
    : m_content(content)
    , m_theme(theme)
    , m_scale(scale)
    , m_nameFont(fontOf(font, 12 * scale))
    , m_tickFont(fontOf(font, 11 * scale)) {}

HeatMapLayout HeatMapPainter::layOut(const QRectF& area) const {
    const QFontMetricsF names(m_nameFont);
    qreal left = QFontMetricsF(m_tickFont).horizontalAdvance(m_content.axis);
    for (const QString& row : m_content.rows) {
        left = std::max(left, names.horizontalAdvance(row));
    }
    left = std::min(left + nameGap * m_scale, widestNames * area.width());
    const QFontMetricsF ticks(m_tickFont);
    // Maps side by side have their columns above each other.
    qreal right = leastBarText * m_scale;
    for (const Tick& tick : m_content.barTicks) {
        right = std::max(right, ticks.horizontalAdvance(tick.label));
    }
    right += (barWidth + barGap + barTextGap) * m_scale;

    HeatMapLayout layout;
    layout.columns = m_content.columns;
    layout.rows = static_cast<int>(m_content.rows.size());
    layout.cells = area.adjusted(left, spaceAbove * m_scale, -right, -axisHeight * m_scale);
    layout.names = QRectF(area.topLeft(), QSizeF(left - nameGap * m_scale, layout.cells.height()));
    layout.cells.setSize(layout.cells.size().expandedTo({1, 1}));
    const qreal side = std::min(layout.cells.width() / std::max(1, layout.columns),
                                layout.cells.height() / std::max(1, layout.rows));
    layout.gap = side >= leastForGaps * m_scale ? 2 : 1;
    layout.bar = QRectF(layout.cells.right() + barGap * m_scale, layout.cells.top(),
                        barWidth * m_scale, layout.cells.height());
    return layout;
}

void HeatMapPainter::paint(QPainter& painter, const HeatMapLayout& layout) const {
    if (layout.columns == 0 || layout.rows == 0) {
        return;
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (int row = 0; row < layout.rows; ++row) {
        for (int column = 0; column < layout.columns; ++column) {
            const QPoint place(column, row);
            paintCell(painter, layout.cell(place), m_content.at(place));
        }
    }
    paintRows(painter, layout);
    paintTicks(painter, layout);
    paintBar(painter, layout);
}

void HeatMapPainter::paintCell(QPainter& painter, const QRectF& area, const HeatCell& cell) const {
    switch (cell.state) {
    case HeatCell::State::Missing: {
        const qreal size = dotSize * m_scale;
        QRectF dot(0, 0, size, size);
        dot.moveCenter(area.center());
        painter.fillRect(dot, m_theme.color(Tone::Axis));
        return;
    }
    case HeatCell::State::Zero:
        painter.fillRect(area, m_theme.color(Tone::Grid));
        break;
    case HeatCell::State::Value:
        painter.fillRect(area, rampColor(m_content.ramp, cell.share, m_theme));
        break;
    case HeatCell::State::Diverged:
        painter.fillRect(area, m_theme.color(Tone::Zone));
        drawHatch(painter, area, m_theme.color(Tone::Strong), denseHatchPixels * m_scale, 1);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(m_theme.color(Tone::Strong));
        painter.drawRect(area.adjusted(0, 0, -1, -1));
        break;
    }
    if (!cell.figure.isEmpty()) {
        const QColor ground = cell.state == HeatCell::State::Value
                                  ? rampColor(m_content.ramp, cell.share, m_theme)
                                  : m_theme.color(Tone::Grid);
        QFont figures = m_nameFont;
        figures.setWeight(QFont::Medium);
        if (QFontMetricsF(figures).horizontalAdvance(cell.figure) <= area.width()) {
            const bool isLight = ground.lightnessF() >= lightFrom;
            painter.setFont(figures);
            painter.setPen(Theme::light().color(isLight ? Tone::Text1 : Tone::OnAccent));
            painter.drawText(area, Qt::AlignCenter, cell.figure);
        }
    }
    if (cell.isUnfinished) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(m_theme.color(Tone::Text1));
        painter.drawRect(area.adjusted(-1, -1, 0, 0));
    }
}

void HeatMapPainter::paintRows(QPainter& painter, const HeatMapLayout& layout) const {
    const QFontMetricsF metrics(m_nameFont);
    const qreal rowHeight = layout.cells.height() / layout.rows;
    // Where rows are lower than their names, every so many-th has one.
    const int step = std::max(1, static_cast<int>(std::ceil(0.8 * metrics.height() / rowHeight)));
    painter.setFont(m_nameFont);
    painter.setPen(m_theme.color(Tone::Text2));
    for (int row = 0; row < layout.rows; row += step) {
        const qreal middle = layout.cell({0, row}).center().y();
        const QRectF place(layout.names.left(), middle - metrics.height() / 2, layout.names.width(),
                           metrics.height());
        painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter,
                         metrics.elidedText(m_content.rows[row], Qt::ElideRight, place.width()));
    }
}

void HeatMapPainter::paintTicks(QPainter& painter, const HeatMapLayout& layout) const {
    const QFontMetricsF metrics(m_tickFont);
    const qreal columnWidth = layout.cells.width() / layout.columns;
    constexpr qreal space = 3;
    const QRectF line(layout.names.left(), layout.cells.bottom() + space * m_scale,
                      layout.names.width(), (axisHeight - space) * m_scale);
    painter.setFont(m_tickFont);
    painter.setPen(m_theme.color(Tone::Text3));
    painter.drawText(
        QRectF(line.left(), line.top(), layout.cells.left() - nameGap * m_scale, line.height()),
        Qt::AlignRight | Qt::AlignVCenter, m_content.axis);
    for (const Tick& tick : m_content.ticks) {
        const qreal middle =
            layout.cells.left() + (tick.value + 0.5) * columnWidth - layout.gap / 2;
        const qreal width = metrics.horizontalAdvance(tick.label) + 2;
        const qreal left = std::max(middle - width / 2, layout.cells.left() - 2);
        painter.drawText(QRectF(left, line.top(), width, line.height()), Qt::AlignCenter,
                         tick.label);
    }
}

void HeatMapPainter::paintBar(QPainter& painter, const HeatMapLayout& layout) const {
    const QRectF bar = layout.bar;
    const int steps =
        m_content.barSteps > 0 ? m_content.barSteps : std::max(1, static_cast<int>(bar.height()));
    const qreal space = m_content.barSteps > 0 ? 1 : 0;
    const auto height = [&](int step) { return std::round(bar.height() * step / steps); };
    for (int step = 0; step < steps; ++step) {
        const double share = steps == 1 ? 1 : static_cast<double>(step) / (steps - 1);
        painter.fillRect(QRectF(QPointF(bar.left(), bar.bottom() - height(step + 1) + space),
                                QPointF(bar.right(), bar.bottom() - height(step))),
                         rampColor(m_content.ramp, share, m_theme));
    }
    const QFontMetricsF metrics(m_tickFont);
    painter.setFont(m_tickFont);
    painter.setPen(m_theme.color(Tone::Text3));
    // Words beside the ends stay within the bar; those of counted steps stand in their middle.
    const qreal half = m_content.barSteps > 0 ? bar.height() / steps / 2 : metrics.height() * 0.35;
    for (const Tick& tick : m_content.barTicks) {
        const qreal middle = bar.bottom() - half - tick.value * (bar.height() - 2 * half);
        painter.drawText(QRectF(bar.right() + barTextGap * m_scale, middle - metrics.height() / 2,
                                metrics.horizontalAdvance(tick.label) + 2, metrics.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, tick.label);
    }
}

void HeatMapPainter::paintCursor(QPainter& painter, const HeatMapLayout& layout,
                                 QPoint place) const {
    const QRectF area = layout.cell(place);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.color(Tone::Tile), 1.5 * m_scale, Qt::SolidLine, Qt::SquareCap,
                        Qt::MiterJoin));
    painter.drawRect(area.adjusted(0.75, 0.75, -0.75, -0.75));
    painter.setPen(QPen(m_theme.color(Tone::Text1), 2 * m_scale));
    painter.drawRoundedRect(area.adjusted(-1, -1, 1, 1), 2 * m_scale, 2 * m_scale);
}

} // namespace reluscope::ui

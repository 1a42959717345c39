// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/run_style.h"

#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>

namespace reluscope::ui {

namespace {

using Dash = std::array<qreal, 6>; ///< filled up with zeros

struct StyleRow {
    QRgb light;
    QRgb dark;
    Dash dash;
    Marker marker;
};

constexpr std::size_t rowCount = 8;

constexpr std::array<StyleRow, rowCount> styleTable{{
    {0xffcb4b00, 0xffff8142, {}, Marker::Disc},
    {0xff00589a, 0xff4a9be6, {9, 4}, Marker::Square},
    {0xff008a63, 0xff45d6a8, {2.5, 3}, Marker::Triangle},
    {0xffc0619a, 0xffd27baf, {10, 3, 2.5, 3}, Marker::Diamond},
    {0xff161b20, 0xffeef1f3, {14, 4}, Marker::Ring},
    {0xff5e5600, 0xfff3e964, {5, 3}, Marker::HollowSquare},
    {0xffc28a00, 0xffc98f1a, {1.5, 4}, Marker::HollowTriangle},
    {0xff3e9cd3, 0xffa9ddf8, {9, 3, 2, 3, 2, 3}, Marker::HollowDiamond},
}};

/// The rows in an order in which dashes that resemble each other are never neighbours: solid, long,
/// dotted, dash-dotted and so on. It only exchanges two, and so is its own inverse.
constexpr std::array<std::size_t, rowCount> dashOrder{0, 1, 2, 3, 4, 6, 5, 7};
/// What stands for solid from the ninth on: lines that coincide show in the gaps of all but one.
constexpr Dash longDash{18, 4};
/// How far the markers move on where the colours begin anew: no pair of dash and marker returns
/// within runStyleCount.
constexpr std::size_t markerShift = 3;

constexpr qreal lineTintShare = 0.34;
constexpr qreal fillTintShare = 0.14;
constexpr qreal histogramTintShare = 0.30;
constexpr qreal textShareInLight = 0.28;

bool isHollow(Marker marker) {
    return marker >= Marker::Ring;
}

QPolygonF triangle(QPointF centre, qreal half) {
    return {QPointF(centre.x(), centre.y() - half * 1.05),
            QPointF(centre.x() + half * 1.1, centre.y() + half * 0.85),
            QPointF(centre.x() - half * 1.1, centre.y() + half * 0.85)};
}

QPolygonF diamond(QPointF centre, qreal half) {
    const qreal reach = half * 1.2;
    return {QPointF(centre.x(), centre.y() - reach), QPointF(centre.x() + reach, centre.y()),
            QPointF(centre.x(), centre.y() + reach), QPointF(centre.x() - reach, centre.y())};
}

} // namespace

RunStyle runStyle(const Theme& theme, int index) {
    const int wrapped = ((index % runStyleCount) + runStyleCount) % runStyleCount;
    const std::size_t own = static_cast<std::size_t>(wrapped) % rowCount;
    const std::size_t cycle = static_cast<std::size_t>(wrapped) / rowCount;
    const StyleRow& row = styleTable[own];
    const std::size_t dashRow = dashOrder[(dashOrder[own] + cycle) % rowCount];
    const Dash& dash = dashRow == 0 && cycle > 0 ? longDash : styleTable[dashRow].dash;
    const StyleRow& markerRow = styleTable[(own + markerShift * cycle) % rowCount];
    const QColor tile = theme.color(Tone::Tile);

    RunStyle style;
    style.color = QColor::fromRgb(theme.isDark() ? row.dark : row.light);
    style.textColor = theme.isDark()
                          ? style.color
                          : Theme::mix(style.color, theme.color(Tone::Text1), textShareInLight);
    style.lineTint = Theme::mix(tile, style.color, lineTintShare);
    style.fillTint = Theme::mix(tile, style.color, fillTintShare);
    style.histogramTint = Theme::mix(tile, style.color, histogramTintShare);
    style.ground = tile;
    std::copy_if(dash.begin(), dash.end(), std::back_inserter(style.dashPixels),
                 [](qreal length) { return length > 0; });
    style.marker = markerRow.marker;
    return style;
}

QPen dashedPen(const RunStyle& style, qreal width, qreal dashScale) {
    QPen pen = solidPen(style.color, width);
    if (!style.dashPixels.isEmpty()) {
        // Qt counts dashes in pen widths, and round caps would close the gaps.
        QVector<qreal> pattern;
        for (const qreal length : style.dashPixels) {
            pattern.append(length * dashScale / width);
        }
        pen.setCapStyle(Qt::FlatCap);
        pen.setJoinStyle(Qt::BevelJoin); // looks the same within a dash, and costs least
        pen.setDashPattern(pattern);
    }
    return pen;
}

QPen solidPen(const QColor& color, qreal width) {
    return QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
}

void drawMarker(QPainter& painter, Marker marker, QPointF centre, qreal size, const QColor& color,
                const QColor& ground) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    qreal half = size / 2;
    if (isHollow(marker)) {
        const qreal stroke = std::max(1.2, size * 0.2);
        half -= stroke / 2;
        painter.setPen(QPen(color, stroke, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.setBrush(ground);
    } else {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
    }
    switch (marker) {
    case Marker::Disc:
    case Marker::Ring:
        painter.drawEllipse(centre, half, half);
        break;
    case Marker::Square:
    case Marker::HollowSquare:
        painter.drawRect(QRectF(centre.x() - half, centre.y() - half, 2 * half, 2 * half));
        break;
    case Marker::Triangle:
    case Marker::HollowTriangle:
        painter.drawPolygon(triangle(centre, half));
        break;
    case Marker::Diamond:
    case Marker::HollowDiamond:
        painter.drawPolygon(diamond(centre, half));
        break;
    }
    painter.restore();
}

void drawSwatch(QPainter& painter, const QRectF& rect, const RunStyle& style, SwatchMarker marker) {
    const qreal unit = rect.height() / 10;
    const qreal line = 2 * unit;
    const qreal y = rect.center().y();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(dashedPen(style, line, unit));
    if (marker == SwatchMarker::Omitted) {
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y));
    } else {
        // From the ends inwards, so that the dashes lie alike on both sides of the marker.
        const qreal clear = 4.5 * unit;
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.center().x() - clear, y));
        painter.drawLine(QPointF(rect.right(), y), QPointF(rect.center().x() + clear, y));
        drawMarker(painter, style.marker, rect.center(), 7 * unit, style.color, style.ground);
    }
    painter.restore();
}

} // namespace reluscope::ui

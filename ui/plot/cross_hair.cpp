// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/cross_hair.h"

#include "ui/plot/plot.h"
#include "ui/plot/tick_text.h"
#include "ui/theme/run_style.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <functional>

namespace reluscope::ui {

namespace {

constexpr qreal boxHeight = 20.0;
constexpr qreal boxPadding = 7.0;
constexpr qreal rowHeight = 15.0;

struct Row {
    QString name;
    QString value;
};

bool isRead(const Series& series) {
    return series.isVisible() && series.role() != SeriesRole::Tint &&
           series.role() != SeriesRole::Backdrop && series.role() != SeriesRole::Limit;
}

std::vector<Row> rowsOf(const Plot& plot,
                        const std::function<std::optional<double>(const Series&)>& valueOf) {
    const auto& valueText = plot.crossHairOptions().valueText;
    std::vector<Row> rows;
    for (const auto& series : plot.series()) {
        if (!isRead(*series) || series->name().isEmpty()) {
            continue;
        }
        if (const auto value = valueOf(*series)) {
            rows.push_back({series->name(), valueText ? valueText(*value) : tickText(*value)});
        }
    }
    return rows;
}

/// Where it is to be, or beside: it covers neither names of lines nor what the ticks of the y axis
/// say, if there is room between them, and stays in the plot.
QRectF paintBox(QPainter& painter, const PlotFrame& frame, QRectF box) {
    const QRectF& bounds = frame.bounds;
    const bool fitsBetween = frame.endLabelsLeft - frame.area.left() >= box.width();
    const qreal left = fitsBetween ? frame.area.left() : bounds.left();
    const qreal right = fitsBetween ? frame.endLabelsLeft : bounds.right();
    box.moveLeft(std::clamp(box.left(), left, std::max(left, right - box.width())));
    box.moveTop(std::clamp(box.top(), bounds.top(),
                           std::max(bounds.top(), bounds.bottom() - box.height())));
    painter.setPen(Qt::NoPen);
    painter.setBrush(frame.theme->color(Tone::Accent));
    painter.drawRoundedRect(box, 4.0 * frame.scale, 4.0 * frame.scale);
    painter.setPen(frame.theme->color(Tone::OnAccent));
    return box;
}

/// One line of text, centred on the cross-hair.
void paintSingleLine(QPainter& painter, const PlotFrame& frame, const QString& text,
                     QPointF middle) {
    const QFont font = frame.textFont(12.0, QFont::Medium);
    const qreal width =
        QFontMetricsF(font).horizontalAdvance(text) + 2.0 * boxPadding * frame.scale;
    QRectF box(0.0, 0.0, width, boxHeight * frame.scale);
    box.moveCenter(middle);
    box = paintBox(painter, frame, box);
    painter.setFont(font);
    painter.drawText(box, Qt::AlignCenter | Qt::TextSingleLine, text);
}

/// A small table; \p place says where its top left corner goes, given how large it is.
void paintTable(QPainter& painter, const PlotFrame& frame, const QString& title,
                const std::vector<Row>& rows, const std::function<QPointF(QSizeF)>& place) {
    const QFont titleFont = frame.textFont(12.0, QFont::Medium);
    const QFont rowFont = frame.textFont(12.0);
    const QFontMetricsF metrics(rowFont);
    qreal names = 0.0;
    qreal values = 0.0;
    for (const Row& row : rows) {
        names = std::max(names, metrics.horizontalAdvance(row.name));
        values = std::max(values, metrics.horizontalAdvance(row.value));
    }
    const qreal padding = boxPadding * frame.scale;
    const qreal step = rowHeight * frame.scale;
    const qreal width = 2.0 * padding + std::max(QFontMetricsF(titleFont).horizontalAdvance(title),
                                                 names + values + 12.0 * frame.scale);
    const qreal height = static_cast<qreal>(rows.size() + 1) * step + padding;
    const QSizeF size(width, height);
    const QRectF box = paintBox(painter, frame, QRectF(place(size), size));

    QRectF line = box.adjusted(padding, padding / 2.0, -padding, 0.0);
    line.setHeight(step);
    painter.setFont(titleFont);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, title);
    painter.setFont(rowFont);
    for (const Row& row : rows) {
        line.translate(0.0, step);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, row.name);
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, row.value);
    }
}

void paintDiscs(QPainter& painter, const PlotFrame& frame, const Plot& plot, double x) {
    painter.setPen(QPen(frame.theme->color(Tone::Tile), 1.5 * frame.scale));
    const qreal radius = 4.5 * frame.scale;
    for (const auto& series : plot.series()) {
        const bool isLine = isRead(*series) && series->role() != SeriesRole::Histogram;
        const auto value = isLine ? series->valueAt(x) : std::nullopt;
        if (!value || !frame.y.canShow(*value)) {
            continue;
        }
        const QPointF at(frame.x.toPixel(x), frame.y.toPixel(*value));
        if (frame.area.adjusted(-1.0, -1.0, 1.0, 1.0).contains(at)) {
            painter.setBrush(runStyle(*frame.theme, series->run()).color);
            painter.drawEllipse(at, radius, radius);
        }
    }
}

/// The table of a column: beside the line, to its right unless only the left has room.
QPointF besideColumn(const PlotFrame& frame, qreal x, QSizeF table) {
    const qreal gap = 10.0 * frame.scale;
    const bool fitsLeft = x - gap - table.width() >= frame.area.left();
    const qreal end = std::min(frame.area.right(), frame.endLabelsLeft);
    const bool right = x + gap + table.width() <= end || !fitsLeft;
    return {right ? x + gap : x - gap - table.width(), frame.area.top()};
}

/// The table of a row: under the line, or over it where there is more room, and at the end of it
/// that is farther from what it reads.
QPointF besideRow(const PlotFrame& frame, qreal y, bool isReadAtRight, QSizeF table) {
    const qreal gap = 8.0 * frame.scale;
    const bool below = y < frame.area.center().y();
    return {isReadAtRight ? frame.area.left() + gap : frame.area.right() - gap - table.width(),
            below ? y + gap : y - gap - table.height()};
}

void paintRow(QPainter& painter, const PlotFrame& frame, const Plot& plot, double y) {
    const auto& names = plot.axis(PlotAxis::Y).names;
    const auto name = std::ranges::find_if(names, [y](const auto& one) { return one.first == y; });
    if (name == names.end()) {
        return;
    }
    const qreal pixel = frame.y.toPixel(y);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(frame.theme->color(Tone::Text1), 1.0));
    painter.drawLine(QPointF(frame.area.left(), pixel), QPointF(frame.area.right(), pixel));
    painter.setRenderHint(QPainter::Antialiasing);
    qreal balance = 0.0;
    const auto rows = rowsOf(plot, [&](const Series& series) {
        const auto x = series.pathAt(y);
        if (x && frame.x.canShow(*x)) {
            balance += frame.x.toPixel(*x) - frame.area.center().x();
            const RunStyle style = runStyle(*frame.theme, series.run());
            drawMarker(painter, style.marker, {frame.x.toPixel(*x), pixel},
                       1.4 * frame.markerSize(), style.color, style.ground);
        }
        return x;
    });
    paintTable(painter, frame, plot.crossHairOptions().caption.arg(name->second), rows,
               [&](QSizeF table) { return besideRow(frame, pixel, balance > 0.0, table); });
}

} // namespace

qreal crossHairHeadroom(const PlotFrame& frame, const Plot& plot) {
    const CrossHairOptions& options = plot.crossHairOptions();
    const bool above = options.mode == CrossHairMode::Drag && !options.caption.isEmpty();
    return above ? (boxHeight + 2.0) * frame.scale : 0.0;
}

void paintCrossHair(QPainter& painter, const PlotFrame& frame, const Plot& plot) {
    const CrossHairOptions& options = plot.crossHairOptions();
    const auto x = plot.crossHair();
    if (options.mode == CrossHairMode::None || !x) {
        return;
    }
    if (options.mode == CrossHairMode::Row) {
        painter.save();
        paintRow(painter, frame, plot, *x);
        painter.restore();
        return;
    }
    if (!frame.x.canShow(*x)) {
        return;
    }
    const qreal pixel = frame.x.toPixel(*x);
    if (pixel < frame.area.left() - 0.5 || pixel > frame.area.right() + 0.5) {
        return;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(frame.theme->color(Tone::Text1), 1.0));
    painter.drawLine(QPointF(pixel, frame.area.top()), QPointF(pixel, frame.area.bottom()));
    painter.setRenderHint(QPainter::Antialiasing);
    paintDiscs(painter, frame, plot, *x);
    if (!options.caption.isEmpty()) {
        const QString title = options.caption.arg(tickText(*x, 4));
        const qreal half = boxHeight * frame.scale / 2.0;
        if (options.mode == CrossHairMode::Drag) {
            paintSingleLine(painter, frame, title,
                            {pixel, frame.area.top() - 2.0 * frame.scale - half});
        } else if (const auto rows =
                       rowsOf(plot, [&](const Series& series) { return series.valueAt(*x); });
                   rows.size() > 1) {
            paintTable(painter, frame, title, rows,
                       [&](QSizeF table) { return besideColumn(frame, pixel, table); });
        } else {
            const QString text =
                rows.empty() ? title : title + QStringLiteral(" · ") + rows.front().value;
            paintSingleLine(painter, frame, text,
                            {pixel, frame.area.bottom() - 2.0 * frame.scale - half});
        }
    }
    painter.restore();
}

} // namespace reluscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/cross_hair.h"

#include "ui/plot/plot.h"
#include "ui/plot/tick_text.h"
#include "ui/theme/run_style.h"

#include <QFontMetricsF>
#include <QPainter>

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
           series.role() != SeriesRole::Histogram && series.role() != SeriesRole::Backdrop;
}

std::vector<Row> rowsAt(const Plot& plot, double x) {
    const auto& valueText = plot.crossHairOptions().valueText;
    std::vector<Row> rows;
    for (const auto& series : plot.series()) {
        if (!isRead(*series) || series->name().isEmpty()) {
            continue;
        }
        if (const auto value = series->valueAt(x)) {
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

/// A small table beside the cross-hair, to its right unless only the left has room for it.
void paintTable(QPainter& painter, const PlotFrame& frame, const QString& title,
                const std::vector<Row>& rows, qreal x) {
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
    const qreal gap = 10.0 * frame.scale;
    const bool fitsLeft = x - gap - width >= frame.area.left();
    const bool right =
        x + gap + width <= std::min(frame.area.right(), frame.endLabelsLeft) || !fitsLeft;
    const QRectF box = paintBox(
        painter, frame, QRectF(right ? x + gap : x - gap - width, frame.area.top(), width, height));

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
        const auto value = isRead(*series) ? series->valueAt(x) : std::nullopt;
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

} // namespace

qreal crossHairHeadroom(const PlotFrame& frame, const Plot& plot) {
    const CrossHairOptions& options = plot.crossHairOptions();
    const bool above = options.mode == CrossHairMode::Drag && !options.caption.isEmpty();
    return above ? (boxHeight + 2.0) * frame.scale : 0.0;
}

void paintCrossHair(QPainter& painter, const PlotFrame& frame, const Plot& plot) {
    const CrossHairOptions& options = plot.crossHairOptions();
    const auto x = plot.crossHair();
    if (options.mode == CrossHairMode::None || !x || !frame.x.canShow(*x)) {
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
        } else if (const auto rows = rowsAt(plot, *x); rows.size() > 1) {
            paintTable(painter, frame, title, rows, pixel);
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

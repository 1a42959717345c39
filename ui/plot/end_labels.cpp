// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/end_labels.h"

#include "ui/plot/label_layout.h"
#include "ui/plot/line_path.h"
#include "ui/theme/run_style.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

namespace reluscope::ui {

namespace {

constexpr qreal columnGap = 12.0;    ///< from the end of the lines to the labels
constexpr qreal leastSpacing = 14.0; ///< between the middles of two labels
constexpr double widestShare = 0.45; ///< of the plot; longer names are elided

struct PlacedLabel {
    const Series* series = nullptr;
    QPointF end;
};

QFont labelFont(const PlotFrame& frame, const EndLabel& label) {
    return frame.textFont(label.figure ? 20.0 : 12.0, QFont::Medium);
}

QFont noteFont(const PlotFrame& frame) {
    return frame.textFont(12.0);
}

qreal textHeight(const PlotFrame& frame, const EndLabel& label) {
    return std::max(leastSpacing * frame.scale, QFontMetricsF(labelFont(frame, label)).height());
}

qreal heightOf(const PlotFrame& frame, const EndLabel& label) {
    // Plain names may come as near as the design says; their line height has room for that.
    const qreal text = label.figure ? textHeight(frame, label) : leastSpacing * frame.scale;
    return label.note.isEmpty() ? text : text + leastSpacing * frame.scale;
}

bool hasLabel(const Series& series) {
    return series.isVisible() && !series.endLabel().text.isEmpty() && series.diverged().isEmpty();
}

QColor colourOf(const PlotFrame& frame, const Series& series) {
    return series.endLabel().neutral ? frame.theme->color(Tone::Text2)
                                     : runStyle(*frame.theme, series.run()).textColor;
}

void paintLeader(QPainter& painter, const PlotFrame& frame, QPointF end, QPointF label) {
    const qreal start = end.x() + 0.7 * frame.markerSize();
    const bool isFar = label.x() - end.x() > 2.0 * columnGap * frame.scale;
    const bool isAside = std::abs(label.y() - end.y()) > 4.0 * frame.scale;
    if (!isFar && !isAside) {
        return;
    }
    QPen pen(frame.theme->color(Tone::Axis), 1.0);
    const QPointF bend(label.x() - columnGap * frame.scale + 0.5 * frame.markerSize(), end.y());
    if (isFar) {
        pen.setDashPattern({1.0, 3.0});
        painter.setPen(pen);
        painter.drawLine(QPointF(start, end.y()), bend);
        pen.setStyle(Qt::SolidLine);
    }
    painter.setPen(pen);
    painter.drawLine(QPointF(isFar ? bend.x() : start, end.y()),
                     QPointF(label.x() - 2.0 * frame.scale, label.y()));
}

void paintLabel(QPainter& painter, const PlotFrame& frame, const Series& series, QPointF middle) {
    const EndLabel& label = series.endLabel();
    const qreal height = textHeight(frame, label);
    const qreal width = frame.bounds.right() - middle.x();
    qreal top = middle.y() - heightOf(frame, label) / 2.0;
    const auto row = [&](const QString& text, const QFont& font, const QColor& colour,
                         qreal advance) {
        const QFontMetricsF metrics(font);
        painter.setFont(font);
        painter.setPen(colour);
        const QRectF place(middle.x(), top + (advance - height) / 2.0, width, height);
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         metrics.elidedText(text, Qt::ElideRight, width));
        top += advance;
    };
    const qreal noteHeight = label.note.isEmpty() ? 0.0 : leastSpacing * frame.scale;
    row(label.text, labelFont(frame, label), colourOf(frame, series),
        heightOf(frame, label) - noteHeight);
    if (!label.note.isEmpty()) {
        row(label.note, noteFont(frame), frame.theme->color(Tone::Text2), noteHeight);
    }
}

QString restText(std::size_t count) {
    return QCoreApplication::translate("EndLabels", "+%1 more").arg(count);
}

/// How far down labels may reach that begin at \p left: not into what the ticks say.
qreal bottomFor(const PlotFrame& frame, qreal left) {
    return left < frame.tickLabelsRight ? frame.tickLabelsTop : frame.bounds.bottom();
}

/// Those for which there is no room, in one.
void paintRest(QPainter& painter, const PlotFrame& frame, const QRectF& place, qsizetype count) {
    painter.setFont(noteFont(frame));
    painter.setPen(frame.theme->color(Tone::Text2));
    painter.drawText(place,
                     Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip,
                     restText(static_cast<std::size_t>(count)));
}

/// \p wanted, or the place nearest above or below it, in whole rows, that touches none of \p taken;
/// nothing if they leave no such place.
std::optional<QRectF> freePlace(const QRectF& wanted, const QRectF& bounds,
                                const std::vector<QRectF>& taken) {
    const auto isFree = [&](const QRectF& place) {
        return bounds.top() <= place.top() && place.bottom() <= bounds.bottom() &&
               std::ranges::none_of(taken,
                                    [&](const QRectF& other) { return other.intersects(place); });
    };
    const int rows = static_cast<int>(bounds.height() / wanted.height());
    for (int distance = 0; distance <= rows; ++distance) {
        for (const int side : {-1, 1}) {
            const QRectF place = wanted.translated(0, side * distance * wanted.height());
            if (isFree(place)) {
                return place;
            }
        }
    }
    return std::nullopt;
}

/// The words of a diverged run stand beside its cross, on whichever side has room; where labels
/// leave none, the cross has to do. Adds what they cover to \p taken.
void paintDiverged(QPainter& painter, const PlotFrame& frame, const Series& series,
                   std::vector<QRectF>& taken) {
    const auto end = lineEnd(frame, series.x(), series.y(), series.shape());
    if (!end) {
        return;
    }
    const QFont font = frame.textFont(12.0, QFont::Medium);
    const QFontMetricsF metrics(font);
    const qreal gap = 8.0 * frame.scale;
    const qreal width = metrics.horizontalAdvance(series.diverged()) + 2.0;
    const qreal roomRight = frame.bounds.right() - end->x() - gap;
    const qreal roomLeft = end->x() - gap - frame.area.left();
    const bool right = width <= roomRight || roomRight >= roomLeft;
    const qreal shown = std::min(width, right ? roomRight : roomLeft);
    const qreal height = metrics.height();
    const qreal left = right ? end->x() + gap : end->x() - gap - shown;
    QRectF bounds = frame.bounds;
    bounds.setBottom(bottomFor(frame, left));
    const qreal top = std::clamp(end->y() - height / 2.0, bounds.top(), bounds.bottom() - height);
    const auto place = freePlace({left, top, shown, height}, bounds, taken);
    if (!place) {
        return;
    }
    taken.push_back(*place);
    painter.fillRect(*place, frame.theme->color(Tone::Tile)); // other lines may pass below
    painter.setFont(font);
    painter.setPen(runStyle(*frame.theme, series.run()).textColor);
    painter.drawText(*place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     metrics.elidedText(series.diverged(), Qt::ElideRight, shown));
}

} // namespace

qreal endLabelMargin(const PlotFrame& frame, const std::vector<std::unique_ptr<Series>>& series) {
    qreal widest = 0.0;
    std::size_t count = 0;
    for (const auto& one : series) {
        if (!hasLabel(*one)) {
            continue;
        }
        ++count;
        const EndLabel& label = one->endLabel();
        widest =
            std::max({widest, QFontMetricsF(labelFont(frame, label)).horizontalAdvance(label.text),
                      QFontMetricsF(noteFont(frame)).horizontalAdvance(label.note)});
    }
    if (count == 0) {
        return 0.0;
    }
    // The column may have to end above the tick labels, which are about as high as its rows.
    if (static_cast<qreal>(count + 2) * leastSpacing * frame.scale > frame.bounds.height()) {
        widest =
            std::max(widest, QFontMetricsF(noteFont(frame)).horizontalAdvance(restText(count)));
    }
    const qreal wanted = std::ceil(widest) + 2.0 + columnGap * frame.scale;
    return std::min(wanted, std::floor(widestShare * frame.bounds.width()));
}

EndLabelsPlace paintEndLabels(QPainter& painter, const PlotFrame& frame,
                              const std::vector<std::unique_ptr<Series>>& series) {
    std::vector<PlacedLabel> labels;
    std::vector<LabelSlot> places;
    EndLabelsPlace taken;
    for (const auto& one : series) {
        if (!hasLabel(*one)) {
            continue;
        }
        if (const auto end = lineEnd(frame, one->x(), one->y(), one->shape())) {
            labels.push_back({one.get(), *end});
            places.push_back({end->y(), heightOf(frame, one->endLabel()), 0.0});
            taken.left = std::max(taken.left.value_or(end->x()), end->x());
        }
    }
    const qreal column = taken.left.value_or(frame.area.left()) + columnGap * frame.scale;
    const qreal top = frame.bounds.top();
    const qreal bottom = bottomFor(frame, column);
    const qreal restHeight = leastSpacing * frame.scale;
    const std::size_t fitting = labelsThatFit(places, bottom - top, restHeight);
    for (std::size_t i = fitting; i < labels.size(); ++i) {
        taken.restNames << labels[i].series->endLabel().text;
    }
    places.resize(fitting);
    if (!taken.restNames.isEmpty()) {
        places.push_back({bottom, restHeight, 0.0});
    }
    placeLabels(places, top, bottom);

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    for (const LabelSlot& place : places) {
        taken.rects.emplace_back(column, place.placed - place.height / 2.0,
                                 frame.bounds.right() - column, place.height);
    }
    for (std::size_t i = 0; i < fitting; ++i) {
        const QPointF middle(column, places[i].placed);
        paintLeader(painter, frame, labels[i].end, middle);
        paintLabel(painter, frame, *labels[i].series, middle);
    }
    if (!taken.restNames.isEmpty()) {
        taken.rest = taken.rects.back();
        paintRest(painter, frame, taken.rest, taken.restNames.size());
    }
    for (const auto& one : series) {
        if (one->isVisible() && !one->diverged().isEmpty()) {
            paintDiverged(painter, frame, *one, taken.rects);
        }
    }
    painter.restore();
    return taken;
}

} // namespace reluscope::ui

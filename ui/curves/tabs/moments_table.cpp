// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/tabs/moments_table.h"

#include "ui/controls/named_swatch.h"
#include "ui/controls/number_text.h"
#include "ui/curves/tabs/table_fonts.h"
#include "ui/plot/plot_frame.h"
#include "ui/plot/tick_text.h"
#include "ui/theme/run_style.h"

#include <QEvent>
#include <QFontMetricsF>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <utility>

namespace reluscope::ui {

namespace {

constexpr qreal headHeight = 26;
constexpr qreal leastRow = 26;
constexpr qreal highestRow = 34;
constexpr qreal gap = 8;
constexpr qreal figureWidth = 54;
constexpr qreal widestName = 110;
constexpr qreal leastSpark = 72;
constexpr qreal sparkLine = 2;
constexpr qreal sparkMargin = 4; ///< above and below, within a row

/// Between the top and the bottom of a row; a line that goes further leaves it.
constexpr double mostDecades = 24;

/// What a variance that stays leaves above and below it.
constexpr double leastFactor = 3;

/// Of the number after the last layer.
qreal lastWidth(const QWidget* widget) {
    return QFontMetricsF(tableFont(widget, valuePixels, QFont::Medium))
        .horizontalAdvance(QStringLiteral("00.0e−00"));
}

QString nothingShown() {
    return MomentsTable::tr("Tick a function to see what it makes of z.");
}

QString varianceText(double variance) {
    return numberText(variance, 2);
}

} // namespace

MomentsTable::MomentsTable(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Figures of f under z"));
    setToolTip(tr(
        "E is the mean over z; the share τ is of the largest |f'|. The variance is that of z after "
        "1 to 50 wide layers with He normal weights (variance 2 / fan-in) and biases 0, "
        "on a logarithmic axis; the dashed line is the variance at the start."));
}

void MomentsTable::setRows(std::vector<MomentsRow> rows, double inputVariance, double tau) {
    const bool isHigher = rows.size() != m_rows.size();
    m_rows = std::move(rows);
    m_inputVariance = inputVariance;
    m_tau = tau;
    m_isAnswered = true;
    describe();
    if (isHigher) {
        updateGeometry();
    }
    update();
}

void MomentsTable::describe() {
    QStringList sentences;
    for (const MomentsRow& row : m_rows) {
        sentences << tr("%1: E f %2, E f² %3, E f'² %4, no gradient %5, almost none %6, variance "
                        "after 50 layers (He normal) %7.")
                         .arg(row.name, row.figures[0], row.figures[1], row.figures[2],
                              row.figures[3], row.figures[4], varianceText(row.variances.back()));
    }
    setAccessibleDescription(m_rows.empty() ? nothingShown() : sentences.join(QLatin1Char(' ')));
}

qreal MomentsTable::rowHeight() const {
    const qreal scale = scaleOf(this);
    const auto rows = static_cast<qreal>(std::max<std::size_t>(m_rows.size(), 1));
    return std::clamp((height() - headHeight * scale) / rows, leastRow * scale, highestRow * scale);
}

MomentsTable::Columns MomentsTable::columns() const {
    const qreal scale = scaleOf(this);
    const QFontMetricsF names(tableFont(this, textPixels));
    qreal name = 0;
    for (const MomentsRow& row : m_rows) {
        name = std::max(name, names.horizontalAdvance(row.name));
    }
    Columns result{};
    result.name = widthBeforeName(this) + std::min(name, widestName * scale) + gap * scale;
    const qreal last = lastWidth(this);
    // What the least widths leave is shared, most of it by the small lines.
    const qreal spare =
        width() - result.name - 5 * figureWidth * scale - (leastSpark + 3 * gap) * scale - last;
    const qreal step = figureWidth * scale + std::clamp(spare * 0.08, 0.0, 30 * scale);
    qreal right = result.name;
    for (qreal& figure : result.figures) {
        right += step;
        figure = right;
    }
    result.last = width() - last;
    const qreal left = right + 2 * gap * scale;
    result.spark =
        QRectF(left, 0, std::max(leastSpark * scale, result.last - gap * scale - left), 0);
    return result;
}

QSize MomentsTable::sizeHint() const {
    const auto rows = static_cast<qreal>(m_rows.size());
    return {minimumSizeHint().width(), scaled(this, headHeight + rows * leastRow)};
}

QSize MomentsTable::minimumSizeHint() const {
    const qreal scale = scaleOf(this);
    const qreal last = lastWidth(this);
    const auto rows = static_cast<qreal>(m_rows.size());
    return {
        static_cast<int>(columns().name + last + (5 * figureWidth + leastSpark + 3 * gap) * scale),
        scaled(this, headHeight + rows * leastRow)};
}

void MomentsTable::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        updateGeometry();
    }
    QWidget::changeEvent(event);
}

/// All variances that the small lines show, about that of the input.
Interval MomentsTable::varianceRange() const {
    Interval range{m_inputVariance / leastFactor, m_inputVariance * leastFactor};
    for (const MomentsRow& row : m_rows) {
        for (const double variance : row.variances) {
            range.lower = std::min(range.lower, variance);
            range.upper = std::max(range.upper, variance);
        }
    }
    const double most = std::pow(10.0, mostDecades / 2);
    return {std::max(range.lower, m_inputVariance / most),
            std::min(range.upper, m_inputVariance * most)};
}

void MomentsTable::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Columns where = columns();
    paintHead(painter, where);
    if (m_rows.empty() && m_isAnswered) {
        painter.setFont(tableFont(this, textPixels));
        painter.setPen(Theme::of(this).color(Tone::Text2));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, nothingShown());
    }
    QRectF place(0, headHeight * scaleOf(this), width(), rowHeight());
    for (const MomentsRow& row : m_rows) {
        paintRow(painter, where, row, place);
        place.translate(0, place.height());
    }
}

void MomentsTable::paintHead(QPainter& painter, const Columns& columns) const {
    const Theme& theme = Theme::of(this);
    const qreal height = std::round(headHeight * scaleOf(this));
    painter.fillRect(QRectF(0, height - 1, width(), 1), theme.color(Tone::Border));
    painter.setFont(tableFont(this, headPixels));
    painter.setPen(theme.color(Tone::Text2));
    painter.drawText(QRectF(0, 0, columns.name, height), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("Function"));
    const std::array titles{QStringLiteral("E f"), QStringLiteral("E f²"), QStringLiteral("E f'²"),
                            QStringLiteral("f' = 0"),
                            QStringLiteral("|f'| < %1 %").arg(tickText(100 * m_tau))};
    for (std::size_t i = 0; i < titles.size(); ++i) {
        painter.drawText(QRectF(0, 0, columns.figures.at(i), height),
                         Qt::AlignRight | Qt::AlignVCenter, titles.at(i));
    }
    const QRectF spark(columns.spark.left(), 0, width() - columns.spark.left(), height);
    const QFontMetricsF metrics(painter.font());
    const QString words = tr("Variance over 50 layers, He normal");
    painter.drawText(
        spark, Qt::AlignLeft | Qt::AlignVCenter,
        metrics.horizontalAdvance(words) <= spark.width()
            ? words
            : metrics.elidedText(tr("Variance, 50 He layers"), Qt::ElideRight, spark.width()));
}

void MomentsTable::paintRow(QPainter& painter, const Columns& columns, const MomentsRow& row,
                            const QRectF& place) const {
    const Theme& theme = Theme::of(this);
    const qreal scale = scaleOf(this);
    painter.setFont(tableFont(this, textPixels));
    painter.setPen(theme.color(Tone::Text1));
    paintNamedSwatch(painter, this, QRectF(0, place.top(), columns.name, place.height()),
                     runStyle(theme, row.style), row.name);
    painter.setFont(tableFont(this, valuePixels));
    for (std::size_t i = 0; i < row.figures.size(); ++i) {
        const bool isNothing = row.figures.at(i) == QLatin1String("0 %");
        painter.setPen(theme.color(isNothing ? Tone::Text3 : Tone::Text1));
        painter.drawText(QRectF(0, place.top(), columns.figures.at(i), place.height()),
                         Qt::AlignRight | Qt::AlignVCenter, row.figures.at(i));
    }
    const qreal margin = sparkMargin * scale;
    paintVariances(painter, row,
                   QRectF(columns.spark.left(), place.top() + margin, columns.spark.width(),
                          place.height() - 2 * margin));
    painter.setFont(tableFont(this, valuePixels, QFont::Medium));
    painter.setPen(theme.color(Tone::Text1));
    painter.drawText(QRectF(columns.last, place.top(), width() - columns.last, place.height()),
                     Qt::AlignLeft | Qt::AlignVCenter, varianceText(row.variances.back()));
}

void MomentsTable::paintVariances(QPainter& painter, const MomentsRow& row,
                                  const QRectF& place) const {
    const Theme& theme = Theme::of(this);
    const AxisMap y(varianceRange(), Scale::Log, place.bottom(), place.top());
    const AxisMap x({0, static_cast<double>(row.variances.size())}, Scale::Linear, place.left(),
                    place.right());
    QPen dashes(theme.color(Tone::Axis), 1, Qt::CustomDashLine, Qt::FlatCap);
    dashes.setDashPattern({2, 3});
    painter.setPen(dashes);
    const QPointF start(x.toPixel(0), y.toPixel(m_inputVariance));
    painter.drawLine(start, QPointF(place.right(), start.y()));

    QPolygonF line{start};
    for (std::size_t layer = 0; layer < row.variances.size(); ++layer) {
        const double variance = row.variances[layer];
        line << QPointF(x.toPixel(static_cast<double>(layer + 1)),
                        y.canShow(variance) ? y.toPixel(variance)
                                            : place.bottom() + place.height());
    }
    painter.save();
    painter.setClipRect(place.adjusted(-1, -sparkMargin, 1, sparkMargin));
    painter.setPen(solidPen(runStyle(theme, row.style).color, sparkLine * scaleOf(this)));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(line);
    painter.restore();
}

} // namespace reluscope::ui

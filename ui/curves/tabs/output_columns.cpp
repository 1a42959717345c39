// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/tabs/output_columns.h"

#include "ui/controls/named_swatch.h"
#include "ui/controls/number_text.h"
#include "ui/curves/tabs/table_fonts.h"
#include "ui/plot/plot.h"
#include "ui/plot/plot_canvas.h"
#include "ui/theme/run_style.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPolygonF>

#include <algorithm>
#include <cmath>
#include <utility>

namespace reluscope::ui {

namespace {

constexpr qreal columnGap = 10;
constexpr qreal usualColumn = 46;
constexpr qreal widestColumn = 110;
constexpr qreal leastColumn = 12;
constexpr qreal atomHeight = 5;
constexpr qreal leastAtom = 2; ///< so that a rare value is seen, too
constexpr qreal markerSize = 7;

/// So many times as dense as z, at its densest, is as wide as a column. Four is what a sigmoid is;
/// a function that is still denser by far, such as a saturated one, has a scale of its own, and its
/// peaks are cut off at so many times the width squared.
constexpr double usualDensity = 4;
constexpr double mostCut = 8;

} // namespace

OutputColumns::OutputColumns(Plot& plot, QWidget* parent)
    : QWidget(parent)
    , m_plot(plot) {
    setAccessibleName(tr("Distribution of f(z)"));
    // The plot knows where its axes are once it has been drawn.
    connect(&m_plot.canvas(), &QCustomPlot::afterReplot, this, [this] { update(); });
}

void OutputColumns::setColumns(std::vector<OutputColumn> columns, Interval range,
                               double inputPeak) {
    m_columns = std::move(columns);
    m_range = range;
    m_inputPeak = inputPeak;
    QStringList sentences;
    for (const OutputColumn& column : m_columns) {
        QString sentence = tr("%1: mean %2").arg(column.name, numberText(column.mean));
        for (const Atom& atom : column.output.atoms) {
            sentence +=
                tr(", %1 exactly %2").arg(percentText(atom.probability), numberText(atom.value));
        }
        sentences << sentence;
    }
    setAccessibleDescription(sentences.join(tr("; ")));
    updateGeometry();
    update();
}

QSize OutputColumns::sizeHint() const {
    const auto count = static_cast<qreal>(m_columns.size());
    return {scaled(this, count * usualColumn), m_plot.sizeHint().height()};
}

QSize OutputColumns::minimumSizeHint() const {
    const auto count = static_cast<qreal>(m_columns.size());
    return {scaled(this, count * leastColumn), m_plot.minimumSizeHint().height()};
}

qreal OutputColumns::yPixel(double value) const {
    return m_plot.toPixels({0.0, value}).y();
}

void OutputColumns::paintEvent(QPaintEvent*) {
    if (m_columns.empty()) {
        return;
    }
    const qreal scale = scaleOf(this);
    const QRectF area = m_plot.plotArea();
    const auto count = static_cast<qreal>(m_columns.size());
    const qreal step = std::min(width() / count, widestColumn * scale);
    const qreal gap = std::min(columnGap * scale, step / 3);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QRectF place(1, area.top(), step - gap, area.height());
    for (const OutputColumn& column : m_columns) {
        paintDensity(painter, column, place);
        paintAtoms(painter, column, place);
        place.translate(step, 0);
    }
    paintNames(painter, QRectF(1, area.top(), step - gap, area.height()), step);
}

void OutputColumns::paintDensity(QPainter& painter, const OutputColumn& column,
                                 const QRectF& place) const {
    const Theme& theme = Theme::of(this);
    const RunStyle style = runStyle(theme, column.style);
    const std::vector<double>& density = column.output.density;
    const double highest = density.empty() ? 0 : *std::ranges::max_element(density);
    painter.fillRect(QRectF(place.left() - 1, place.top(), 1, place.height()),
                     theme.color(Tone::Axis));
    painter.save();
    painter.setClipRect(place.adjusted(0, -1, 2, 1));
    if (highest > 0) {
        const double height = m_range.size() / static_cast<double>(density.size());
        const double widest = std::max(usualDensity * m_inputPeak, highest / mostCut);
        QPolygonF outline{{place.left(), yPixel(m_range.lower)}};
        for (std::size_t i = 0; i < density.size(); ++i) {
            const double share = std::min(1.0, std::sqrt(density[i] / widest));
            const double value = m_range.lower + height * (static_cast<double>(i) + 0.5);
            outline << QPointF(place.left() + share * place.width(), yPixel(value));
        }
        outline << QPointF(place.left(), yPixel(m_range.upper));
        painter.setPen(solidPen(style.color, 1.25 * scaleOf(this)));
        painter.setBrush(style.histogramTint);
        painter.drawPolygon(outline);
    }
    painter.restore();
    if (m_range.contains(column.mean)) {
        drawMarker(painter, style.marker, {place.left(), yPixel(column.mean)},
                   markerSize * scaleOf(this), style.color, style.ground);
    }
}

void OutputColumns::paintAtoms(QPainter& painter, const OutputColumn& column,
                               const QRectF& place) const {
    const Theme& theme = Theme::of(this);
    const RunStyle style = runStyle(theme, column.style);
    const qreal scale = scaleOf(this);
    const QFont font = tableFont(this, notePixels, QFont::Medium);
    const QFontMetricsF metrics(font);
    for (const Atom& atom : column.output.atoms) {
        if (atom.probability == 0 || !m_range.contains(atom.value)) {
            continue;
        }
        const qreal y = yPixel(atom.value);
        const qreal length = std::max(atom.probability * place.width(), leastAtom * scale);
        const QRectF bar(place.left(), y - atomHeight * scale / 2, length, atomHeight * scale);
        painter.fillRect(bar, style.color);
        const QString text = percentText(atom.probability);
        const qreal wanted = metrics.horizontalAdvance(text);
        const qreal left = place.left() + markerSize / 2 * scale + 1;
        if (left + wanted > place.right() + columnGap / 2 * scale) {
            continue; // the table has it
        }
        // An atom is the end of the range of f: the rest lies on its other side.
        const bool isLowEnd = atom.value <= column.mean;
        const qreal below = bar.bottom() + 1;
        const qreal above = bar.top() - 1 - metrics.height();
        const bool hasRoomBelow = below + metrics.height() <= place.bottom() + 2;
        const qreal top = isLowEnd && hasRoomBelow ? below : above;
        painter.setFont(font);
        painter.setPen(style.textColor);
        painter.drawText(QRectF(left, top, wanted + 1, metrics.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, text);
    }
}

/// The names where all of them fit, or else samples of the lines.
void OutputColumns::paintNames(QPainter& painter, const QRectF& first, qreal step) const {
    const qreal scale = scaleOf(this);
    const QFont font = tableFont(this, notePixels, QFont::Medium);
    const QFontMetricsF metrics(font);
    const bool isRoomy = std::ranges::all_of(m_columns, [&](const OutputColumn& column) {
        return metrics.horizontalAdvance(column.name) < step - 6 * scale;
    });
    QRectF foot(first.left(), first.bottom() + 3 * scale, step, metrics.height());
    for (const OutputColumn& column : m_columns) {
        const RunStyle style = runStyle(Theme::of(this), column.style);
        if (isRoomy) {
            painter.setFont(font);
            painter.setPen(style.textColor);
            painter.drawText(foot, Qt::AlignLeft | Qt::AlignVCenter, column.name);
        } else {
            paintLineSample(painter, this,
                            QRectF(foot.topLeft(), QSizeF(first.width(), foot.height())), style);
        }
        foot.translate(step, 0);
    }
}

} // namespace reluscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/tabs/properties_delegate.h"

#include "ui/controls/named_swatch.h"
#include "ui/curves/tabs/properties_model.h"
#include "ui/curves/tabs/table_fonts.h"
#include "ui/theme/run_style.h"

#include <QPainter>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <cmath>
#include <utility>

namespace reluscope::ui {

namespace {

constexpr int headLines = 2;
constexpr qreal rowHeight = 28;
constexpr qreal padding = 8;
constexpr qreal styleMargin = 8; ///< that the style leaves beside the text
constexpr qreal textMargin = 9;  ///< a little more
constexpr qreal leastLead = 3;   ///< above and below wrapped words
constexpr qreal barLeft = 56;    ///< from the number's left
constexpr qreal barHeight = 8;
constexpr qreal usualBar = 48;
constexpr qreal leastBar = 16;
constexpr qreal barStrength = 0.78; ///< share of the run's colour in a bar

/// Into how many lines what stands in a column may be wrapped.
int linesIn(int column) {
    switch (column) {
    case PropertiesModel::Smooth:
        return 2;
    case PropertiesModel::Saturates:
        return 3;
    default:
        return 1;
    }
}

/// The least width in which \p text takes so many lines.
qreal widthInLines(int lines, const QString& text, const QFontMetricsF& metrics) {
    qreal least = metrics.horizontalAdvance(text);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Line, text);
    for (qsizetype at = 0; lines > 1 && (at = finder.toNextBoundary()) >= 0;) {
        least = std::min(least, std::max(metrics.horizontalAdvance(text.left(at).trimmed()),
                                         widthInLines(lines - 1, text.mid(at), metrics)));
    }
    return least;
}

} // namespace

PropertiesDelegate::PropertiesDelegate(const PropertiesModel& model, QObject* parent)
    : QuietDelegate(parent)
    , m_model(model) {}

PropertiesDelegate::Widths PropertiesDelegate::widthsOf(int column, const QWidget* table) const {
    const qreal scale = scaleOf(table);
    const QFontMetricsF headMetrics(tableFont(table, headPixels));
    const QString head = m_model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    qreal usual = headMetrics.horizontalAdvance(head) + 2 * padding * scale;
    qreal least = widthInLines(headLines, head, headMetrics) + 2 * padding * scale;
    const bool isName = column == PropertiesModel::Function;
    const QFontMetricsF metrics(
        tableFont(table, textPixels, isName ? QFont::Medium : QFont::Normal));
    const qreal around = 2 * textMargin * scale + (isName ? widthBeforeName(table) : 0);
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QString text = m_model.index(row, column).data().toString();
        usual = std::max(usual, metrics.horizontalAdvance(text) + around);
        least = std::max(least, widthInLines(linesIn(column), text, metrics) + around);
    }
    if (column == PropertiesModel::Mean) {
        usual = std::max(usual, (2 * padding + barLeft + usualBar) * scale);
    }
    return {static_cast<int>(std::ceil(usual)), static_cast<int>(std::ceil(least))};
}

void PropertiesDelegate::initStyleOption(QStyleOptionViewItem* option,
                                         const QModelIndex& index) const {
    QuietDelegate::initStyleOption(option, index);
    if (index.column() == PropertiesModel::Function) {
        option->font.setWeight(QFont::Medium);
        option->fontMetrics = QFontMetrics(option->font);
    }
}

void PropertiesDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                               const QModelIndex& index) const {
    if (index.column() == PropertiesModel::Function) {
        paintName(*painter, option, index);
    } else {
        QuietDelegate::paint(painter, option, index);
        if (index.column() == PropertiesModel::Mean) {
            paintMean(*painter, option, index);
        }
    }
}

void PropertiesDelegate::paintName(QPainter& painter, const QStyleOptionViewItem& option,
                                   const QModelIndex& index) const {
    const qreal scale = scaleOf(option.widget);
    QStyleOptionViewItem named = option;
    initStyleOption(&named, index);
    const QString name = std::exchange(named.text, {});
    named.widget->style()->drawControl(QStyle::CE_ItemViewItem, &named, &painter, named.widget);

    const QRectF place = option.rect;
    const Theme& theme = tableTheme();
    painter.save();
    painter.setFont(named.font);
    painter.setPen(theme.color(Tone::Text1));
    paintNamedSwatch(painter, option.widget, place.adjusted(padding * scale, 0, 0, 0),
                     runStyle(theme, index.data(PropertiesModel::StyleRole).toInt()), name);
    painter.restore();
}

void PropertiesDelegate::paintMean(QPainter& painter, const QStyleOptionViewItem& option,
                                   const QModelIndex& index) const {
    const qreal scale = scaleOf(option.widget);
    const Theme& theme = tableTheme();
    const QRectF place = option.rect;
    const qreal left = place.left() + (padding + barLeft) * scale;
    const qreal room = place.right() - padding * scale - left;
    if (room < leastBar * scale) {
        return;
    }
    const double span = m_model.largestMean() - m_model.leastMean();
    const qreal unit = span > 0 ? room / span : 0;
    const qreal zero = left - m_model.leastMean() * unit;
    const double mean = index.data(PropertiesModel::MeanRole).toDouble();

    const RunStyle style = runStyle(theme, index.data(PropertiesModel::StyleRole).toInt());
    const qreal top = place.center().y() - barHeight * scale / 2;
    const QRectF bar = QRectF(zero, top, mean * unit, barHeight * scale).normalized();
    painter.fillRect(bar, Theme::mix(theme.color(Tone::Tile), style.color, barStrength));
    painter.fillRect(QRectF(std::round(zero), top - 3 * scale, 1, (barHeight + 6) * scale),
                     theme.color(Tone::Axis));
}

QSize PropertiesDelegate::sizeHint(const QStyleOptionViewItem& option,
                                   const QModelIndex& index) const {
    int height = scaled(option.widget, rowHeight);
    if (linesIn(index.column()) > 1) {
        QStyleOptionViewItem own = option;
        initStyleOption(&own, index);
        const int margin = scaled(option.widget, styleMargin);
        const QRect words = own.fontMetrics.boundingRect(
            option.rect.adjusted(margin, 0, -margin, 0), Qt::TextWordWrap, own.text);
        height = std::max(height, words.height() + scaled(option.widget, 2 * leastLead));
    }
    return {option.rect.width(), height};
}

} // namespace reluscope::ui

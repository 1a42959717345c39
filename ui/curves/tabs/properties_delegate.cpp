// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/tabs/properties_delegate.h"

#include "ui/curves/tabs/properties_model.h"
#include "ui/theme/run_style.h"

#include <QPainter>

#include <cmath>
#include <utility>

namespace reluscope::ui {

namespace {

constexpr qreal rowHeight = 28;
constexpr qreal padding = 8;
constexpr qreal textMargin = 5; ///< that the style leaves beside the text, and a little more
constexpr qreal swatchWidth = 22;
constexpr qreal swatchHeight = 10;
constexpr qreal swatchGap = 8;
constexpr qreal barLeft = 56; ///< from the number's left
constexpr qreal barHeight = 8;
constexpr qreal leastBar = 48;
constexpr qreal barStrength = 0.78; ///< share of the run's colour in a bar

} // namespace

PropertiesDelegate::PropertiesDelegate(const PropertiesModel& model, QObject* parent)
    : QuietDelegate(parent)
    , m_model(model) {}

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
    const QRectF swatch(place.left() + padding * scale,
                        place.center().y() - swatchHeight * scale / 2, swatchWidth * scale,
                        swatchHeight * scale);
    const Theme& theme = tableTheme();
    painter.save();
    drawSwatch(painter, swatch, runStyle(theme, index.data(PropertiesModel::StyleRole).toInt()),
               SwatchMarker::Omitted);
    painter.setFont(named.font);
    painter.setPen(theme.color(Tone::Text1));
    const QRectF words(swatch.right() + swatchGap * scale, place.top(),
                       place.right() - swatch.right() - swatchGap * scale, place.height());
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter, name);
    painter.restore();
}

void PropertiesDelegate::paintMean(QPainter& painter, const QStyleOptionViewItem& option,
                                   const QModelIndex& index) const {
    const qreal scale = scaleOf(option.widget);
    const Theme& theme = tableTheme();
    const QRectF place = option.rect;
    const qreal left = place.left() + (padding + barLeft) * scale;
    const qreal room = place.right() - padding * scale - left;
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
    QStyleOptionViewItem own = option;
    initStyleOption(&own, index);
    const qreal scale = scaleOf(option.widget);
    qreal width = own.fontMetrics.horizontalAdvance(own.text) + 2 * (padding + textMargin) * scale;
    if (index.column() == PropertiesModel::Function) {
        width += (swatchWidth + swatchGap) * scale;
    } else if (index.column() == PropertiesModel::Mean) {
        width = (2 * padding + barLeft + leastBar) * scale;
    }
    return {static_cast<int>(std::ceil(width)), scaled(option.widget, rowHeight)};
}

} // namespace reluscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_caption.h"

#include "ui/theme/run_style.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace reluscope::ui {
namespace {

constexpr qreal textSize = 12;
constexpr qreal markerSize = 7;
constexpr qreal captionHeight = 22;

} // namespace

RunCaption::RunCaption(int run, QWidget* parent)
    : QWidget(parent)
    , m_run(run) {}

void RunCaption::setName(const QString& name) {
    m_name = name;
    update();
}

void RunCaption::setFigure(const QString& figure) {
    if (m_figure != figure) {
        m_figure = figure;
        update();
    }
}

QFont RunCaption::textFont(int weight) const {
    QFont text = font();
    text.setPixelSize(scaled(this, textSize));
    text.setWeight(QFont::Weight(weight));
    return text;
}

QSize RunCaption::sizeHint() const {
    return {scaled(this, 140), scaled(this, captionHeight)};
}

QSize RunCaption::minimumSizeHint() const {
    return {scaled(this, 60), scaled(this, captionHeight)};
}

void RunCaption::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    const RunStyle style = runStyle(theme, m_run);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal marker = markerSize * scaleOf(this);
    drawMarker(painter, style.marker, QPointF(marker / 2 + 1, height() / 2.0), marker, style.color,
               theme.color(Tone::Tile));

    painter.setFont(textFont(QFont::Normal));
    painter.setPen(theme.color(Tone::Text2));
    painter.drawText(rect(), Qt::AlignRight | Qt::AlignVCenter, m_figure);
    const int figureWidth = painter.fontMetrics().horizontalAdvance(m_figure);

    painter.setFont(textFont(QFont::Medium));
    painter.setPen(theme.color(Tone::Text1));
    const int left = static_cast<int>(marker) + scaled(this, 7);
    const int room = width() - left - figureWidth - scaled(this, 6);
    painter.drawText(QRect(left, 0, room, height()), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_name, Qt::ElideRight, room));
}

} // namespace reluscope::ui

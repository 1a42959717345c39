// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/run_caption.h"

#include "ui/theme/run_style.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace reluscope::ui {
namespace {

constexpr qreal textSize = 12;
constexpr qreal prominentSize = 15;
constexpr qreal markerSize = 7;
constexpr qreal swatchWidth = 20;
constexpr qreal swatchHeight = 10;
constexpr qreal gap = 7;
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

void RunCaption::setProminent(bool isProminent) {
    m_isProminent = isProminent;
    update();
}

QFont RunCaption::textFont(qreal pixels, int weight) const {
    QFont text = font();
    text.setPixelSize(scaled(this, pixels));
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
    painter.setFont(m_isProminent ? textFont(prominentSize, QFont::Medium)
                                  : textFont(textSize, QFont::Normal));
    painter.setPen(theme.color(m_isProminent ? Tone::Text1 : Tone::Text2));
    painter.drawText(rect(), Qt::AlignRight | Qt::AlignVCenter, m_figure);
    const int beforeFigure =
        width() - painter.fontMetrics().horizontalAdvance(m_figure) - scaled(this, 6);

    painter.setFont(textFont(textSize, QFont::Medium));
    painter.setPen(theme.color(Tone::Text1));
    const int nameWidth = painter.fontMetrics().horizontalAdvance(m_name);
    const qreal scale = scaleOf(this);
    const int swatchEnd = scaled(this, swatchWidth + gap);
    int left = static_cast<int>(markerSize * scale) + scaled(this, gap);
    if (m_isProminent && swatchEnd + nameWidth <= beforeFigure) {
        left = swatchEnd;
        const QSizeF size = QSizeF(swatchWidth, swatchHeight) * scale;
        drawSwatch(painter, QRectF(QPointF(0, (height() - size.height()) / 2), size), style,
                   SwatchMarker::Shown);
    } else {
        const qreal marker = markerSize * scale;
        drawMarker(painter, style.marker, QPointF(marker / 2 + 1, height() / 2.0), marker,
                   style.color, theme.color(Tone::Tile));
    }
    painter.setPen(theme.color(Tone::Text1));
    const int room = beforeFigure - left;
    painter.drawText(QRect(left, 0, room, height()), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_name, Qt::ElideRight, room));
}

} // namespace reluscope::ui

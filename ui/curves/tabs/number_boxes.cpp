// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/tabs/number_boxes.h"

#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace reluscope::ui {

namespace {

constexpr qreal nameWidth = 52;
constexpr qreal leastBox = 44;
constexpr qreal widestBox = 80;
constexpr qreal textSide = 6;
constexpr qreal boxHeight = 24;
constexpr qreal gap = 4;
constexpr qreal rowHeight = 29;
constexpr qreal ellipsisWidth = 14;
constexpr qreal corner = 4;
constexpr qreal textPixels = 12;

} // namespace

NumberBoxes::NumberBoxes(const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_name(name) {
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void NumberBoxes::setBoxes(std::vector<Box> boxes, bool isCutShort) {
    if (boxes == m_boxes && isCutShort == m_isCutShort) {
        return;
    }
    m_boxes = std::move(boxes);
    m_isCutShort = isCutShort;
    QStringList texts;
    for (const Box& box : m_boxes) {
        texts << box.text;
    }
    setAccessibleDescription(texts.join(QStringLiteral(", ")) +
                             (isCutShort ? QStringLiteral(", …") : QString()));
    update();
}

/// Equal for all.
qreal NumberBoxes::boxWidth() const {
    const QFontMetricsF metrics(textFont(QFont::Medium));
    qreal widest = 0;
    for (const Box& box : m_boxes) {
        widest = std::max(widest, metrics.horizontalAdvance(box.text));
    }
    const qreal scale = scaleOf(this);
    return std::clamp(widest + 2 * textSide * scale, leastBox * scale, widestBox * scale);
}

QSize NumberBoxes::sizeHint() const {
    return {scaled(this, nameWidth + 3 * (leastBox + gap) + ellipsisWidth),
            scaled(this, rowHeight)};
}

QSize NumberBoxes::minimumSizeHint() const {
    return {scaled(this, nameWidth + leastBox), scaled(this, rowHeight)};
}

QFont NumberBoxes::textFont(QFont::Weight weight) const {
    QFont result = font();
    result.setPixelSize(scaled(this, textPixels));
    result.setWeight(weight);
    return result;
}

void NumberBoxes::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    const qreal scale = scaleOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(textFont(QFont::Normal));
    painter.setPen(theme.color(Tone::Text2));
    painter.drawText(QRectF(0, 0, nameWidth * scale, height()), Qt::AlignLeft | Qt::AlignVCenter,
                     m_name);

    const QFont numberFont = textFont(QFont::Medium);
    const QFontMetricsF metrics(numberFont);
    painter.setFont(numberFont);
    QRectF place((nameWidth + gap) * scale, (height() - boxHeight * scale) / 2, boxWidth(),
                 boxHeight * scale);
    const qreal step = place.width() + gap * scale;
    const auto room = static_cast<std::size_t>(
        std::max(1.0, (width() - place.left() - ellipsisWidth * scale) / step));
    for (std::size_t i = 0; i < std::min(room, m_boxes.size()); ++i) {
        const Box& box = m_boxes[i];
        const qreal edge = box.isOverwritten ? 2 * scale : 1;
        painter.setPen(QPen(theme.color(box.isOverwritten ? Tone::Accent : Tone::Strong), edge));
        painter.setBrush(theme.color(Tone::Field));
        painter.drawRoundedRect(place.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2),
                                corner * scale, corner * scale);
        painter.setPen(theme.color(Tone::Text1));
        painter.drawText(place, Qt::AlignCenter,
                         metrics.elidedText(box.text, Qt::ElideRight, place.width() - 4 * scale));
        place.translate(step, 0);
    }
    if (m_isCutShort || room < m_boxes.size()) {
        painter.setPen(theme.color(Tone::Text2));
        painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("…"));
    }
}

} // namespace reluscope::ui

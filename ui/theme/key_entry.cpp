// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/key_entry.h"

#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QWidget>

namespace reluscope::ui {
namespace {

constexpr qreal textSize = 12;
constexpr qreal entryHeight = 20;

} // namespace

KeyEntry::KeyEntry(const QWidget* widget, const Measures& measures)
    : m_widget(widget)
    , m_font(widget->font())
    , m_swatch(measures.swatch * scaleOf(widget))
    , m_gap(measures.gap * scaleOf(widget)) {
    m_font.setPixelSize(scaled(widget, textSize));
    m_font.setWeight(measures.weight);
}

qreal KeyEntry::widthOfWords(const QString& words) const {
    return QFontMetricsF(m_font).horizontalAdvance(words);
}

qreal KeyEntry::widthOf(const QString& words) const {
    return m_swatch + m_gap + widthOfWords(words);
}

QString KeyEntry::elided(const QString& words, qreal width) const {
    return QFontMetricsF(m_font).elidedText(words, Qt::ElideRight, width - m_swatch - m_gap);
}

int KeyEntry::height() const {
    return scaled(m_widget, entryHeight);
}

qreal KeyEntry::paint(QPainter& painter, qreal left, const QString& words,
                      const std::function<void(const QRectF&)>& paintSwatch) const {
    painter.save();
    paintSwatch(QRectF(left, 0, m_swatch, m_widget->height()));
    painter.restore();
    return paintWords(painter, left + m_swatch + m_gap, words);
}

qreal KeyEntry::paintWords(QPainter& painter, qreal left, const QString& words) const {
    const qreal width = widthOfWords(words);
    painter.setFont(m_font);
    // One more for a last glyph that leans out.
    painter.drawText(QRectF(left, 0, width + 1, m_widget->height()), Qt::AlignVCenter, words);
    return left + width;
}

} // namespace reluscope::ui

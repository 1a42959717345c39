// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/rail_button.h"

#include "ui/controls/focus_ring.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace reluscope::ui {

namespace {

constexpr qreal railWidth = 80;
constexpr qreal buttonHeight = 62;
constexpr qreal groundInset = 4;
constexpr qreal iconPixels = 22;
constexpr qreal labelPixels = 11;
constexpr qreal barWidth = 3;
constexpr qreal radius = 4;

} // namespace

RailButton::RailButton(IconName icon, const QString& label, QWidget* parent)
    : QAbstractButton(parent)
    , m_icon(icon) {
    setCheckable(true);
    setText(label);
    setFocusPolicy(Qt::TabFocus); // a click shows the page and leaves Space to Run
    setAttribute(Qt::WA_Hover);
    setProperty(focusInsetProperty, groundInset);
}

QFont RailButton::labelFont() const {
    QFont result = font();
    result.setPixelSize(scaled(this, labelPixels));
    result.setWeight(isChecked() ? QFont::Medium : QFont::Normal);
    return result;
}

QSize RailButton::sizeHint() const {
    // A longer name, in another language, makes the rail wider rather than unreadable.
    QFont widest = labelFont();
    widest.setWeight(QFont::Medium);
    const int label =
        QFontMetrics(widest).horizontalAdvance(text()) + 2 * scaled(this, groundInset);
    return {std::max(scaled(this, railWidth), label), scaled(this, buttonHeight)};
}

QRect RailButton::ground() const {
    const int inset = scaled(this, groundInset);
    return rect().adjusted(inset, inset, -inset, -inset);
}

void RailButton::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    const qreal scale = scaleOf(this);
    const QRect box = ground();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (isChecked() || isDown() || underMouse()) {
        painter.setBrush(theme.color(isChecked() || isDown() ? Tone::Selected : Tone::Hover));
        painter.drawRoundedRect(box, radius * scale, radius * scale);
    }
    if (isChecked()) {
        painter.setBrush(theme.color(Tone::Accent));
        painter.drawRect(QRectF(0, box.top(), barWidth * scale, box.height()));
    }

    const QColor ink = theme.color(isChecked() ? Tone::Text1 : Tone::Text2);
    const qreal side = iconPixels * scale;
    drawIcon(painter, m_icon,
             QRectF(box.center().x() + 1 - side / 2, box.top() + 7 * scale, side, side), ink);
    painter.setPen(ink);
    painter.setFont(labelFont());
    const QRectF label(0, box.top() + 31 * scale, width(), 18 * scale);
    painter.drawText(label, Qt::AlignCenter, text());
}

} // namespace reluscope::ui

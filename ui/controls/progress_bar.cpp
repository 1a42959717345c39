// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/progress_bar.h"

#include "ui/theme/theme.h"

#include <QPainter>

#include <utility>

namespace reluscope::ui {

ProgressBar::ProgressBar(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ProgressBar::setShare(double share) {
    if (std::exchange(m_share, share) != share) {
        update();
    }
}

QSize ProgressBar::sizeHint() const {
    constexpr qreal thickness = 6;
    return {0, scaled(this, thickness)};
}

void ProgressBar::paintEvent(QPaintEvent*) {
    const Theme& theme = Theme::of(this);
    const qreal radius = height() / 2.0;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Tone::Border));
    painter.drawRoundedRect(QRectF(rect()), radius, radius);
    if (m_share > 0) {
        painter.setBrush(theme.color(Tone::Accent));
        painter.setClipRect(QRectF(0, 0, width() * m_share, height()));
        painter.drawRoundedRect(QRectF(rect()), radius, radius);
    }
}

} // namespace reluscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/divider.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace reluscope::ui {

Divider::Divider(Qt::Orientation orientation, QWidget* parent)
    : QWidget(parent) {
    if (orientation == Qt::Horizontal) {
        setFixedHeight(1);
    } else {
        setFixedWidth(1);
    }
}

void Divider::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), Theme::of(this).color(Tone::Border));
}

} // namespace reluscope::ui

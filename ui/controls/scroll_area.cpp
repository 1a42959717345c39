// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/scroll_area.h"

#include "ui/controls/wheel_scrolls.h"
#include "ui/theme/theme.h"

#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace reluscope::ui {

namespace {

constexpr qreal margin = 8; ///< around what is revealed

void revealIn(QScrollArea& area, const QRect& place) {
    const int around = scaled(&area, margin);
    QScrollBar* bar = area.verticalScrollBar();
    const int highest = place.top() - around;
    const int lowest = place.bottom() + around - area.viewport()->height();
    bar->setValue(std::min(std::max(bar->value(), lowest), highest));
}

} // namespace

QScrollArea* makeScrollArea(QWidget* content) {
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidgetResizable(true);
    scroll->setWidget(content);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    new WheelScrolls(content);
    return scroll;
}

void reveal(const QWidget* widget, const QRect& part) {
    for (QWidget* each = widget->parentWidget(); each; each = each->parentWidget()) {
        auto* area = qobject_cast<QScrollArea*>(each);
        if (area && area->widget()) {
            const QPoint corner = widget->mapTo(area->widget(), part.topLeft());
            revealIn(*area, QRect(corner, part.size()));
        }
    }
}

} // namespace reluscope::ui

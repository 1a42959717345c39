// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/wheel_scrolls.h"

#include <QChildEvent>
#include <QComboBox>
#include <QSlider>

namespace reluscope::ui {

WheelScrolls::WheelScrolls(QWidget* content)
    : QObject(content) {
    watch(content);
}

void WheelScrolls::watch(QObject* object) {
    if (object->isWidgetType()) {
        object->installEventFilter(this);
        for (QObject* child : object->children()) {
            watch(child);
        }
    }
}

bool WheelScrolls::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ChildAdded) {
        watch(static_cast<QChildEvent*>(event)->child());
    }
    if (event->type() == QEvent::Wheel && (qobject_cast<QComboBox*>(watched) != nullptr ||
                                           qobject_cast<QSlider*>(watched) != nullptr)) {
        event->ignore(); // so that it goes on to what is around
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace reluscope::ui

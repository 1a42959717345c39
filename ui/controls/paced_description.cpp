// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/paced_description.h"

#include <QWidget>

namespace reluscope::ui {

PacedDescription::PacedDescription(QWidget& widget)
    : m_widget(widget) {}

void PacedDescription::setText(const QString& text) {
    constexpr int milliseconds = 1000;
    m_text = text;
    // The first of a burst is told at once, the newest of the rest when its second is over.
    if (!m_timer.isActive()) {
        m_widget.setAccessibleDescription(m_text);
        m_timer.start(milliseconds, this);
    }
}

void PacedDescription::timerEvent(QTimerEvent*) {
    if (m_widget.accessibleDescription() == m_text) {
        m_timer.stop();
    } else {
        m_widget.setAccessibleDescription(m_text);
    }
}

} // namespace reluscope::ui

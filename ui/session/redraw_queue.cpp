// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/redraw_queue.h"

#include <QTimerEvent>

#include <utility>

namespace reluscope::ui {

std::size_t RedrawQueue::addView(std::function<void()> redraw) {
    m_views.push_back({.redraw = std::move(redraw)});
    return m_views.size() - 1;
}

void RedrawQueue::request(std::size_t view) {
    constexpr int frameMilliseconds = 16;
    m_views[view].isStale = true;
    if (!m_timer.isActive()) {
        m_timer.start(frameMilliseconds, Qt::PreciseTimer, this);
    }
}

void RedrawQueue::requestAll() {
    for (std::size_t view = 0; view < m_views.size(); ++view) {
        request(view);
    }
}

void RedrawQueue::timerEvent(QTimerEvent*) {
    constexpr int viewsPerFrame = 2;
    int redrawn = 0;
    for (std::size_t i = 0; i < m_views.size(); ++i) {
        View& view = m_views[m_next];
        m_next = (m_next + 1) % m_views.size();
        if (view.isStale) {
            view.isStale = false;
            view.redraw();
            if (++redrawn == viewsPerFrame) {
                return;
            }
        }
    }
    if (redrawn == 0) {
        m_timer.stop();
    }
}

} // namespace reluscope::ui

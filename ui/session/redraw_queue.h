// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QObject>

#include <functional>
#include <vector>

namespace reluscope::ui {

/// Spreads the redrawing of many views over frames: at most two a frame, in turn, each as late as
/// it can be, so that a view that is asked to redraw often does it once.
class RedrawQueue : public QObject {
    Q_OBJECT

  public:
    using QObject::QObject;

    /// Adds a view and returns its number.
    std::size_t addView(std::function<void()> redraw);

    void request(std::size_t view);
    void requestAll();

  protected:
    void timerEvent(QTimerEvent* event) override;

  private:
    struct View {
        std::function<void()> redraw;
        bool isStale = false;
    };

    std::vector<View> m_views;
    std::size_t m_next = 0;
    QBasicTimer m_timer;
};

} // namespace reluscope::ui

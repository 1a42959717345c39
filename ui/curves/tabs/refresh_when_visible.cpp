// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/tabs/refresh_when_visible.h"

#include "ui/curves/curves_model.h"

#include <QEvent>
#include <QMetaObject>
#include <QWidget>

#include <utility>

namespace reluscope::ui {

RefreshWhenVisible::RefreshWhenVisible(QWidget* view, const CurvesModel& model,
                                       std::function<void()> refresh)
    : QObject(view)
    , m_view(view)
    , m_refresh(std::move(refresh)) {
    view->installEventFilter(this);
    connect(&model, &CurvesModel::changed, this, &RefreshWhenVisible::request);
}

void RefreshWhenVisible::request() {
    if (!std::exchange(m_isStale, true)) {
        QMetaObject::invokeMethod(this, &RefreshWhenVisible::refreshIfVisible,
                                  Qt::QueuedConnection);
    }
}

void RefreshWhenVisible::refreshIfVisible() {
    if (m_isStale && m_view->isVisible()) {
        m_isStale = false;
        m_refresh();
    }
}

bool RefreshWhenVisible::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_view && event->type() == QEvent::Show) {
        refreshIfVisible();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace reluscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

class QWidget;

namespace reluscope::ui {

class CurvesModel;

/// Brings a view of the model up to date when the model has changed, once however often it did, and
/// only while the view can be seen. It belongs to the view.
class RefreshWhenVisible : public QObject {
    Q_OBJECT

  public:
    RefreshWhenVisible(QWidget* view, const CurvesModel& model, std::function<void()> refresh);

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void request();
    void refreshIfVisible();

    QWidget* m_view;
    std::function<void()> m_refresh;
    bool m_isStale = true;
};

} // namespace reluscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controls/tile.h"
#include "ui/session/run_event.h"

class QListWidget;
class QStackedWidget;

namespace reluscope::ui {

/// What happened to the runs, in words, newest first. A click goes back to the epoch.
class EventsTile : public Tile {
    Q_OBJECT

  public:
    explicit EventsTile(QWidget* parent = nullptr);

    void setRuns(const Experiment& experiment);
    void setRunHidden(std::size_t run, bool isHidden);
    void showEvents(const RunEvents& events);

  signals:
    void epochRequested(std::size_t epoch);

  private:
    QStringList m_names;
    std::vector<bool> m_isHidden;
    QStackedWidget* m_pages;
    QListWidget* m_list;
};

} // namespace reluscope::ui

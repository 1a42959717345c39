// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/training/branch_form.h"

#include <QWidget>

#include <vector>

class QPushButton;

namespace reluscope::ui {

class TimeLine;
class TrainingSession;

/// The time line of a session, with the way on from the epoch that it shows.
class TimeBar : public QWidget {
    Q_OBJECT

  public:
    explicit TimeBar(TrainingSession& session, QWidget* parent = nullptr);

    void setRunHidden(std::size_t run, bool isHidden);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void showRuns();
    void showProgress();
    std::vector<BranchForm::Parent> runsThatCanGoOn() const;
    void askHow();

    TrainingSession& m_session;
    TimeLine* m_timeLine;
    QPushButton* m_continue;
};

} // namespace reluscope::ui

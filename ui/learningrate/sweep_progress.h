// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace reluscope::ui {

class ProgressBar;
class SweepSession;

/// How far a sweep is, how long it will take, and what can be done about it.
class SweepProgress : public QWidget {
    Q_OBJECT

  public:
    explicit SweepProgress(SweepSession& sweep, QWidget* parent = nullptr);

  private:
    void showState();
    QString noteText() const;

    SweepSession& m_sweep;
    ProgressBar* m_bar;
    QLabel* m_count;
    QLabel* m_left;
    QPushButton* m_cancel;
    QPushButton* m_startOver;
    QLabel* m_note;
};

} // namespace reluscope::ui

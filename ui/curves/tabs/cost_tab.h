// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBasicTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace reluscope::ui {

class CostBars;
class CostMeter;
class CurvesModel;

/// What the shown functions cost on this machine, measured while the tab is visible.
class CostTab : public QWidget {
    Q_OBJECT

  public:
    explicit CostTab(CurvesModel& model, QWidget* parent = nullptr);

  protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void measure();
    void measureSoon();
    void showCosts();
    void applyScale();

    CurvesModel& m_model;
    CostMeter* m_meter;
    CostBars* m_bars;
    QLabel* m_note;
    QLabel* m_disturbance;
    QPushButton* m_again;
    QBasicTimer m_delay;
};

} // namespace reluscope::ui

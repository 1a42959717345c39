// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QLabel;

namespace reluscope::ui {

class ExperimentDocument;
class RateRangeRow;
class RowList;
class SweepSession;
class ValueRow;

/// What a sweep is to be of: rates, seeds, epochs, and the runs that it compares. While one is
/// under way it stands still.
class SweepSetup : public QWidget {
    Q_OBJECT

  public:
    SweepSetup(ExperimentDocument& document, SweepSession& sweep, QWidget* parent = nullptr);

  private:
    void connectControls();
    void showPlan();
    void showRuns();
    void showState();

    ExperimentDocument& m_document;
    SweepSession& m_sweep;
    QWidget* m_controls;
    RateRangeRow* m_range;
    ValueRow* m_rates;
    ValueRow* m_seeds;
    ValueRow* m_epochs;
    QComboBox* m_axis;
    QLabel* m_baseLabel;
    QComboBox* m_base;
    RowList* m_rows;
    QLabel* m_noRows;
};

} // namespace reluscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/curves/tabs/evaluation.h"

#include <QFutureWatcher>
#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;
class QPushButton;
class QTableView;

namespace reluscope::ui {

class EvaluationHeader;
class EvaluationModel;
class FunctionPicker;
class InPlacePanel;
class NumberEditor;

/// f and f' of numbers that were typed or pasted, and what becomes of the numbers in place. Reading
/// and computing happens on another thread, for there may be very many.
class EvaluateTab : public QWidget {
    Q_OBJECT

  public:
    explicit EvaluateTab(CurvesModel& model, QWidget* parent = nullptr);

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    QWidget* makeInput();
    QWidget* makeTable();
    std::vector<CurveFunction> evaluatedFunctions() const;
    void request();
    void showEvaluation();
    void describe(const Evaluation& evaluation);
    void copyTable();
    void fitColumns();
    /// In a narrow tile the in-place panel goes below the rest, and all of it scrolls.
    void arrange();

    CurvesModel& m_model;
    NumberEditor* m_editor;
    QLabel* m_note;
    FunctionPicker* m_picker;
    QPushButton* m_copy;
    EvaluationModel* m_values;
    QTableView* m_table;
    EvaluationHeader* m_header;
    InPlacePanel* m_inPlace;
    QGridLayout* m_layout;
    QFutureWatcher<Evaluation> m_evaluating;
    bool m_isStale = false; ///< something changed since the evaluation began
};

} // namespace reluscope::ui

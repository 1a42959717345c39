// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>
#include <vector>

class QGridLayout;
class QHBoxLayout;
class QScrollArea;

namespace reluscope::ui {

class CurvesModel;
class InputAnalyzer;
class MomentsTable;
class OutputColumns;
class Plot;
class ValueRow;
struct CurveFunction;
struct Interval;

/// What the shown functions make of a pre-activation z ~ N(μ, σ²): its density under the curves,
/// how f(z) is distributed beside them, and the figures that follow. Where there is little room the
/// figures stand below the picture, and the tab scrolls.
class InputDistributionTab : public QWidget {
    Q_OBJECT

  public:
    explicit InputDistributionTab(CurvesModel& model, QWidget* parent = nullptr);

  protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    QWidget* makeControls();
    QWidget* makePicture();
    void showInput();
    /// Draws the curves at once and asks for the rest; nothing while hidden.
    void ask();
    Interval drawCurves(const std::vector<CurveFunction>& shown);
    void showAnswers();
    void arrange();

    CurvesModel& m_model;
    InputAnalyzer* m_analyzer;
    ValueRow* m_mean;
    ValueRow* m_deviation;
    Plot* m_plot;
    OutputColumns* m_columns;
    MomentsTable* m_table;
    QScrollArea* m_tableScroll;
    QWidget* m_controls;
    QWidget* m_picture;
    QHBoxLayout* m_pictureLayout;
    QGridLayout* m_layout;
    std::optional<bool> m_isOneRow; ///< as it is laid out
};

} // namespace reluscope::ui

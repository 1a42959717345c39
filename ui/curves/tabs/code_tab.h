// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <functional>

class QHBoxLayout;

namespace reluscope::ui {

class CodeView;
class CurvesModel;
class EmptyState;
class FormulaView;
class FunctionPicker;

/// One of the shown functions as a formula, in PyTorch, and in C++ with this library.
class CodeTab : public QWidget {
    Q_OBJECT

  public:
    explicit CodeTab(CurvesModel& model, QWidget* parent = nullptr);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    /// A view below its heading and a button that copies the text of it.
    QWidget* makePart(QWidget* heading, QWidget* view, const QString& name, const QString& copyName,
                      const std::function<QString()>& text);
    void refresh();
    void applyScale();

    CurvesModel& m_model;
    FunctionPicker* m_picker;
    FormulaView* m_formula;
    CodeView* m_pytorch;
    CodeView* m_cpp;
    EmptyState* m_empty;
    QWidget* m_parts;
    QHBoxLayout* m_layout;
};

} // namespace reluscope::ui

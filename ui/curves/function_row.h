// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

namespace reluscope::ui {

class FunctionToggle;
class ValueRow;
struct CurveFunction;

/// A function in the list: its tick box and, while it is ticked, its parameters below.
class FunctionRow : public QWidget {
    Q_OBJECT

  public:
    explicit FunctionRow(const CurveFunction& function, QWidget* parent = nullptr);

    void setFunction(const CurveFunction& function);
    FunctionToggle* toggle() const { return m_toggle; }
    /// The controls in the order of the Tab key.
    std::vector<QWidget*> tabStops() const;

  signals:
    void shownChanged(bool shown);
    void parameterChanged(std::size_t parameter, double value);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void addParameters(const CurveFunction& function);
    void applyScale();

    FunctionToggle* m_toggle;
    QWidget* m_parameters; ///< holds the rows, so that they come and go together
    std::vector<ValueRow*> m_parameterRows;
};

} // namespace reluscope::ui

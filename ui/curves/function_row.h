// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

namespace reluscope::ui {

class SwatchToggle;
class Segments;
class ValueRow;
struct CurveFunction;

/// A function in the list: its tick box and, while it is ticked, the parameter that bends it below.
class FunctionRow : public QWidget {
    Q_OBJECT

  public:
    explicit FunctionRow(const CurveFunction& function, QWidget* parent = nullptr);

    void setFunction(const CurveFunction& function);
    SwatchToggle* toggle() const { return m_toggle; }
    /// The controls in the order of the Tab key.
    std::vector<QWidget*> tabStops() const;

  signals:
    void shownChanged(bool shown);
    /// `dragging`: more values of the same gesture follow.
    void parameterChanged(double value, bool dragging);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void addParameter(const CurveFunction& function);
    void applyScale();

    SwatchToggle* m_toggle;
    QWidget* m_parameters;        ///< holds what can be set, indented
    ValueRow* m_number = nullptr; ///< the parameter, where it is a number
    Segments* m_choice = nullptr; ///< where it is a choice of words
};

} // namespace reluscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controls/number_field.h"
#include "ui/controls/value_slider.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace reluscope::ui {

/// A number with its name, a slider and a field for exact values, as in the Setup panel. A sentence
/// below says what is wrong with an entry.
class ValueRow : public QWidget {
    Q_OBJECT

  public:
    enum class Arrangement {
        OneLine, ///< name, slider, field
        TwoLines ///< name and field; the slider with its ticks below, over the full width
    };

    ValueRow(const QString& label, const ValueRange& range,
             Arrangement arrangement = Arrangement::OneLine, QWidget* parent = nullptr);

    double value() const { return m_field->value(); }
    /// Shows `value` without signalling.
    void setValue(double value);
    void setLabel(const QString& label);
    void setRange(const ValueRange& range);
    void setTicks(const QVector<ValueTick>& ticks);
    /// Widths in designed pixels, to line rows up with each other; 0 leaves it to the content.
    void setLabelWidth(int pixels);
    void setFieldWidth(int pixels);

    ValueSlider* slider() const { return m_slider; }
    NumberField* field() const { return m_field; }

  signals:
    /// `dragging`: more values of the same gesture follow, so undo should merge them. The gesture
    /// ends with a value that is not dragging.
    void valueChanged(double value, bool dragging);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void showProblem(const QString& problem);
    void applyScale();

    QGridLayout* m_layout;
    QLabel* m_label;
    ValueSlider* m_slider;
    NumberField* m_field;
    QLabel* m_problem;
    int m_labelWidth = 0;
    int m_fieldWidth = 0;
};

} // namespace reluscope::ui

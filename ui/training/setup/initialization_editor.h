// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/initialization.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace reluscope::ui {

class NumberField;

/// How weights and biases begin: the scheme with its parameter, bias and gain.
class InitializationEditor : public QWidget {
    Q_OBJECT

  public:
    /// \p labelWidth in designed pixels, to line it up with the rows around it.
    explicit InitializationEditor(int labelWidth, QWidget* parent = nullptr);

    /// Shows `initialization` without signalling.
    void setInitialization(const Initialization& initialization);

  signals:
    void edited(const reluscope::Initialization& initialization);

  private:
    void connectField(NumberField* field, double Initialization::*member);
    void chooseScheme(WeightScheme scheme);

    Initialization m_initialization;
    QComboBox* m_weights;
    QLabel* m_parameterLabel;
    NumberField* m_parameter; ///< of schemes that have one
    QLabel* m_biasLabel;
    NumberField* m_bias;
    NumberField* m_gain;
};

} // namespace reluscope::ui

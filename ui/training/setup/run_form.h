// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/experiment.h"
#include "ui/theme/icons.h"

#include <QWidget>

#include <functional>
#include <vector>

class QCheckBox;
class QComboBox;
class QVBoxLayout;

namespace reluscope::ui {

class ExperimentDocument;
class InitializationEditor;
class NumberField;
class OptimizerDetails;

/// Where one run departs from the settings of all: each departure has a box to tick, and what it
/// consists of below.
class RunForm : public QWidget {
    Q_OBJECT

  public:
    RunForm(ExperimentDocument& document, std::size_t run, QWidget* parent = nullptr);

    void showExperiment();

  private:
    QCheckBox* addDeparture(const QString& text, IconName icon, const QString& hint,
                            QWidget* editor, const std::function<void(bool)>& set);
    void edit(const QString& text, const std::function<void(Experiment&, RunSpec&)>& change);
    QWidget* makeOptimizer();
    NumberField* addOptimizerField(const QString& name, const char* objectName, double maximum,
                                   void (*set)(OptimizerSpec& optimizer, double value));
    void showLayers(const std::vector<Activation>& activations);

    ExperimentDocument& m_document;
    std::size_t m_run;
    QVBoxLayout* m_rows;
    QCheckBox* m_hasRate;
    NumberField* m_rate;
    QCheckBox* m_hasInitialization;
    InitializationEditor* m_initialization;
    QCheckBox* m_hasOptimizer;
    QComboBox* m_method;
    NumberField* m_momentum;
    QCheckBox* m_nesterov;
    NumberField* m_weightDecay;
    OptimizerDetails* m_details;
    QCheckBox* m_hasLayers;
    QWidget* m_layers;
    std::vector<QComboBox*> m_activations; ///< one for each hidden layer
};

} // namespace reluscope::ui

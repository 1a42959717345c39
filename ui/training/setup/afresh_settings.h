// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/training/optimizer.h"

#include <QWidget>

class QComboBox;

namespace reluscope::ui {

class DataFiles;
class DataSettings;
class ExperimentDocument;
class InitializationEditor;
class LayersEditor;
class OptimizerDetails;

/// The settings that need new networks: data, layers, initialization, optimizer and loss.
class AfreshSettings : public QWidget {
    Q_OBJECT

  public:
    AfreshSettings(ExperimentDocument& document, DataFiles& files, QWidget* parent = nullptr);

    /// What the data of the experiment turned out to be.
    void showData(const Dataset& dataset);

  private:
    void showExperiment();
    void showLoss();
    void connectControls();
    void chooseOptimizer(OptimizerMethod method);

    ExperimentDocument& m_document;
    DataSettings* m_data;
    LayersEditor* m_layers;
    InitializationEditor* m_initialization;
    QComboBox* m_optimizer;
    OptimizerDetails* m_details;
    QComboBox* m_loss; ///< automatic, and those that suit the data
};

} // namespace reluscope::ui

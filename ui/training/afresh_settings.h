// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QLabel;

namespace reluscope::ui {

class ExperimentDocument;
class LayersEditor;
class NumberField;
class ValueRow;

/// The settings that need new networks: data, layers and initialization.
class AfreshSettings : public QWidget {
    Q_OBJECT

  public:
    explicit AfreshSettings(ExperimentDocument& document, QWidget* parent = nullptr);

    /// What the data of the experiment turned out to be.
    void showData(std::size_t inputs, std::size_t outputs, std::size_t trainExamples,
                  std::size_t testExamples);

  private:
    void showExperiment();
    void chooseSource(int index);
    void connectControls();

    ExperimentDocument& m_document;
    QComboBox* m_source;
    ValueRow* m_noise;
    QLabel* m_examples;
    LayersEditor* m_layers;
    QComboBox* m_weights;
    QLabel* m_spreadLabel;
    NumberField* m_spread; ///< the parameter of schemes that have one
    QLabel* m_biasLabel;
    NumberField* m_bias;
    NumberField* m_gain;
};

} // namespace reluscope::ui

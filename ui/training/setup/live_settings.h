// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <QWidget>

class QCheckBox;

namespace reluscope::ui {

class ExperimentDocument;
class ScheduleEditor;
class StopEditor;
class ValueRow;

/// The settings that take effect while networks train.
class LiveSettings : public QWidget {
    Q_OBJECT

  public:
    explicit LiveSettings(ExperimentDocument& document, QWidget* parent = nullptr);

    /// What the data of the experiment turned out to be.
    void showData(const Dataset& dataset);

  private:
    void connectControls();
    void showExperiment();

    ExperimentDocument& m_document;
    ValueRow* m_learningRate;
    ValueRow* m_momentum;
    QCheckBox* m_nesterov;
    ValueRow* m_weightDecay;
    ValueRow* m_batchSize;
    ValueRow* m_epochs;
    ScheduleEditor* m_schedule;
    StopEditor* m_stop;
};

} // namespace reluscope::ui

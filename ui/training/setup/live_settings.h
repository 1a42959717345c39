// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace reluscope::ui {

class ExperimentDocument;
class ScheduleEditor;
class ValueRow;

/// The settings that take effect while networks train.
class LiveSettings : public QWidget {
    Q_OBJECT

  public:
    explicit LiveSettings(ExperimentDocument& document, QWidget* parent = nullptr);

  private:
    void showExperiment();

    ExperimentDocument& m_document;
    ValueRow* m_learningRate;
    ValueRow* m_momentum;
    ValueRow* m_weightDecay;
    ValueRow* m_batchSize;
    ScheduleEditor* m_schedule;
};

} // namespace reluscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace reluscope::ui {

class ExperimentDocument;
class TrainingSession;

/// What the program is doing, in plain words, and what the experiment is.
class StatusLine : public QWidget {
    Q_OBJECT

  public:
    StatusLine(ExperimentDocument& document, TrainingSession& session, QWidget* parent = nullptr);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void showActivity();
    void showExperiment();
    QString activity() const;

    ExperimentDocument& m_document;
    TrainingSession& m_session;
    QLabel* m_activity;
    QLabel* m_experiment;
};

} // namespace reluscope::ui

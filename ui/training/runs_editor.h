// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/experiment.h"

#include <QWidget>

class QMenu;
class QPushButton;
class QVBoxLayout;

namespace reluscope::ui {

class ExperimentDocument;

/// The list of runs to compare: add, change, duplicate and remove them.
class RunsEditor : public QWidget {
    Q_OBJECT

  public:
    static constexpr std::size_t mostRuns = 8; ///< as many as have a colour of their own

    explicit RunsEditor(ExperimentDocument& document, QWidget* parent = nullptr);

  private:
    void showExperiment();
    QWidget* makeRow(std::size_t run);
    void fillRunMenu(QMenu& menu, std::size_t run);
    void addRun(const ActivationInfo& activation);

    ExperimentDocument& m_document;
    QVBoxLayout* m_rows;
    QPushButton* m_add;
    std::vector<RunSpec> m_shown; ///< what the rows were made for
};

} // namespace reluscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QMenu;
class QPushButton;
class QVBoxLayout;

namespace reluscope::ui {

class ExperimentDocument;
class RunRow;

/// The list of runs to compare: add, change, duplicate and remove them.
class RunsEditor : public QWidget {
    Q_OBJECT

  public:
    explicit RunsEditor(ExperimentDocument& document, QWidget* parent = nullptr);

  private:
    void fillAddMenu(QMenu& menu);
    void showExperiment();

    ExperimentDocument& m_document;
    QVBoxLayout* m_layout;
    QPushButton* m_add;
    std::vector<RunRow*> m_rows;
};

} // namespace reluscope::ui

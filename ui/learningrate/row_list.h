// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace reluscope::ui {

class ExperimentDocument;
class SweepPlan;

/// What can be rows of a sweep, each with a box to tick and a sample of its line. What is neither
/// usual nor chosen stays folded away until somebody asks for it.
class RowList : public QWidget {
    Q_OBJECT

  public:
    RowList(ExperimentDocument& document, SweepPlan& plan, QWidget* parent = nullptr);

    /// Shows what the document and the plan say now.
    void showChoices();

  private:
    void setChosen(std::size_t row, bool isChosen);

    ExperimentDocument& m_document;
    SweepPlan& m_plan;
    QVBoxLayout* m_layout;
    QPushButton* m_more;
    bool m_isUnfolded = false;
};

} // namespace reluscope::ui

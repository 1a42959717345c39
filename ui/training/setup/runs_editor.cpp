// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/setup/runs_editor.h"

#include "ui/controls/section_header.h"
#include "ui/session/display_names.h"
#include "ui/session/experiment_document.h"
#include "ui/theme/icons.h"
#include "ui/training/setup/run_edits.h"
#include "ui/training/setup/run_row.h"

#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace reluscope::ui {

RunsEditor::RunsEditor(ExperimentDocument& document, QWidget* parent)
    : QWidget(parent)
    , m_document(document)
    , m_layout(new QVBoxLayout)
    , m_add(new QPushButton(icon(IconName::Plus), tr("Add a run"))) {
    m_add->setObjectName(QStringLiteral("addRun"));
    auto* menu = new QMenu(m_add);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillAddMenu(*menu); });
    m_add->setMenu(menu);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(new SectionHeader(tr("Runs"), tr("same data, order and draws")));
    layout->addLayout(m_layout);
    layout->addWidget(m_add);
    connect(&m_document, &ExperimentDocument::changed, this, &RunsEditor::showExperiment);
    connect(&m_document, &ExperimentDocument::opened, this, &RunsEditor::showExperiment);
    showExperiment();
}

void RunsEditor::fillAddMenu(QMenu& menu) {
    menu.clear();
    menu.setToolTipsVisible(true);
    const auto addComparison = [&](const QString& text, void (*compare)(Experiment&)) {
        QAction* action = menu.addAction(text, this, [this, text, compare] {
            m_document.edit(text, [compare](Experiment& experiment) { compare(experiment); });
        });
        action->setToolTip(tr("Of the first run, in place of all runs."));
    };
    addComparison(tr("The same with every ReLU variant"), compareReluVariants);
    addComparison(tr("The same at five learning rates"), compareLearningRates);
    menu.addSeparator();
    const bool hasRoom = m_document.experiment().runs.size() < mostRuns;
    for (const ActivationInfo& activation : activationTable()) {
        menu.addAction(functionName(activation), this,
                       [this, &activation] {
                           m_document.edit(tr("add run"), [&activation](Experiment& experiment) {
                               addRun(experiment, activation);
                           });
                       })
            ->setEnabled(hasRoom);
    }
}

void RunsEditor::showExperiment() {
    const std::size_t count = m_document.experiment().runs.size();
    while (m_rows.size() > count) {
        // Later, since the change may come from a menu in it.
        m_rows.back()->hide();
        m_rows.back()->deleteLater();
        m_rows.pop_back();
    }
    for (RunRow* row : m_rows) {
        row->showExperiment();
    }
    while (m_rows.size() < count) {
        m_rows.push_back(new RunRow(m_document, m_rows.size()));
        m_layout->addWidget(m_rows.back());
    }
}

} // namespace reluscope::ui

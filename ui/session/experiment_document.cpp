// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/experiment_document.h"

#include "ui/session/state_edit.h"

#include <utility>

namespace reluscope::ui {

ExperimentDocument::ExperimentDocument(Experiment experiment, QObject* parent)
    : QObject(parent)
    , m_experiment(std::move(experiment)) {}

void ExperimentDocument::open(Experiment experiment, std::filesystem::path path) {
    m_undoStack.clear();
    m_experiment = std::move(experiment);
    m_path = std::move(path);
    emit opened();
    emit pathChanged();
}

void ExperimentDocument::setSaved(std::filesystem::path path) {
    m_path = std::move(path);
    m_undoStack.setClean();
    emit pathChanged();
}

void ExperimentDocument::push(const QString& text, Experiment after, const QString& gesture) {
    if (after.training.changes == m_experiment.training.changes &&
        startsAfresh(m_experiment, after)) {
        after.training.changes.clear();
    }
    put(text, std::move(after), gesture);
}

void ExperimentDocument::addBranch(const QString& text, const RunSpec& run,
                                   const std::vector<Change>& changes) {
    Experiment after = m_experiment;
    after.runs.push_back(run);
    for (const Change& change : changes) {
        addChange(after.training.changes, change);
    }
    put(text, std::move(after));
}

void ExperimentDocument::record(const Change& change) {
    addChange(m_experiment.training.changes, change);
}

void ExperimentDocument::forgetChanges() {
    m_experiment.training.changes.clear();
}

void ExperimentDocument::put(const QString& text, Experiment after, const QString& gesture) {
    if (after != m_experiment) {
        const bool keepsChanges = after.training.changes == m_experiment.training.changes;
        const QString numbered =
            gesture.isEmpty() ? QString() : gesture + QString::number(m_gestureNumber);
        m_undoStack.push(
            new StateEdit<Experiment>(text, m_experiment, std::move(after), numbered,
                                      [this, keepsChanges](const Experiment& experiment) {
                                          take(experiment, keepsChanges);
                                      }));
    }
}

void ExperimentDocument::take(const Experiment& experiment, bool keepsChanges) {
    const Experiment before = std::exchange(m_experiment, experiment);
    if (keepsChanges) {
        m_experiment.training.changes = before.training.changes;
    }
    emit changed(before);
}

} // namespace reluscope::ui

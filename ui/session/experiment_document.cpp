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
    if (after != m_experiment) {
        const QString numbered =
            gesture.isEmpty() ? QString() : gesture + QString::number(m_gestureNumber);
        m_undoStack.push(
            new StateEdit<Experiment>(text, m_experiment, std::move(after), numbered,
                                      [this](const Experiment& experiment) { take(experiment); }));
    }
}

void ExperimentDocument::take(const Experiment& experiment) {
    const Experiment before = std::exchange(m_experiment, experiment);
    emit changed(before);
}

} // namespace reluscope::ui

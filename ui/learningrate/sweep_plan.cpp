// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learningrate/sweep_plan.h"

#include "ui/session/state_edit.h"

#include <utility>

namespace reluscope::ui {

bool SweepSettings::isChosen(const RowChoice& choice) const {
    const auto found = chosenRows.find({axis, choice.run.name});
    return found == chosenRows.end() ? choice.isUsual : found->second;
}

PlannedSweep planSweep(const Experiment& experiment, const SweepSettings& settings) {
    PlannedSweep plan{.spec = {.experiment = experiment,
                               .learningRates = geometricRates(
                                   settings.lowestRate, settings.highestRate, settings.rates),
                               .seedCount = settings.seeds},
                      .axis = settings.axis,
                      .styles = {}};
    Experiment& swept = plan.spec.experiment;
    swept.training.changes.clear();
    swept.training.epochs = settings.epochs.value_or(experiment.training.epochs);
    swept.runs.clear();
    for (RowChoice& choice : rowChoices(experiment, settings.axis, settings.base)) {
        if (settings.isChosen(choice)) {
            swept.runs.push_back(std::move(choice.run));
            plan.styles.push_back(choice.style);
        }
    }
    swept = withoutLearningRates(std::move(swept)); // the grid has its own
    return plan;
}

void SweepPlan::reset() {
    m_undoStack.clear();
    m_settings = {};
    emit changed();
}

void SweepPlan::push(const QString& text, SweepSettings after, const QString& gesture) {
    if (after == m_settings) {
        return;
    }
    const QString numbered =
        gesture.isEmpty() ? QString() : gesture + QString::number(m_gestureNumber);
    m_undoStack.push(new StateEdit<SweepSettings>(text, m_settings, std::move(after), numbered,
                                                  [this](const SweepSettings& settings) {
                                                      m_settings = settings;
                                                      emit changed();
                                                  }));
}

} // namespace reluscope::ui

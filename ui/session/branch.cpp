// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/branch.h"

#include <QCoreApplication>

#include <algorithm>

namespace reluscope::ui {
namespace {

std::string nameOf(const Experiment& experiment, std::size_t parent, std::size_t epoch) {
    const QString name = QCoreApplication::translate("session", "%1 from %2")
                             .arg(QString::fromStdString(experiment.runs[parent].name))
                             .arg(epoch);
    QString free = name;
    const auto isTaken = [&](const RunSpec& run) { return run.name == free.toStdString(); };
    for (int number = 2; std::ranges::any_of(experiment.runs, isTaken); ++number) {
        free = QStringLiteral("%1 (%2)").arg(name).arg(number);
    }
    return free.toStdString();
}

} // namespace

RunBranch branchOf(const Experiment& experiment, std::size_t parent, std::size_t epoch,
                   std::size_t step, double learningRate) {
    RunBranch branch{.run = experiment.runs[parent], .changes = {}};
    branch.run.name = nameOf(experiment, parent, epoch);
    const OptimizerSpec ofParent = effectiveOptimizer(experiment, branch.run);
    if (learningRate != ofParent.learningRate) {
        branch.run.learningRate = learningRate;
    }
    for (Change change : experiment.training.changes) {
        // The batch size is one for all runs. A run that starts with the settings of now has no
        // record of others before.
        const bool isSetting = !std::holds_alternative<UnitPlace>(change.value);
        if (change.run == experiment.runs[parent].name && change.step <= step &&
            change.field != ChangedField::BatchSize && !(isSetting && step == 0)) {
            change.run = branch.run.name;
            addChange(branch.changes, std::move(change));
        }
    }
    const OptimizerSpec present = effectiveOptimizer(experiment, branch.run);
    for (const OptimizerSetting& setting : changeableSettings()) {
        const auto last =
            std::find_if(branch.changes.rbegin(), branch.changes.rend(),
                         [&](const Change& change) { return change.field == setting.field; });
        const bool isOnRecord = last != branch.changes.rend();
        const double before = isOnRecord ? std::get<double>(last->value) : setting.of(ofParent);
        if (step == 0 || before == setting.of(present)) {
            continue;
        }
        if (!isOnRecord) {
            addChange(branch.changes, {branch.run.name, 0, setting.field, before});
        }
        addChange(branch.changes, {branch.run.name, step, setting.field, setting.of(present)});
    }
    return branch;
}

} // namespace reluscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learningrate/sweep_plan.h"
#include "ui/shell/experiment_files.h"

#include <QTest>

#include <set>

namespace reluscope::ui {

class SweepPlanTest : public QObject {
    Q_OBJECT

  private slots:
    void runsOfTheExperimentComeFirst();
    void runsKeepTheirColoursWhateverIsChosen();
    void namesAreUnique();
    void otherAxesVaryOneRun();
    void mixedRunHasNoDepths();
    void learningRatesOfTheExperimentHaveNoPart();
    void dragIsUndoneAsOne();
};

namespace {

QStringList namesOf(const PlannedSweep& plan) {
    QStringList names;
    for (const RunSpec& run : plan.spec.experiment.runs) {
        names << QString::fromStdString(run.name);
    }
    return names;
}

} // namespace

void SweepPlanTest::runsOfTheExperimentComeFirst() {
    const PlannedSweep plan = planSweep(startUpExperiment(), {});
    QCOMPARE(namesOf(plan),
             QStringList({"ReLU", "Leaky ReLU", "ELU", "sigmoid", "Swish (SiLU)", "tanh"}));
    QCOMPARE(plan.styles, (std::vector{0, 1, 2, 3, 4, 5}));
    QCOMPARE(plan.spec.learningRates.size(), std::size_t{9});
    QCOMPARE(plan.spec.experiment.training.epochs, startUpExperiment().training.epochs);
}

void SweepPlanTest::runsKeepTheirColoursWhateverIsChosen() {
    SweepSettings settings;
    settings.chosenRows[{SweepAxis::Activations, "ReLU"}] = false;
    settings.chosenRows[{SweepAxis::Activations, "GELU"}] = true;
    const PlannedSweep plan = planSweep(startUpExperiment(), settings);
    QCOMPARE(namesOf(plan).front(), QStringLiteral("Leaky ReLU"));
    QCOMPARE(plan.styles.front(), 1);
    QCOMPARE(namesOf(plan).back(), QStringLiteral("GELU"));
}

void SweepPlanTest::namesAreUnique() {
    Experiment experiment = startUpExperiment();
    experiment.runs.front().name = "tanh"; // though it is a ReLU
    std::set<std::string> names;
    for (const RowChoice& choice : rowChoices(experiment, SweepAxis::Activations, 0)) {
        QVERIFY2(names.insert(choice.run.name).second, choice.run.name.c_str());
    }
}

void SweepPlanTest::otherAxesVaryOneRun() {
    for (const SweepAxis axis : {SweepAxis::Initializations, SweepAxis::Depths}) {
        SweepSettings settings;
        settings.axis = axis;
        settings.base = 3;
        const PlannedSweep plan = planSweep(startUpExperiment(), settings);
        QVERIFY(plan.spec.runCount() > 3);
        for (const RunSpec& run : plan.spec.experiment.runs) {
            QVERIFY(run.activations == startUpExperiment().runs[3].activations);
            QCOMPARE(run.hidden.has_value(), axis == SweepAxis::Depths);
            QVERIFY(!rowName(run, axis).isEmpty());
        }
    }
}

void SweepPlanTest::mixedRunHasNoDepths() {
    Experiment experiment = startUpExperiment();
    experiment.runs.front().activations.push_back(experiment.runs.back().activations.front());
    QVERIFY(rowChoices(experiment, SweepAxis::Depths, 0).empty());
    QVERIFY(!rowChoices(experiment, SweepAxis::Depths, 1).empty());
}

void SweepPlanTest::learningRatesOfTheExperimentHaveNoPart() {
    Experiment experiment = startUpExperiment();
    const PlannedSweep before = planSweep(experiment, {});
    experiment.training.optimizer.learningRate *= 2;
    experiment.runs[1].learningRate = 0.5;
    QVERIFY(planSweep(experiment, {}) == before);
    experiment.training.optimizer.momentum = 0.5;
    QVERIFY(planSweep(experiment, {}) != before);
}

void SweepPlanTest::dragIsUndoneAsOne() {
    SweepPlan plan;
    for (const std::size_t seeds : std::vector<std::size_t>{4, 5, 6}) {
        plan.edit(
            "seeds", [seeds](SweepSettings& settings) { settings.seeds = seeds; }, "seeds");
    }
    plan.endGesture();
    plan.edit(
        "seeds", [](SweepSettings& settings) { settings.seeds = 9; }, "seeds");
    plan.undoStack().undo();
    QCOMPARE(plan.settings().seeds, std::size_t{6});
    plan.undoStack().undo();
    QCOMPARE(plan.settings().seeds, std::size_t{3});
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::SweepPlanTest)
#include "sweep_plan_test.moc"

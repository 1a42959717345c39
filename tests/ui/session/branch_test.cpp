// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/branch.h"
#include "ui/session/experiment_document.h"

#include <QTest>

namespace reluscope::ui {

namespace {

Experiment experimentOf() {
    Experiment experiment;
    experiment.network.hidden = {4};
    experiment.training.optimizer.learningRate = 0.5;
    for (const char* name : {"ReLU", "tanh"}) {
        RunSpec run;
        run.name = name;
        run.activations = {Activation(*findActivation("relu"))};
        experiment.runs.push_back(run);
    }
    experiment.training.changes = {{"ReLU", 0, ChangedField::LearningRate, 1.0},
                                   {"tanh", 0, ChangedField::LearningRate, 1.0},
                                   {"ReLU", 20, ChangedField::LearningRate, 0.5},
                                   {"tanh", 20, ChangedField::LearningRate, 0.5},
                                   {"tanh", 20, ChangedField::BatchSize, 10.0}};
    return experiment;
}

} // namespace

class BranchTest : public QObject {
    Q_OBJECT

  private slots:
    void hasThePastOfItsParentAndTheSettingsOfNow();
    void hasNothingOnRecordWhereNothingWasChanged();
    void hasWhatWasChangedAtTheEndOfItsEpoch();
    void hasANameOfItsOwn();
    void goesOnAtAnotherLearningRate();
    void edits();
};

void BranchTest::hasThePastOfItsParentAndTheSettingsOfNow() {
    const RunBranch early = branchOf(experimentOf(), 0, 3, 12, 0.5);
    QCOMPARE(QString::fromStdString(early.run.name), QStringLiteral("ReLU from 3"));
    const std::vector<Change> expected{{"ReLU from 3", 0, ChangedField::LearningRate, 1.0},
                                       {"ReLU from 3", 12, ChangedField::LearningRate, 0.5}};
    QVERIFY(early.changes == expected);
    const RunBranch late = branchOf(experimentOf(), 0, 8, 32, 0.5);
    const std::vector<Change> same{{"ReLU from 8", 0, ChangedField::LearningRate, 1.0},
                                   {"ReLU from 8", 20, ChangedField::LearningRate, 0.5}};
    QVERIFY(late.changes == same);
}

void BranchTest::hasNothingOnRecordWhereNothingWasChanged() {
    Experiment experiment = experimentOf();
    experiment.training.changes.clear();
    QVERIFY(branchOf(experiment, 0, 0, 0, 0.5).changes.empty());
    QVERIFY(branchOf(experiment, 0, 8, 32, 0.5).changes.empty());
}

/// That is what is seen of the epoch, and it is not to be seen otherwise by who goes on from it.
void BranchTest::hasWhatWasChangedAtTheEndOfItsEpoch() {
    Experiment experiment = experimentOf();
    const Change kill{"ReLU", 12, ChangedField::Kill, UnitPlace{0, 1}};
    experiment.training.changes.insert(experiment.training.changes.begin() + 2, kill);
    const auto isKilled = [&](const RunBranch& branch) {
        return std::ranges::find(branch.changes, ChangedField::Kill, &Change::field) !=
               branch.changes.end();
    };
    QVERIFY(!isKilled(branchOf(experiment, 0, 2, 8, 0.5)));
    QVERIFY(isKilled(branchOf(experiment, 0, 3, 12, 0.5)));
    QVERIFY(branchOf(experiment, 0, 0, 0, 0.5).changes.empty()); // it starts as all do now
}

void BranchTest::hasANameOfItsOwn() {
    Experiment experiment = experimentOf();
    experiment.runs.push_back(branchOf(experiment, 0, 3, 12, 0.5).run);
    QCOMPARE(QString::fromStdString(branchOf(experiment, 0, 3, 12, 0.5).run.name),
             QStringLiteral("ReLU from 3 (2)"));
}

/// Up to there it has that of its parent, also when it trains again from epoch 0.
void BranchTest::goesOnAtAnotherLearningRate() {
    Experiment experiment = experimentOf();
    const RunBranch changed = branchOf(experiment, 0, 8, 32, 0.125);
    QCOMPARE(changed.run.learningRate, std::optional(0.125));
    const std::vector<Change> appended{{"ReLU from 8", 0, ChangedField::LearningRate, 1.0},
                                       {"ReLU from 8", 20, ChangedField::LearningRate, 0.5},
                                       {"ReLU from 8", 32, ChangedField::LearningRate, 0.125}};
    QVERIFY(changed.changes == appended);

    experiment.training.changes.clear();
    const RunBranch first = branchOf(experiment, 0, 8, 32, 0.125);
    const std::vector<Change> both{{"ReLU from 8", 0, ChangedField::LearningRate, 0.5},
                                   {"ReLU from 8", 32, ChangedField::LearningRate, 0.125}};
    QVERIFY(first.changes == both);
    const RunBranch atTheStart = branchOf(experiment, 0, 0, 0, 0.125);
    QCOMPARE(atTheStart.run.learningRate, std::optional(0.125));
    QVERIFY(atTheStart.changes.empty());
    QVERIFY(!branchOf(experiment, 0, 8, 32, 0.5).run.learningRate);
}

/// What is on record is no step of the undo history.
void BranchTest::edits() {
    Experiment experiment = experimentOf();
    experiment.training.changes.clear();
    ExperimentDocument document(experiment);
    document.edit(QStringLiteral("rate"),
                  [](Experiment& e) { e.training.optimizer.learningRate = 0.25; });
    document.record({"ReLU", 7, ChangedField::LearningRate, 0.25});
    document.undoStack().undo();
    QCOMPARE(document.experiment().training.optimizer.learningRate, 0.5);
    QCOMPARE(document.experiment().training.changes.size(), std::size_t{1});
    document.edit(QStringLiteral("seed"), [](Experiment& e) { e.network.seed = 8; });
    QVERIFY(document.experiment().training.changes.empty());
    document.undoStack().undo();
    QCOMPARE(document.experiment().training.changes.size(), std::size_t{1});
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::BranchTest)
#include "branch_test.moc"

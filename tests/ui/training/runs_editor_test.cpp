// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/training/setup_under_test.h"
#include "ui/training/setup/run_edits.h"
#include "ui/training/setup/run_name.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include <algorithm>

namespace reluscope::ui {

/// The list of runs, and the edits behind it.
class RunsEditorTest : public QObject {
    Q_OBJECT

  private slots:
    void addsDuplicatesAndRemoves();
    void renamesInPlace();
    void refusesNamesThatTellNothingApart();
    void escapeGivesANameUp();
    void changesFollowTheirRun();
    void offersEveryReluVariant();
    void offersFiveLearningRates();
    void ratesAreEnteredExactly();
    void initializationOfItsOwn();
    void optimizerOfItsOwn();
    void activationForEachLayer();
    void layersTakeTheirActivationsAlong();
    void fieldOfARemovedRunIsHarmless();
};

namespace {

struct RunsUnderTest : SetupUnderTest {
    using SetupUnderTest::SetupUnderTest;

    QMenu* addMenu() { return find<QPushButton>(QStringLiteral("addRun"))->menu(); }
    QMenu* menuOf(int run) {
        return find<QToolButton>(QStringLiteral("moreOfRun%1").arg(run))->menu();
    }
    QStringList names() const {
        QStringList all;
        for (const RunSpec& run : experiment().runs) {
            all << QString::fromStdString(run.name);
        }
        return all;
    }
    QLineEdit* startRenaming(int run) {
        auto* name = find<RunName>(QStringLiteral("nameOfRun%1").arg(run));
        QTest::mouseDClick(name, Qt::LeftButton);
        return name->findChild<QLineEdit*>();
    }
    QWidget* openForm(int run) {
        choose(menuOf(run), QStringLiteral("Own settings"));
        QCoreApplication::processEvents(); // it is shown by then
        return find<QWidget>(QStringLiteral("formOfRun%1").arg(run));
    }
};

} // namespace

void RunsEditorTest::addsDuplicatesAndRemoves() {
    RunsUnderTest test;
    QCOMPARE(test.names().size(), 4);
    QVERIFY(RunsUnderTest::choose(test.addMenu(), QStringLiteral("ReLU")));
    QCOMPARE(test.names().last(), QStringLiteral("ReLU 2"));
    QVERIFY(RunsUnderTest::choose(test.menuOf(2), QStringLiteral("Duplicate")));
    QCOMPARE(test.names().last(), QStringLiteral("Leaky ReLU 2"));
    QVERIFY(RunsUnderTest::choose(test.menuOf(1), QStringLiteral("Remove")));
    QCOMPARE(test.names().first(), QStringLiteral("Leaky ReLU"));
    test.undo();
    test.undo();
    test.undo();
    QVERIFY(test.experiment() == startUpExperiment());
}

void RunsEditorTest::renamesInPlace() {
    RunsUnderTest test;
    QLineEdit* field = test.startRenaming(1);
    QVERIFY(field->isVisible());
    QCOMPARE(field->text(), QStringLiteral("ReLU"));
    field->setText(QStringLiteral("hot"));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!field->isVisible());
    QCOMPARE(test.names().first(), QStringLiteral("hot"));
    test.undo();
    QCOMPARE(test.names().first(), QStringLiteral("ReLU"));
    // By the keyboard alone, whatever menus were open before.
    emit test.menuOf(1)->aboutToShow();
    emit test.menuOf(2)->aboutToShow();
    auto* more = test.find<QToolButton>(QStringLiteral("moreOfRun1"));
    more->setFocus();
    QTest::keyClick(more, Qt::Key_F2);
    QVERIFY(field->isVisible());
}

void RunsEditorTest::refusesNamesThatTellNothingApart() {
    RunsUnderTest test;
    QLineEdit* field = test.startRenaming(1);
    auto* problem = test.find<QLabel>(QStringLiteral("problemOfRun1"));
    for (const char* bad : {"ELU", "", "  "}) {
        field->setText(QLatin1String(bad));
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(field->isVisible());
        QVERIFY(problem->isVisible());
    }
    QVERIFY(test.experiment() == startUpExperiment());
    field->setText(QStringLiteral("mine"));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!problem->isVisible());
    QCOMPARE(test.names().first(), QStringLiteral("mine"));
}

void RunsEditorTest::escapeGivesANameUp() {
    RunsUnderTest test;
    QLineEdit* field = test.startRenaming(1);
    field->setText(QStringLiteral("other"));
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!field->isVisible());
    QVERIFY(test.experiment() == startUpExperiment());
}

void RunsEditorTest::changesFollowTheirRun() {
    Experiment experiment = startUpExperiment();
    experiment.training.changes = {
        {.run = "ReLU", .step = 1, .field = ChangedField::LearningRate, .value = 0.1},
        {.run = "ELU", .step = 1, .field = ChangedField::LearningRate, .value = 0.2}};
    renameRun(experiment, 0, "first");
    QCOMPARE(experiment.training.changes[0].run, std::string("first"));
    removeRun(experiment, 0);
    QCOMPARE(experiment.training.changes.size(), std::size_t{1});
    QCOMPARE(experiment.training.changes[0].run, std::string("ELU"));
}

void RunsEditorTest::offersEveryReluVariant() {
    RunsUnderTest test;
    QVERIFY(
        RunsUnderTest::choose(test.addMenu(), QStringLiteral("The same with every ReLU variant")));
    QCOMPARE(test.names().size(), static_cast<qsizetype>(mostRuns));
    for (const char* name : {"ReLU", "Leaky ReLU", "PReLU", "ELU", "Swish (SiLU)", "GELU"}) {
        QVERIFY2(test.names().contains(QLatin1String(name)), name);
    }
    test.undo();
    QVERIFY(test.experiment() == startUpExperiment());
}

void RunsEditorTest::offersFiveLearningRates() {
    RunsUnderTest test;
    QVERIFY(
        RunsUnderTest::choose(test.addMenu(), QStringLiteral("The same at five learning rates")));
    QCOMPARE(test.names(),
             (QStringList{"ReLU, 0.12", "ReLU, 0.36", "ReLU, 1.2", "ReLU, 3.6", "ReLU, 12"}));
    QVERIFY(test.experiment().runs[3].learningRate == 3.6);
    QVERIFY(test.experiment().runs[3].activations == startUpExperiment().runs[0].activations);
}

void RunsEditorTest::ratesAreEnteredExactly() {
    RunsUnderTest test;
    QWidget* form = test.openForm(1);
    auto* own = form->findChild<QCheckBox*>(QStringLiteral("hasLearningRate"));
    auto* rate = form->findChild<NumberField*>(QStringLiteral("ownLearningRate"));
    QVERIFY(!rate->isVisible());
    own->click();
    QVERIFY(rate->isVisible());
    QVERIFY(test.experiment().runs[0].learningRate == 1.2); // as it was for all
    test.type(rate, QStringLiteral("0.0375"));
    QVERIFY(test.experiment().runs[0].learningRate == 0.0375);
    QVERIFY(!startsAfresh(startUpExperiment(), test.experiment()));
    own->click();
    QVERIFY(!test.experiment().runs[0].learningRate);
}

void RunsEditorTest::initializationOfItsOwn() {
    RunsUnderTest test;
    QWidget* form = test.openForm(2);
    form->findChild<QCheckBox*>(QStringLiteral("hasInitialization"))->click();
    auto* gain = form->findChild<NumberField*>(QStringLiteral("gain"));
    QVERIFY(gain->isVisible());
    test.type(gain, QStringLiteral("2"));
    const auto& initialization = test.experiment().runs[1].initialization;
    QVERIFY(initialization);
    QCOMPARE(initialization->gain, 2.0);
    QVERIFY(initialization->weights == startUpExperiment().network.initialization.weights);
    QVERIFY(test.experiment().network == startUpExperiment().network);
}

void RunsEditorTest::optimizerOfItsOwn() {
    RunsUnderTest test;
    QWidget* form = test.openForm(1);
    form->findChild<QCheckBox*>(QStringLiteral("hasOptimizer"))->click();
    auto* method = form->findChild<QComboBox*>(QStringLiteral("ownOptimizer"));
    method->setCurrentText(QStringLiteral("Adam"));
    emit method->activated(method->currentIndex());
    const auto& optimizer = test.experiment().runs[0].optimizer;
    QVERIFY(optimizer->method == OptimizerMethod::Adam);
    QCOMPARE(effectiveOptimizer(test.experiment(), test.experiment().runs[0]).learningRate, 0.001);
    QVERIFY(form->findChild<NumberField*>(QStringLiteral("ownLearningRate"))->isVisible());
    QVERIFY(!form->findChild<NumberField*>(QStringLiteral("ownMomentum"))->isEnabled());
    test.type(form->findChild<NumberField*>(QStringLiteral("ownWeightDecay")),
              QStringLiteral("0.01"));
    QCOMPARE(test.experiment().runs[0].optimizer->weightDecay, 0.01);
    test.type(form->findChild<NumberField*>(QStringLiteral("beta2")), QStringLiteral("0.9"));
    QCOMPARE(test.experiment().runs[0].optimizer->beta2, 0.9);
    QCOMPARE(test.experiment().runs[0].optimizer->weightDecay, 0.01);
    auto* nesterov = form->findChild<QCheckBox*>(QStringLiteral("ownNesterov"));
    QVERIFY(!nesterov->isVisible());
    method->setCurrentText(QStringLiteral("SGD"));
    emit method->activated(method->currentIndex());
    auto* momentum = form->findChild<NumberField*>(QStringLiteral("ownMomentum"));
    test.type(momentum, QStringLiteral("0.5"));
    nesterov->click();
    QVERIFY(test.experiment().runs[0].optimizer->nesterov);
    test.type(momentum, QStringLiteral("0"));
    QVERIFY(!test.experiment().runs[0].optimizer->nesterov);
}

void RunsEditorTest::activationForEachLayer() {
    RunsUnderTest test;
    QWidget* form = test.openForm(1);
    auto* each = form->findChild<QCheckBox*>(QStringLiteral("hasLayers"));
    each->click();
    QCOMPARE(test.experiment().runs[0].activations.size(), std::size_t{2});
    auto* second = form->findChild<QComboBox*>(QStringLiteral("activationOfLayer2"));
    second->setCurrentText(QStringLiteral("tanh"));
    emit second->activated(second->currentIndex());
    QCOMPARE(test.experiment().runs[0].activations[0].info->id, std::string_view("relu"));
    QCOMPARE(test.experiment().runs[0].activations[1].info->id, std::string_view("tanh"));
    each->click();
    QCOMPARE(test.experiment().runs[0].activations.size(), std::size_t{1});
}

void RunsEditorTest::layersTakeTheirActivationsAlong() {
    RunsUnderTest test;
    QWidget* form = test.openForm(1);
    form->findChild<QCheckBox*>(QStringLiteral("hasLayers"))->click();
    auto* add = test.find<QPushButton>(QStringLiteral("addLayer"));
    auto* remove = test.find<QPushButton>(QStringLiteral("removeLayer"));
    add->click();
    QCOMPARE(test.experiment().runs[0].activations.size(), std::size_t{3});
    QTRY_VERIFY(form->findChild<QComboBox*>(QStringLiteral("activationOfLayer3"))->isVisible());
    for (int layer = 0; layer < 3; ++layer) {
        remove->click();
    }
    QCOMPARE(test.experiment().runs[0].activations.size(), std::size_t{1});
}

void RunsEditorTest::fieldOfARemovedRunIsHarmless() {
    RunsUnderTest test;
    QLineEdit* field = test.startRenaming(4);
    field->setText(QStringLiteral("late"));
    QVERIFY(RunsUnderTest::choose(test.menuOf(4), QStringLiteral("Remove")));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(test.names().size(), 3);
    QVERIFY(!test.names().contains(QStringLiteral("late")));
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::RunsEditorTest)
#include "runs_editor_test.moc"

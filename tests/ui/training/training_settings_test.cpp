// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/dataset_loader.h"
#include "tests/ui/training/setup_under_test.h"
#include "ui/controls/value_row.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QWheelEvent>

namespace reluscope::ui {

/// How networks are trained: optimizer, decay, schedule and loss.
class TrainingSettingsTest : public QObject {
    Q_OBJECT

  private slots:
    void optimizerBringsItsUsualRate();
    void adamHasNoMomentumToSet();
    void weightDecayChangesAtOnce();
    void nesterovGoesWithTheMomentum();
    void optimizersHaveTheirNumbers();
    void epochsChangeAtOnce();
    void stopRulesChangeAtOnce();
    void aRegressionHasNoAccuracyToStopAt();
    void scheduleHasTheNumbersOfItsShape();
    void lossesAreThoseThatSuitTheData();
    void fitsThePanel();
    void wheelScrollsAndChangesNothing();
};

namespace {

void chooseIn(QComboBox* box, const QString& text) {
    box->setCurrentText(text);
    emit box->activated(box->currentIndex());
}

} // namespace

void TrainingSettingsTest::optimizerBringsItsUsualRate() {
    SetupUnderTest test;
    chooseIn(test.find<QComboBox>(QStringLiteral("optimizer")), QStringLiteral("Adam"));
    QVERIFY(test.experiment().training.optimizer.method == OptimizerMethod::Adam);
    QCOMPARE(test.experiment().training.optimizer.learningRate, 0.001);
    QVERIFY(startsAfresh(startUpExperiment(), test.experiment()));
    test.undo();
    QVERIFY(test.experiment() == startUpExperiment());
    QCOMPARE(test.find<QComboBox>(QStringLiteral("optimizer"))->currentText(),
             QStringLiteral("SGD"));
}

void TrainingSettingsTest::adamHasNoMomentumToSet() {
    SetupUnderTest test;
    auto* momentum = test.find<ValueRow>(QStringLiteral("momentum"));
    auto* optimizer = test.find<QComboBox>(QStringLiteral("optimizer"));
    chooseIn(optimizer, QStringLiteral("Adam"));
    QVERIFY(!momentum->isEnabled());
    chooseIn(optimizer, QStringLiteral("RMSprop"));
    QVERIFY(momentum->isEnabled());
}

void TrainingSettingsTest::weightDecayChangesAtOnce() {
    SetupUnderTest test;
    test.type(test.find<ValueRow>(QStringLiteral("weightDecay"))->field(), QStringLiteral("5e-4"));
    QCOMPARE(test.experiment().training.optimizer.weightDecay, 5e-4);
    QVERIFY(!startsAfresh(startUpExperiment(), test.experiment()));
}

void TrainingSettingsTest::nesterovGoesWithTheMomentum() {
    SetupUnderTest test;
    auto* nesterov = test.find<QCheckBox>(QStringLiteral("nesterov"));
    auto* momentum = test.find<ValueRow>(QStringLiteral("momentum"))->field();
    QVERIFY(!nesterov->isVisible()); // it would be that of nothing
    test.type(momentum, QStringLiteral("0.9"));
    QVERIFY(nesterov->isVisible());
    nesterov->click();
    QVERIFY(test.experiment().training.optimizer.nesterov);
    QVERIFY(!startsAfresh(startUpExperiment(), test.experiment()));
    test.type(momentum, QStringLiteral("0"));
    QVERIFY(!test.experiment().training.optimizer.nesterov); // a file would be refused
    test.undo();
    QVERIFY(test.experiment().training.optimizer.nesterov && nesterov->isChecked());
    chooseIn(test.find<QComboBox>(QStringLiteral("optimizer")), QStringLiteral("Adam"));
    QVERIFY(!nesterov->isVisible());
}

void TrainingSettingsTest::optimizersHaveTheirNumbers() {
    SetupUnderTest test;
    auto* optimizer = test.find<QComboBox>(QStringLiteral("optimizer"));
    auto* beta1 = test.find<NumberField>(QStringLiteral("beta1"));
    auto* beta2 = test.find<NumberField>(QStringLiteral("beta2"));
    auto* alpha = test.find<NumberField>(QStringLiteral("alpha"));
    auto* epsilon = test.find<NumberField>(QStringLiteral("epsilon"));
    auto* centered = test.find<QCheckBox>(QStringLiteral("centered"));
    QVERIFY(!beta1->isVisible() && !alpha->isVisible() && !epsilon->isVisible());
    chooseIn(optimizer, QStringLiteral("Adam"));
    QVERIFY(beta1->isVisible() && beta2->isVisible() && epsilon->isVisible());
    QVERIFY(!alpha->isVisible() && !centered->isVisible());
    const Experiment adam = test.experiment();
    test.type(beta1, QStringLiteral("0.8"));
    QCOMPARE(test.experiment().training.optimizer.beta1, 0.8);
    QVERIFY(startsAfresh(adam, test.experiment()));
    test.type(beta2, QStringLiteral("0.99"));
    test.type(epsilon, QStringLiteral("1e-5"));
    QCOMPARE(test.experiment().training.optimizer.beta2, 0.99);
    QCOMPARE(test.experiment().training.optimizer.epsilon, 1e-5);
    test.undo();
    QCOMPARE(epsilon->value(), 1e-8);
    chooseIn(optimizer, QStringLiteral("RMSprop"));
    QVERIFY(alpha->isVisible() && centered->isVisible() && epsilon->isVisible());
    QVERIFY(!beta1->isVisible());
    test.type(alpha, QStringLiteral("0.9"));
    centered->click();
    QCOMPARE(test.experiment().training.optimizer.alpha, 0.9);
    QVERIFY(test.experiment().training.optimizer.centered);
    test.undo();
    QVERIFY(!centered->isChecked());
}

void TrainingSettingsTest::epochsChangeAtOnce() {
    SetupUnderTest test;
    auto* epochs = test.find<ValueRow>(QStringLiteral("epochs"))->field();
    QCOMPARE(epochs->value(), static_cast<double>(startUpExperiment().training.epochs));
    test.type(epochs, QStringLiteral("2500"));
    QCOMPARE(test.experiment().training.epochs, std::size_t{2500});
    QVERIFY(!startsAfresh(startUpExperiment(), test.experiment()));
    test.undo();
    QVERIFY(test.experiment() == startUpExperiment());
}

void TrainingSettingsTest::stopRulesChangeAtOnce() {
    SetupUnderTest test;
    const auto& stop = test.experiment().training.stop;
    auto* accuracy = test.find<NumberField>(QStringLiteral("stopAccuracy"));
    auto* patience = test.find<NumberField>(QStringLiteral("stopPatience"));
    auto* fold = test.find<QPushButton>(QStringLiteral("stopRules"));
    QVERIFY(!accuracy->isVisible());
    fold->click();
    QVERIFY(accuracy->isVisible() && !accuracy->isEnabled());
    test.find<QCheckBox>(QStringLiteral("stopAccuracyBox"))->click();
    QCOMPARE(stop.trainAccuracy, std::optional(0.95));
    test.type(accuracy, QStringLiteral("99.5"));
    QCOMPARE(stop.trainAccuracy, std::optional(0.995));
    test.find<QCheckBox>(QStringLiteral("stopPatienceBox"))->click();
    test.type(patience, QStringLiteral("7"));
    QCOMPARE(stop.patience, std::optional(std::size_t{7}));
    QVERIFY(!stop.trainLoss);
    QVERIFY(!startsAfresh(startUpExperiment(), test.experiment()));
    test.undo();
    QCOMPARE(patience->value(), 20.0);
    test.find<QCheckBox>(QStringLiteral("stopPatienceBox"))->click();
    test.find<QCheckBox>(QStringLiteral("stopAccuracyBox"))->click();
    QVERIFY(stop == StopRules());
    fold->click();
    QVERIFY(!accuracy->isVisible());
    test.document.edit({}, [](Experiment& experiment) { experiment.training.stop.patience = 3; });
    QVERIFY(patience->isVisible()); // a rule that counts is in sight
}

void TrainingSettingsTest::aRegressionHasNoAccuracyToStopAt() {
    SetupUnderTest test;
    test.find<QPushButton>(QStringLiteral("stopRules"))->click();
    test.find<QCheckBox>(QStringLiteral("stopAccuracyBox"))->click();
    auto* source = test.find<QComboBox>(QStringLiteral("dataSource"));
    const auto choose = [source](const char* id) {
        source->setCurrentIndex(source->findData(QLatin1String(id)));
        emit source->activated(source->currentIndex());
    };
    choose("moons");
    QVERIFY(test.experiment().training.stop.trainAccuracy);
    choose("sine");
    QVERIFY(!test.experiment().training.stop.trainAccuracy);
    test.panel.showData(loadDataset(test.experiment().data, {}));
    QVERIFY(!test.find<NumberField>(QStringLiteral("stopAccuracy"))->isVisible());
    QVERIFY(test.find<NumberField>(QStringLiteral("stopLoss"))->isVisible());
}

void TrainingSettingsTest::scheduleHasTheNumbersOfItsShape() {
    SetupUnderTest test;
    auto* shape = test.find<QComboBox>(QStringLiteral("schedule"));
    auto* stepSize = test.find<NumberField>(QStringLiteral("stepSize"));
    auto* gamma = test.find<NumberField>(QStringLiteral("gamma"));
    auto* warmup = test.find<NumberField>(QStringLiteral("warmupEpochs"));
    auto* minimum = test.find<NumberField>(QStringLiteral("minimumRate"));
    for (const NumberField* field : {stepSize, gamma, warmup, minimum}) {
        QVERIFY(!field->isVisible());
    }
    chooseIn(shape, QStringLiteral("Steps"));
    QVERIFY(stepSize->isVisible() && gamma->isVisible());
    test.type(stepSize, QStringLiteral("7"));
    test.type(gamma, QStringLiteral("0.5"));
    QVERIFY((test.experiment().training.schedule ==
             Schedule{.shape = ScheduleShape::Step, .stepSize = 7, .gamma = 0.5}));
    chooseIn(shape, QStringLiteral("Warm-up, cosine"));
    QVERIFY(!stepSize->isVisible() && warmup->isVisible() && minimum->isVisible());
    test.type(warmup, QStringLiteral("3"));
    QCOMPARE(test.experiment().training.schedule.warmupEpochs, std::size_t{3});
    QVERIFY(!startsAfresh(startUpExperiment(), test.experiment()));
}

void TrainingSettingsTest::lossesAreThoseThatSuitTheData() {
    SetupUnderTest test;
    auto* loss = test.find<QComboBox>(QStringLiteral("loss"));
    const auto offered = [loss] {
        QStringList all;
        for (int index = 0; index < loss->count(); ++index) {
            all << loss->itemText(index);
        }
        return all;
    };
    test.panel.showData(loadDataset(test.experiment().data, {}));
    QVERIFY(offered().contains(QStringLiteral("Binary cross-entropy")));
    QVERIFY(!offered().contains(QStringLiteral("Softmax cross-entropy")));
    QCOMPARE(loss->currentText(), QStringLiteral("Automatic"));
    chooseIn(loss, QStringLiteral("Squared error"));
    QVERIFY(test.experiment().training.loss == Loss::MeanSquaredError);
    chooseIn(loss, QStringLiteral("Automatic"));
    QVERIFY(!test.experiment().training.loss);

    DataSpec curve;
    curve.source = "sine";
    test.panel.showData(loadDataset(curve, {}));
    QCOMPARE(offered(), (QStringList{"Automatic", "Squared error", "Half squared error"}));
}

/// Nothing makes the panel wider than it is, for it does not scroll sideways.
void TrainingSettingsTest::fitsThePanel() {
    SetupUnderTest test;
    const auto isWithin = [&test] {
        return test.panel.widget()->minimumSizeHint().width() <= test.panel.viewport()->width();
    };
    QVERIFY(isWithin());
    chooseIn(test.find<QComboBox>(QStringLiteral("schedule")), QStringLiteral("Warm-up, cosine"));
    QCoreApplication::processEvents();
    QVERIFY(isWithin());
    for (const char* optimizer : {"Adam", "RMSprop"}) {
        chooseIn(test.find<QComboBox>(QStringLiteral("optimizer")), QLatin1String(optimizer));
        QCoreApplication::processEvents();
        QVERIFY(isWithin());
    }
    test.document.edit({}, [](Experiment& experiment) {
        experiment.data.source = "csv";
        experiment.data.path = std::string(80, 'x') + ".csv";
        experiment.data.target = std::string(80, 'y');
        experiment.runs.front().name = std::string(80, 'z');
    });
    QCoreApplication::processEvents();
    QVERIFY(isWithin());
}

void TrainingSettingsTest::wheelScrollsAndChangesNothing() {
    SetupUnderTest test;
    for (QWidget* control :
         QList<QWidget*>{test.find<QComboBox>(QStringLiteral("schedule")),
                         test.find<ValueRow>(QStringLiteral("momentum"))->slider()}) {
        const QPointF centre = control->rect().center();
        QWheelEvent turn(centre, control->mapToGlobal(centre), {}, {0, -120}, Qt::NoButton,
                         Qt::NoModifier, Qt::NoScrollPhase, false);
        turn.accept();
        QCoreApplication::sendEvent(control, &turn);
        QVERIFY(!turn.isAccepted()); // it is left to what is around
        QVERIFY(test.experiment() == startUpExperiment());
    }
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::TrainingSettingsTest)
#include "training_settings_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/dataset_loader.h"
#include "tests/ui/training/setup_under_test.h"
#include "ui/controls/value_row.h"

#include <QComboBox>
#include <QWheelEvent>

namespace reluscope::ui {

/// How networks are trained: optimizer, decay, schedule and loss.
class TrainingSettingsTest : public QObject {
    Q_OBJECT

  private slots:
    void optimizerBringsItsUsualRate();
    void adamHasNoMomentumToSet();
    void weightDecayChangesAtOnce();
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

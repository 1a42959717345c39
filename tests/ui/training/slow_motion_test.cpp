// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/training/small_experiment.h"
#include "tests/ui/window_under_test.h"
#include "ui/controls/number_text.h"
#include "ui/controls/segments.h"
#include "ui/training/slowmotion/slow_motion.h"
#include "ui/training/slowmotion/step_diagram.h"
#include "ui/training/slowmotion/step_formulas.h"

#include <QAction>
#include <QLabel>
#include <QTest>

namespace reluscope::ui {

class SlowMotionTest : public QObject {
    Q_OBJECT

  private slots:
    void formulasHaveTheirNumbersPluggedIn_data();
    void formulasHaveTheirNumbersPluggedIn();
    void formulasEndWithTheNumbersOfTheStep();
    void zeroSlopeLetsNoGradientPass();
    void optimizersSayWhatTheyDo();
    void stepGoesThroughThePhasesAndThenTrains();
    void lookingChangesNothing();
    void playsByItself();
    void keysAndMouseChoosePlaces();
    void showsAnEpochOfThePast();
    void tellsOfARunThatHasDiverged();
    void staysThroughARebuild();
};

namespace {

using test::makeTrainer;
using test::smallExperiment;

StepTrace traceOf(Experiment experiment, std::size_t batches = 1) {
    Trainer trainer = makeTrainer(std::move(experiment));
    trainer.trainBatches(batches);
    return *trainer.traceNextStep(0);
}

struct SlowWindow : WindowUnderTest {
    using WindowUnderTest::WindowUnderTest;

    SlowMotion* tile() { return find<SlowMotion>("slowMotion"); }
    StepDiagram* diagram() { return find<StepDiagram>("stepDiagram"); }
    QAction* action(const char* name) { return window->findChild<QAction*>(QLatin1String(name)); }
    QString formula(int line) {
        return find<QLabel>(line == 0 ? "stepFormula0" : "stepFormula1")->text();
    }
    std::size_t samples() const { return session.progress().samples; }
    bool isTraced() const {
        const Pictures* pictures = session.pictures();
        return pictures != nullptr && pictures->request.stepOf &&
               pictures->runs[*pictures->request.stepOf].nextStep.has_value();
    }
    const StepTrace& trace() const {
        return *session.pictures()->runs[*session.pictures()->request.stepOf].nextStep;
    }
    void open() {
        action("slowMotion")->trigger();
        QTRY_VERIFY(isTraced());
        QTRY_VERIFY(!formula(0).isEmpty());
    }
};

} // namespace

void SlowMotionTest::formulasHaveTheirNumbersPluggedIn_data() {
    QTest::addColumn<QString>("id");
    QTest::addColumn<double>("z");
    QTest::addColumn<QString>("text");
    QTest::newRow("relu") << "relu" << -0.5 << "max(0, −0.500)";
    QTest::newRow("leaky") << "leaky_relu" << 2.0 << "2.00 if 2.00 > 0, else 0.0100 · 2.00";
    QTest::newRow("leaky, below 0")
        << "leaky_relu" << -2.0 << "−2.00 if −2.00 > 0, else 0.0100 · (−2.00)";
    QTest::newRow("prelu") << "prelu" << 2.0 << "2.00 if 2.00 > 0, else 0.250 · 2.00";
    QTest::newRow("sigmoid") << "sigmoid" << 1.5 << "1 / (1 + e^(−1.50))";
    QTest::newRow("tanh") << "tanh" << 1.5 << "tanh 1.50";
    QTest::newRow("elu") << "elu" << 1.5 << "1.50 if 1.50 > 0, else 1.00 · (e^1.50 − 1)";
    QTest::newRow("silu") << "silu" << 1.5 << "1.50 · σ(1.00 · 1.50)";
    QTest::newRow("mish") << "mish" << 1.5 << "1.50 · tanh(ln(1 + e^1.50))";
}

void SlowMotionTest::formulasHaveTheirNumbersPluggedIn() {
    QFETCH(QString, id);
    QFETCH(double, z);
    QFETCH(QString, text);
    QCOMPARE(pluggedIn(Activation(*findActivation(id.toStdString())), z), text);
}

void SlowMotionTest::formulasEndWithTheNumbersOfTheStep() {
    const StepTrace trace = traceOf(smallExperiment({"tanh"}));
    const StepTrace::Layer& first = trace.layers[1];
    const StepPlace place{1, 3, 1};
    const std::size_t example = 2;
    const std::size_t at = example * first.units.size() + place.unit;
    const std::size_t weight = place.unit * 2 + place.in;
    const auto number = [](float value) { return numberText(static_cast<double>(value)); };
    const auto end = [](const QString& line) { return line.section(QStringLiteral(" = "), -1); };

    QStringList lines = stepFormulas(trace, StepPhase::Forward, place, example);
    QCOMPARE(end(lines[0]), number(first.z[at]));
    QCOMPARE(end(lines[1]), number(first.a[at]));
    QVERIFY(lines[1].contains(QStringLiteral("tanh ")));
    lines = stepFormulas(trace, StepPhase::Backward, place, example);
    QCOMPARE(end(lines[0]), number(first.dz[at]));
    QVERIFY(lines[1].contains(number(first.weightGradient[weight])));
    lines = stepFormulas(trace, StepPhase::Update, place, example);
    QCOMPARE(end(lines[0]), number(first.weightAfter[weight]));
    QCOMPARE(end(lines[1]), number(first.biasAfter[place.unit]));
    QVERIFY(lines[0].contains(QStringLiteral("− 0.1 · ")));

    const StepPlace output{3, 0, 0};
    lines = stepFormulas(trace, StepPhase::Forward, output, example);
    QCOMPARE(end(lines[1]), numberText(trace.losses[example]));
    lines = stepFormulas(trace, StepPhase::Backward, output, example);
    QCOMPARE(end(lines[0]), number(trace.layers[3].dz[example]));
}

void SlowMotionTest::zeroSlopeLetsNoGradientPass() {
    const StepTrace trace = traceOf(smallExperiment({"relu"}));
    bool wasFlat = false;
    for (std::size_t unit = 0; unit < trace.layers[1].units.size(); ++unit) {
        const bool isFlat = trace.layers[1].slope[unit] == 0;
        const QStringList lines = stepFormulas(trace, StepPhase::Backward, {1, unit, 0}, 0);
        QCOMPARE(lines[0].contains(QStringLiteral("no gradient passes")), isFlat);
        wasFlat = wasFlat || isFlat;
    }
    QVERIFY(wasFlat);
}

void SlowMotionTest::optimizersSayWhatTheyDo() {
    Experiment experiment = smallExperiment();
    experiment.training.optimizer.weightDecay = 0.01;
    const StepTrace decayed = traceOf(experiment);
    QVERIFY(stepFormulas(decayed, StepPhase::Update, {}, 0)[0].contains(QStringLiteral("λ w")));
    experiment.training.optimizer.method = OptimizerMethod::Adam;
    const StepTrace adam = traceOf(experiment);
    QVERIFY(stepFormulas(adam, StepPhase::Update, {}, 0)[0].contains(QStringLiteral("Adam")));
}

void SlowMotionTest::stepGoesThroughThePhasesAndThenTrains() {
    SlowWindow test;
    QTRY_VERIFY(test.isAtEpochZero());
    test.open();
    QVERIFY2(!test.find<QWidget>("lossTile")->isVisible(), "it takes the room of the tiles");
    QCOMPARE(test.tile()->phase(), StepPhase::Forward);
    for (std::size_t batch = 1; batch <= 3; ++batch) {
        QTRY_COMPARE(test.trace().batch, batch);
        QTRY_COMPARE(test.tile()->phase(), StepPhase::Forward);
        test.click("stepButton");
        QCOMPARE(test.tile()->phase(), StepPhase::Backward);
        test.click("stepButton");
        QCOMPARE(test.tile()->phase(), StepPhase::Update);
        QCOMPARE(test.samples() > 0, batch > 1);
        test.click("stepButton");
    }
    test.action("slowMotion")->trigger();
    QVERIFY(test.find<QWidget>("lossTile")->isVisible());
    QTRY_VERIFY(!test.isTraced());
}

void SlowMotionTest::lookingChangesNothing() {
    std::optional<EpochRecord> looked;
    std::optional<EpochRecord> alone;
    for (const bool isSlow : {true, false}) {
        SlowWindow test;
        QTRY_VERIFY(test.isAtEpochZero());
        if (isSlow) {
            test.open();
        }
        test.session.trainBatch();
        test.session.trainEpoch();
        QTRY_VERIFY(test.epochsOf(0) == 1 && !test.session.isTraining());
        (isSlow ? looked : alone) = test.session.history()[0].last();
    }
    QVERIFY(test::sameResults(*looked, *alone));
}

void SlowMotionTest::playsByItself() {
    SlowWindow test;
    QTRY_VERIFY(test.isAtEpochZero());
    test.open();
    test.click("runButton");
    QVERIFY(test.tile()->isPlaying());
    QCOMPARE(test.find<QPushButton>("runButton")->accessibleName(), QStringLiteral("Pause"));
    QTRY_COMPARE_WITH_TIMEOUT(test.tile()->phase(), StepPhase::Backward, 20'000);
    test.click("runButton");
    QVERIFY(!test.tile()->isPlaying());
    QCOMPARE(test.find<QPushButton>("runButton")->accessibleName(), QStringLiteral("Run"));
    QVERIFY(!test.session.isTraining());
}

void SlowMotionTest::keysAndMouseChoosePlaces() {
    SlowWindow test;
    QTRY_VERIFY(test.isAtEpochZero());
    test.open();
    StepDiagram* diagram = test.diagram();
    diagram->setFocus();
    QVERIFY2(test.trace().layers[1].dz[diagram->place().unit] != 0, "there is something to see");
    diagram->setPlace({1, 0, 0});
    const QString before = test.formula(0);
    QTest::keyClick(diagram, Qt::Key_Down);
    QTest::keyClick(diagram, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(diagram->place(), (StepPlace{1, 1, 1}));
    QVERIFY(test.formula(0) != before);
    QTest::keyClick(diagram, Qt::Key_Right);
    QCOMPARE(diagram->place().layer, std::size_t{2});
    QTest::mouseClick(diagram, Qt::LeftButton, {}, diagram->node(2, 5).center().toPoint());
    QCOMPARE(diagram->place(), (StepPlace{2, 5, 0}));
    // A line near where it begins, at the first unit of the layer before.
    const QPointF from(diagram->node(1, 15).right(), diagram->node(1, 15).center().y());
    const QPointF to(diagram->node(2, 15).left(), diagram->node(2, 15).center().y());
    QTest::mouseMove(diagram, ((from + to) / 2).toPoint());
    QTRY_VERIFY(diagram->place() != (StepPlace{2, 5, 0}));
    QVERIFY(!diagram->accessibleDescription().isEmpty());
}

void SlowMotionTest::showsAnEpochOfThePast() {
    SlowWindow test;
    QTRY_VERIFY(test.isAtEpochZero());
    test.open();
    test.session.trainEpoch();
    QTRY_VERIFY(test.epochsOf(0) == 1 && !test.session.isTraining());
    QTRY_VERIFY(test.isTraced() && test.trace().epoch == 2);
    test.session.show(0);
    QTRY_VERIFY(test.isTraced() && test.trace().epoch == 1);
    QCOMPARE(test.trace().batch, std::size_t{1});
}

void SlowMotionTest::tellsOfARunThatHasDiverged() {
    Experiment experiment = endlessExperiment();
    experiment.runs[0].learningRate = 1e30;
    SlowWindow test(experiment);
    QTRY_VERIFY(test.isAtEpochZero());
    test.open();
    test.session.trainEpoch();
    QTRY_VERIFY(test.session.history()[0].divergence() && !test.session.isTraining());
    QTRY_VERIFY(test.formula(0).isEmpty());
    test.tile()->step();
    QVERIFY(!test.session.isTraining());
}

void SlowMotionTest::staysThroughARebuild() {
    SlowWindow test;
    QTRY_VERIFY(test.isAtEpochZero());
    test.open();
    test.window->setPresenting(true);
    QTRY_VERIFY(test.tile()->isVisible());
    QTRY_VERIFY(!test.formula(0).isEmpty());
    test.window->setPresenting(false);
    QVERIFY(test.action("slowMotion")->isChecked());
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::SlowMotionTest)
#include "slow_motion_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/experiment_file.h"
#include "tests/ui/window_under_test.h"
#include "ui/controls/divider.h"
#include "ui/controls/message_bar.h"
#include "ui/controls/number_field.h"
#include "ui/controls/value_row.h"
#include "ui/plot/plot.h"
#include "ui/shell/tool_bar.h"

#include <QAction>
#include <QComboBox>
#include <QElapsedTimer>
#include <QFile>
#include <QSlider>
#include <QStyleOptionSlider>
#include <QTemporaryDir>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>

namespace reluscope::ui {

/// Drives the real window as a person would, without a display.
class MainWindowTest : public QObject {
    Q_OBJECT

  private slots:
    void startsPausedAtEpochZero();
    void runsAndShowsEpochsAsTheyCome();
    void spaceRunsAndPauses();
    void stepTrainsOneBatchAndEpochTheRest();
    void rewindReturnsToTheSameFigures();
    void figuresAreThoseOfATrainerWithoutAWindow();
    void learningRateChangesAtOnce();
    void anotherLayerStartsAfresh();
    void undoTakesASettingBack();
    void nonsenseIsRefusedInPlace();
    void newSeedDrawsOtherWeights();
    void brokenFileIsExplainedAndChangesNothing();
    void missingDataIsExplained();
    void savedExperimentIsReadBack();
    void changesAreNotLostUnasked_data();
    void changesAreNotLostUnasked();
    void unchangedExperimentIsLeftUnasked();
    void failedSaveKeepsTheWindowOpen();
    void slidersAreWholeInLargeText();
    void speedTakesItsDividerAlong();
    void languageChangesWhileTraining();
    void hiddenRunLeavesThePlots();
    void regressionIsACurveWithoutAccuracy();
    void everyOfferedSourceTrains();
    void closesAtOnceWhileTraining();
};

void MainWindowTest::startsPausedAtEpochZero() {
    WindowUnderTest test;
    QTRY_VERIFY(test.isAtEpochZero());
    QVERIFY(!test.session.isTraining());
    QCOMPARE(test.session.history().size(), test.document.experiment().runs.size());
    QCOMPARE(test.find<QPushButton>("runButton")->text(), QStringLiteral("Run"));
}

void MainWindowTest::runsAndShowsEpochsAsTheyCome() {
    WindowUnderTest test;
    test.click("runButton");
    QCOMPARE(test.find<QPushButton>("runButton")->text(), QStringLiteral("Pause"));
    QTRY_VERIFY(test.epochsOf(0) >= 2);
    auto* loss = test.find<Plot>("lossPlot");
    QTRY_VERIFY(loss->series().front()->x().size() >= 3);
    QTRY_VERIFY(loss->accessibleDescription().startsWith(QStringLiteral("Epoch ")));
    test.click("runButton");
    QTRY_VERIFY(!test.session.isTraining());
}

void MainWindowTest::spaceRunsAndPauses() {
    WindowUnderTest test;
    QTRY_VERIFY(test.isAtEpochZero());
    test.press(Qt::Key_Space);
    QTRY_VERIFY(test.session.isTraining());
    // A number has no use for it either.
    test.find<ValueRow>("learningRate")->field()->setFocus();
    test.press(Qt::Key_Space);
    QTRY_VERIFY(!test.session.isTraining());
}

void MainWindowTest::stepTrainsOneBatchAndEpochTheRest() {
    WindowUnderTest test;
    QTRY_VERIFY(test.isAtEpochZero());
    test.click("stepButton");
    QTRY_COMPARE(test.session.progress().batchInEpoch, std::size_t{1});
    QCOMPARE(test.session.progress().epoch, std::size_t{0});
    test.click("epochButton");
    QTRY_COMPARE(test.session.progress().epoch, std::size_t{1});
    QTRY_VERIFY(!test.session.isTraining());
    QCOMPARE(test.session.progress().batchInEpoch, std::size_t{0});
}

void MainWindowTest::rewindReturnsToTheSameFigures() {
    WindowUnderTest test;
    QTRY_VERIFY(test.isAtEpochZero());
    const double atStart = test.session.history()[0].last()->trainLoss;
    test.click("epochButton");
    QTRY_COMPARE(test.epochsOf(0), std::size_t{1});
    const double afterOne = test.session.history()[0].last()->trainLoss;
    test.click("rewindButton");
    QTRY_VERIFY(test.isAtEpochZero());
    QCOMPARE(test.session.history()[0].last()->trainLoss, atStart);
    test.click("epochButton");
    QTRY_COMPARE(test.epochsOf(0), std::size_t{1});
    QCOMPARE(test.session.history()[0].last()->trainLoss, afterOne);
}

void MainWindowTest::figuresAreThoseOfATrainerWithoutAWindow() {
    WindowUnderTest test;
    test.session.setSpeed(40);
    test.click("runButton");
    QTRY_VERIFY(test.epochsOf(3) >= 20);

    const Experiment& experiment = test.document.experiment();
    Trainer alone(
        experiment, test.session.data(), [] { return std::chrono::nanoseconds(0); },
        std::numeric_limits<double>::infinity());
    for (std::size_t epoch = 0; epoch <= 20; ++epoch) {
        for (std::size_t run = 0; run < experiment.runs.size(); ++run) {
            const EpochRecord expected = alone.record(run, true).value();
            const RunHistory& shown = test.session.history()[run];
            QCOMPARE(shown.epochs()[epoch], static_cast<double>(epoch));
            QVERIFY(shown.trainLoss()[epoch] == expected.trainLoss);
            QVERIFY(shown.trainAccuracy()[epoch] == expected.trainAccuracy);
            // Epochs that came too fast were not measured.
            if (std::isfinite(shown.testLoss()[epoch])) {
                QVERIFY(shown.testLoss()[epoch] == expected.measured->testLoss);
                QVERIFY(shown.testAccuracy()[epoch] == expected.measured->testAccuracy);
                QVERIFY(shown.deadFraction()[epoch] == expected.measured->deadFraction);
            }
        }
        while (!alone.trainBatch()) {
        }
    }
}

void MainWindowTest::learningRateChangesAtOnce() {
    WindowUnderTest test;
    test.click("runButton");
    QTRY_VERIFY(test.epochsOf(0) >= 1);
    NumberField* field = test.find<ValueRow>("learningRate")->field();
    field->selectAll();
    QTest::keyClicks(field, QStringLiteral("0.5"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(test.document.experiment().training.optimizer.learningRate, 0.5);
    QTRY_COMPARE(test.session.history()[0].last()->learningRate, 0.5);
    QVERIFY(test.session.isTraining());
    QVERIFY(test.epochsOf(0) >= 1);
}

void MainWindowTest::anotherLayerStartsAfresh() {
    WindowUnderTest test;
    test.click("runButton");
    QTRY_VERIFY(test.epochsOf(0) >= 2);
    test.click("runButton");
    const std::size_t layers = test.document.experiment().network.hidden.size();
    test.click("addLayer");
    QCOMPARE(test.document.experiment().network.hidden.size(), layers + 1);
    QTRY_VERIFY(test.session.experiment()->network.hidden.size() == layers + 1 &&
                test.isAtEpochZero());
}

void MainWindowTest::undoTakesASettingBack() {
    WindowUnderTest test;
    QTRY_VERIFY(test.isAtEpochZero());
    const Experiment before = test.document.experiment();
    test.click("addLayer");
    auto* weights = test.find<QComboBox>("weights");
    weights->setCurrentIndex(weights->currentIndex() + 1);
    emit weights->activated(weights->currentIndex());
    QVERIFY(test.document.experiment() != before);
    test.find<QAction>("undo")->trigger();
    test.find<QAction>("undo")->trigger();
    QCOMPARE(test.document.experiment() == before, true);
    test.find<QAction>("redo")->trigger();
    QVERIFY(test.document.experiment() != before);
}

void MainWindowTest::nonsenseIsRefusedInPlace() {
    WindowUnderTest test;
    NumberField* field = test.find<ValueRow>("learningRate")->field();
    const Experiment before = test.document.experiment();
    field->selectAll();
    QTest::keyClicks(field, QStringLiteral("1.2.4"));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!field->problem().isEmpty());
    QCOMPARE(field->text(), QStringLiteral("1.2.4"));
    QVERIFY(test.document.experiment() == before);
}

void MainWindowTest::newSeedDrawsOtherWeights() {
    WindowUnderTest test;
    QTRY_VERIFY(test.isAtEpochZero());
    const double before = test.session.history()[0].last()->trainLoss;
    test.click("newSeedButton");
    QTRY_VERIFY(test.session.experiment()->network.seed ==
                    test.document.experiment().network.seed &&
                test.isAtEpochZero());
    QVERIFY(test.session.history()[0].last()->trainLoss != before);
}

void MainWindowTest::brokenFileIsExplainedAndChangesNothing() {
    WindowUnderTest test;
    QTemporaryDir folder;
    test.dialogs.answer = folder.filePath(QStringLiteral("broken.reluscope.json"));
    QFile file(test.dialogs.answer);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"format\": \"reluscope-experiment\", \"version\": 1, \"runz\": []}");
    file.close();
    const Experiment before = test.document.experiment();
    test.find<QAction>("open")->trigger();
    auto* message = test.find<MessageBar>("messageBar");
    QTRY_VERIFY(message->isVisible());
    QVERIFY(message->sentence().contains(QStringLiteral("broken.reluscope.json")));
    QVERIFY(test.document.experiment() == before);
}

void MainWindowTest::missingDataIsExplained() {
    Experiment experiment = startUpExperiment();
    experiment.data = {};
    experiment.data.source = "idx";
    experiment.data.images = "no-such-images";
    experiment.data.labels = "no-such-labels";
    WindowUnderTest test(experiment);
    auto* message = test.find<MessageBar>("messageBar");
    QTRY_VERIFY(message->isVisible());
    QVERIFY(message->sentence().contains(QStringLiteral("no-such-")));
}

void MainWindowTest::savedExperimentIsReadBack() {
    WindowUnderTest test;
    QTemporaryDir folder;
    test.dialogs.answer = folder.filePath(QStringLiteral("mine.reluscope.json"));
    test.click("addLayer");
    const Experiment saved = test.document.experiment();
    test.find<QAction>("saveAs")->trigger();
    QTRY_VERIFY(!test.document.isModified());
    test.click("addLayer");
    test.find<QAction>("open")->trigger();
    QTRY_VERIFY(test.document.experiment() == saved);
}

void MainWindowTest::changesAreNotLostUnasked_data() {
    QTest::addColumn<QString>("action");
    for (const char* action : {"quit", "open"}) {
        QTest::newRow(action) << action;
    }
}

void MainWindowTest::changesAreNotLostUnasked() {
    QFETCH(QString, action);
    QTemporaryDir folder;
    const QString saved = folder.filePath(QStringLiteral("mine.reluscope.json"));
    for (const SaveAnswer answer : {SaveAnswer::Cancel, SaveAnswer::Discard, SaveAnswer::Save}) {
        WindowUnderTest test;
        test.dialogs.answer = saved;
        test.click("addLayer");
        const Experiment changed = test.document.experiment();
        test.find<QAction>("save")->trigger();
        QTRY_VERIFY(!test.document.isModified());
        test.click("addLayer");
        const Experiment changedAgain = test.document.experiment();
        test.dialogs.saveAnswer = answer;
        test.window->findChild<QAction*>(action)->trigger();
        QCOMPARE(test.dialogs.saveQuestions, 1);
        const auto isDone = [&] {
            return action == QLatin1String("quit") ? !test.window->isVisible()
                                                   : !test.document.isModified();
        };
        if (answer == SaveAnswer::Cancel) {
            QTest::qWait(50);
            QVERIFY(!isDone());
            QVERIFY(test.document.experiment() == changedAgain);
        } else {
            QTRY_VERIFY(isDone());
        }
        const bool isSaved = answer == SaveAnswer::Save;
        QTRY_VERIFY(readExperiment(saved.toStdString()) == (isSaved ? changedAgain : changed));
        QCOMPARE(test.dialogs.saveQuestions, 1);
    }
}

void MainWindowTest::unchangedExperimentIsLeftUnasked() {
    WindowUnderTest test;
    test.find<QAction>("step")->trigger();
    test.click("addLayer");
    test.find<QAction>("undo")->trigger();
    test.find<QAction>("quit")->trigger();
    QVERIFY(!test.window->isVisible());
    QCOMPARE(test.dialogs.saveQuestions, 0);
}

void MainWindowTest::failedSaveKeepsTheWindowOpen() {
    WindowUnderTest test;
    test.dialogs.answer = QStringLiteral("/no-such-folder/mine.reluscope.json");
    test.dialogs.saveAnswer = SaveAnswer::Save;
    test.click("addLayer");
    test.find<QAction>("quit")->trigger();
    QTRY_VERIFY(test.find<MessageBar>("messageBar")->isVisible());
    QVERIFY(test.window->isVisible());
    QVERIFY(test.document.isModified());
}

void MainWindowTest::slidersAreWholeInLargeText() {
    WindowUnderTest test;
    for (const double scale : {1.0, 1.3, 1.6, 2.0}) {
        test.theme.setTextScale(scale);
        test.window->resize(1900, 1100);
        QCoreApplication::processEvents();
        int seen = 0;
        for (const Page page : {Page::Curves, Page::Training}) {
            test.window->setPage(page);
            QCoreApplication::processEvents();
            for (const auto* slider : test.window->findChildren<QSlider*>()) {
                if (!slider->isVisible()) {
                    continue;
                }
                ++seen;
                QStyleOptionSlider option;
                option.initFrom(slider);
                option.orientation = Qt::Horizontal;
                const QRect handle = slider->style()->subControlRect(
                    QStyle::CC_Slider, &option, QStyle::SC_SliderHandle, slider);
                QVERIFY2(handle.height() >= 14 * scale - 2 && handle.height() <= slider->height(),
                         qPrintable(slider->objectName()));
            }
        }
        QVERIFY(seen > 0);
    }
}

void MainWindowTest::speedTakesItsDividerAlong() {
    WindowUnderTest test;
    const auto dividers = [&] {
        const auto all = test.find<ToolBar>("toolBar")->findChildren<Divider*>();
        return std::ranges::count_if(all, [](const Divider* one) { return one->isVisible(); });
    };
    QCOMPARE(dividers(), 2);
    test.theme.setTextScale(1.5);
    QCoreApplication::processEvents();
    test.window->resize(1024, 640);
    QCoreApplication::processEvents();
    QVERIFY(!test.find<QSlider>("speed")->isVisible());
    QCOMPARE(dividers(), 1);
}

void MainWindowTest::languageChangesWhileTraining() {
    WindowUnderTest test;
    test.click("runButton");
    QTRY_VERIFY(test.epochsOf(0) >= 1);
    const std::size_t before = test.epochsOf(0);
    test.language.setCode(QStringLiteral("zh_CN"));
    QCOMPARE(test.find<QPushButton>("runButton")->text(), QStringLiteral("暂停"));
    QVERIFY(test.session.isTraining());
    QTRY_VERIFY(test.epochsOf(0) > before);
    auto* loss = test.find<Plot>("lossPlot");
    QTRY_VERIFY(loss->series().front()->x().size() > before);
    test.language.setCode(QStringLiteral("en"));
    QCOMPARE(test.find<QPushButton>("runButton")->text(), QStringLiteral("Pause"));
}

void MainWindowTest::hiddenRunLeavesThePlots() {
    WindowUnderTest test;
    QTRY_VERIFY(test.isAtEpochZero());
    auto* row = test.find<QWidget>("runChips");
    QVERIFY(QMetaObject::invokeMethod(row, "hideRequested", Q_ARG(int, 0), Q_ARG(bool, true)));
    QVERIFY(!test.find<Plot>("lossPlot")->series().front()->isVisible());
    QVERIFY(!test.find<QWidget>("decisionSurface0")->isVisible());
}

void MainWindowTest::regressionIsACurveWithoutAccuracy() {
    Experiment experiment = endlessExperiment();
    experiment.data = {};
    experiment.data.source = "sine";
    WindowUnderTest test(experiment);
    QTRY_VERIFY(test.isAtEpochZero());
    test.click("runButton");
    QTRY_VERIFY(test.epochsOf(0) >= 1);
    auto* curves = test.find<Plot>("fittedCurves");
    QVERIFY(curves->isVisible());
    QCOMPARE(curves->series().size(), experiment.runs.size());
    QTRY_COMPARE(curves->series().front()->x().size(), std::size_t{200});
    QCOMPARE(curves->dots().size(), std::size_t{300});
    QVERIFY(!test.find<Plot>("accuracyPlot")->isVisible());

    // And back to classes.
    Experiment classes = endlessExperiment();
    test.document.open(classes, {});
    QTRY_VERIFY(test.find<Plot>("accuracyPlot")->isVisible());
    QTRY_VERIFY(test.find<QWidget>("decisionSurface0")->isVisible());
}

void MainWindowTest::everyOfferedSourceTrains() {
    WindowUnderTest test;
    auto* sources = test.find<QComboBox>("dataSource");
    auto* message = test.find<MessageBar>("messageBar");
    for (int index = 0; index < sources->count(); ++index) {
        const QString source = sources->itemData(index).toString();
        if (source == QStringLiteral("fashion-mnist") || source == QStringLiteral("idx") ||
            source == QStringLiteral("csv")) {
            continue; // need files that need not be there
        }
        if (source == QStringLiteral("points")) {
            continue; // so few at first that a batch is an epoch
        }
        sources->setCurrentIndex(index);
        emit sources->activated(index);
        QTRY_VERIFY(test.isAtEpochZero());
        test.click("stepButton");
        QTRY_COMPARE(test.session.progress().batchInEpoch, std::size_t{1});
        QVERIFY2(!message->isVisible(), qPrintable(sources->itemText(index)));
    }
}

void MainWindowTest::closesAtOnceWhileTraining() {
    auto test = std::make_unique<WindowUnderTest>();
    test->session.setSpeed(std::numeric_limits<double>::infinity());
    test->click("runButton");
    QTRY_VERIFY(test->epochsOf(0) >= 1);
    QElapsedTimer clock;
    clock.start();
    test->window->close();
    test.reset();
    // Far from the end of training, but a busy machine may take its time to run the threads.
    QVERIFY2(clock.elapsed() < 2000, qPrintable(QString::number(clock.elapsed())));
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::MainWindowTest)
#include "main_window_test.moc"

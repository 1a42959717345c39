// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/learningrate/sweep_under_test.h"
#include "tests/ui/window_under_test.h"
#include "ui/controls/swatch_toggle.h"
#include "ui/controls/value_row.h"
#include "ui/learningrate/sweep_map_tile.h"
#include "ui/plot/heat_map.h"

#include <QAction>
#include <QFile>
#include <QLabel>
#include <QRegularExpression>

namespace reluscope::ui {

/// The page in the real window, by mouse and keyboard.
class LearningRatePageTest : public QObject {
    Q_OBJECT

  private slots:
    void spaceSweepsAndPauses();
    void onlyWhatASweepCanDoIsOffered();
    void mapsFillUpAndAreReadOut();
    void cellOpensItsRunAndUndoBringsTheExperimentBack();
    void mapsPointAtTheSameCell();
    void regressionHasATestLossInstead();
    void settingsAreUndoneHere();
    void resultsAreExportedAsATable();
    void languageCanChangeWhileItSweeps();
    void hiddenTileComesBackByTheMenu();
    void pageThatNobodySeesFollowsWhenItIsShown();
};

namespace {

struct PageUnderTest : WindowUnderTest {
    explicit PageUnderTest(Experiment experiment = SweepUnderTest::shortExperiment())
        : WindowUnderTest(std::move(experiment)) {
        window->setPage(Page::LearningRate);
    }

    HeatMap& map(const char* tile) { return find<SweepMapTile>(tile)->map(); }

    bool finish() {
        sweep.run();
        return QTest::qWaitFor([this] { return sweep.isComplete(); }, sweepPatience);
    }
};

} // namespace

void LearningRatePageTest::spaceSweepsAndPauses() {
    Experiment experiment = startUpExperiment();
    experiment.training.epochs = 100'000;
    PageUnderTest test(experiment);
    test.press(Qt::Key_Space);
    QTRY_VERIFY(test.sweep.isRunning());
    QVERIFY(!test.session.isTraining());
    QCOMPARE(test.find<QPushButton>("runButton")->text(), QStringLiteral("Pause"));
    test.press(Qt::Key_Space);
    QTRY_VERIFY(!test.sweep.isRunning());
    QVERIFY(test.sweep.isUnderWay());
    QVERIFY(test.find<QPushButton>("sweepCancel")->isVisible());
    test.click("sweepCancel");
    QVERIFY(!test.sweep.isUnderWay());
}

void LearningRatePageTest::onlyWhatASweepCanDoIsOffered() {
    PageUnderTest test;
    for (const char* button : {"stepButton", "epochButton", "rewindButton"}) {
        QVERIFY(!test.find<QPushButton>(button)->isEnabled());
    }
    test.window->setPage(Page::Training);
    for (const char* button : {"stepButton", "epochButton", "rewindButton"}) {
        QVERIFY(test.find<QPushButton>(button)->isEnabled());
    }
}

void LearningRatePageTest::mapsFillUpAndAreReadOut() {
    PageUnderTest test;
    HeatMap& map = test.map("finalLossTile");
    QCOMPARE(map.content().at({0, 0}).state, HeatCell::State::Missing);
    QVERIFY(test.finish());
    QTRY_COMPARE(map.content().at({4, 0}).state, HeatCell::State::Value);
    QCOMPARE(test.find<QLabel>("sweepCount")->text(), QStringLiteral("162 of 162 runs"));
    QTRY_VERIFY(map.accessibleDescription().startsWith(QStringLiteral("162 of 162 runs. ReLU: ")));
    QTRY_COMPARE(test.map("divergedTile").content().at({0, 0}).state, HeatCell::State::Zero);
    map.setFocus();
    QTest::keyClick(&map, Qt::Key_Right);
    QVERIFY(test.find<QWidget>("cellPopup")->isVisible());
    QTRY_VERIFY(
        map.accessibleDescription().startsWith(QStringLiteral("ReLU at rate 0.024: loss ")));
    // The median, and from which seed to which.
    const QRegularExpression spread(QStringLiteral(": loss [0-9.]+ \\([0-9.]+–[0-9.]+\\) · "));
    QVERIFY2(map.accessibleDescription().contains(spread), qPrintable(map.accessibleDescription()));
}

void LearningRatePageTest::cellOpensItsRunAndUndoBringsTheExperimentBack() {
    PageUnderTest test;
    QVERIFY(test.finish());
    const Experiment before = test.document.experiment();
    HeatMap& map = test.map("testAccuracyTile");
    QTRY_COMPARE(map.content().at({2, 1}).state, HeatCell::State::Value);
    const auto expected = test.sweep.summaries()[1 * 9 + 2].trainLoss->median;
    QTest::mouseClick(&map, Qt::LeftButton, {}, map.cell({2, 1}).center());
    QCOMPARE(test.window->page(), Page::Training);
    QCOMPARE(test.document.experiment().runs.size(), std::size_t{1});
    // The slider of the page is at the rate of the cell, and moves it.
    QCOMPARE(test.find<ValueRow>("learningRate")->value(), test.sweep.spec().learningRates[2]);
    QVERIFY(!test.document.experiment().runs[0].learningRate);
    const std::size_t epochs = before.training.epochs;
    QTRY_VERIFY_WITH_TIMEOUT(test.session.history().size() == 1 && test.epochsOf(0) == epochs,
                             sweepPatience);
    QCOMPARE(test.session.history()[0].last()->trainLoss, expected);

    test.document.undoStack().undo();
    QCOMPARE(test.document.experiment().runs, before.runs);
    test.window->setPage(Page::LearningRate);
    QVERIFY(test.sweep.isComplete()); // its results were there all the time
}

void LearningRatePageTest::mapsPointAtTheSameCell() {
    PageUnderTest test;
    HeatMap& map = test.map("finalLossTile");
    map.setFocus();
    QTest::keyClick(&map, Qt::Key_Down);
    for (const char* tile : {"testAccuracyTile", "deadFractionTile", "divergedTile"}) {
        QCOMPARE(test.map(tile).pointedAt(), std::optional(QPoint(0, 1)));
    }
}

void LearningRatePageTest::regressionHasATestLossInstead() {
    Experiment experiment = SweepUnderTest::shortExperiment();
    experiment.data = {};
    experiment.data.source = "sine";
    experiment.data.train = 60;
    experiment.data.test = 60;
    PageUnderTest test(experiment);
    QVERIFY(test.finish());
    auto* tile = test.find<SweepMapTile>("testAccuracyTile");
    QTRY_COMPARE(tile->title(), QStringLiteral("Test loss"));
    QTRY_COMPARE(tile->map().content().at({2, 0}).state, HeatCell::State::Value);
}

void LearningRatePageTest::settingsAreUndoneHere() {
    PageUnderTest test;
    test.find<ValueRow>("sweepSeeds")->slider()->setFocus();
    QTest::keyClick(test.find<ValueRow>("sweepSeeds")->slider(), Qt::Key_Right);
    QVERIFY(test.sweep.spec().seedCount != 3);
    auto* undo = test.find<QAction>("undo");
    QVERIFY(undo->isEnabled());
    undo->trigger();
    QCOMPARE(test.sweep.spec().seedCount, std::size_t{3});
    QCOMPARE(test.find<ValueRow>("sweepSeeds")->value(), 3.0);

    QTest::mouseClick(test.find<SwatchToggle>("sweepRow1"), Qt::LeftButton);
    QCOMPARE(test.sweep.spec().runCount(), std::size_t{5});
    undo->trigger();
    QCOMPARE(test.sweep.spec().runCount(), std::size_t{6});
    QVERIFY(test.find<SwatchToggle>("sweepRow1")->isChecked());
}

void LearningRatePageTest::resultsAreExportedAsATable() {
    PageUnderTest test;
    QVERIFY(test.finish());
    QTemporaryDir folder;
    test.dialogs.answer = folder.filePath("table.csv");
    test.find<SweepMapTile>("finalLossTile")->findChild<QAction*>("exportResults")->trigger();
    QFile file(test.dialogs.answer);
    QTRY_VERIFY(file.exists());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count('\n'), 1 + 162);
}

void LearningRatePageTest::languageCanChangeWhileItSweeps() {
    PageUnderTest test;
    test.sweep.run();
    test.language.setCode(QStringLiteral("zh_CN"));
    QCOMPARE(test.find<SweepMapTile>("finalLossTile")->title(), QStringLiteral("最终损失"));
    QTRY_VERIFY_WITH_TIMEOUT(test.sweep.isComplete(), sweepPatience);
    QTRY_COMPARE(test.map("finalLossTile").content().at({4, 0}).state, HeatCell::State::Value);
}

void LearningRatePageTest::hiddenTileComesBackByTheMenu() {
    PageUnderTest test;
    const TileArrangement whole = test.window->tileArrangement();
    TileArrangement without = whole;
    without.hidden << QStringLiteral("divergedTile");
    test.window->setTileArrangement(without);
    QVERIFY(!test.find<SweepMapTile>("divergedTile")->isVisible());
    test.language.setCode(QStringLiteral("zh_CN"));
    QCOMPARE(test.window->tileArrangement(), without);
    QVERIFY(!test.find<SweepMapTile>("divergedTile")->isVisible());
    test.find<QAction>("resetTiles")->trigger();
    QTRY_VERIFY(test.find<SweepMapTile>("divergedTile")->isVisible());
}

void LearningRatePageTest::pageThatNobodySeesFollowsWhenItIsShown() {
    PageUnderTest test;
    const HeatMap& map = test.map("finalLossTile");
    test.window->setPage(Page::Training);
    test.document.edit({}, [](Experiment& experiment) { experiment.runs[0].name = "Mine"; });
    QCOMPARE(map.content().rows.front(), QStringLiteral("ReLU")); // it has not done any work
    test.window->setPage(Page::LearningRate);
    QCOMPARE(map.content().rows.front(), QStringLiteral("Mine"));
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::LearningRatePageTest)
#include "learning_rate_page_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Who is faster: the table of a tile, and the tile of the page that has it.
#include "tests/ui/window_under_test.h"
#include "ui/controls/number_field.h"
#include "ui/training/epoch_tile.h"
#include "ui/training/race_table.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <limits>

namespace reluscope::ui {

namespace {

Experiment experimentOf(const QStringList& names) {
    Experiment experiment = startUpExperiment();
    experiment.runs.clear();
    for (const QString& name : names) {
        RunSpec run;
        run.name = name.toStdString();
        run.activations = {Activation(*findActivation("relu"))};
        experiment.runs.push_back(run);
    }
    return experiment;
}

/// Gains so much accuracy an epoch, ten steps and so many seconds each.
RunHistory historyOf(std::size_t epochs, double gain, double seconds) {
    RunHistory history;
    for (std::size_t epoch = 0; epoch <= epochs; ++epoch) {
        EpochRecord record;
        record.epoch = epoch;
        record.step = 10 * epoch;
        record.seconds = seconds * static_cast<double>(epoch);
        record.trainAccuracy = std::min(1.0, gain * static_cast<double>(epoch));
        record.trainLoss = 1 - *record.trainAccuracy;
        history.append(record);
    }
    return history;
}

/// The accuracy tile with histories that are made up.
struct TileUnderTest {
    EpochTile tile{accuracyMetric()};
    std::vector<RunHistory> history;

    explicit TileUnderTest(int width = 340) {
        tile.setRuns(experimentOf({"quick", "cheap", "slow", "broken"}));
        history = {historyOf(20, 0.1, 1), historyOf(20, 0.08, 0.5), historyOf(20, 0.01, 1),
                   historyOf(2, 0.1, 1)};
        history[3].setDivergence({.epoch = 3, .step = 27, .layer = {}});
        tile.resize(width, 172);
        tile.show();
        QObject::connect(&tile, &EpochTile::viewChanged, &tile, [this] { show(); });
        show();
    }

    void show() { tile.showHistory(history); }
    QPushButton* button() { return tile.findChild<QPushButton*>(QStringLiteral("raceSwitch")); }
    NumberField* target() { return tile.findChild<NumberField*>(QStringLiteral("raceTarget")); }
    RaceTable* table() { return tile.findChild<RaceTable*>(QStringLiteral("raceTable")); }
};

} // namespace

class RaceTest : public QObject {
    Q_OBJECT

  private slots:
    void isShownInPlaceOfThePlotOrBesideIt();
    void marksTheBestOfEachColumn();
    void saysWhoIsNotThere();
    void targetIsEntered();
    void tellsOfThePastWhatWasThen();
    void hiddenRunsAreLeftOut();
    void isReadOut();
    void isOfTheLossWhereThereIsNoAccuracy();
};

void RaceTest::isShownInPlaceOfThePlotOrBesideIt() {
    TileUnderTest test;
    QVERIFY(!test.table()->isVisible() && !test.target()->isVisible());
    QVERIFY(test.tile.plot().isVisible());
    test.button()->click();
    QVERIFY(test.table()->isVisible() && test.target()->isVisible());
    QVERIFY(!test.tile.plot().isVisible());
    test.tile.resize(900, 500);
    QTRY_VERIFY(test.tile.plot().isVisible() && test.table()->isVisible());
    QVERIFY(test.table()->mapTo(&test.tile, QPoint()).x() >
            test.tile.plot().mapTo(&test.tile, QPoint(test.tile.plot().width(), 0)).x());
    test.button()->click();
    QVERIFY(!test.table()->isVisible() && test.tile.plot().isVisible());
}

void RaceTest::marksTheBestOfEachColumn() {
    TileUnderTest test;
    test.button()->click();
    const auto& rows = test.table()->rows();
    QCOMPARE(rows.size(), std::size_t{4});
    QCOMPARE(rows[0].figures[0], QStringLiteral("9"));
    QCOMPARE(rows[0].figures[1], QStringLiteral("90"));
    QCOMPARE(rows[0].figures[2], QStringLiteral("9.0"));
    QCOMPARE(rows[1].figures[0], QStringLiteral("12"));
    QCOMPARE(rows[1].figures[2], QStringLiteral("6.0"));
    QVERIFY(rows[0].isBest[0] && rows[0].isBest[1] && !rows[0].isBest[2]);
    QVERIFY(!rows[1].isBest[0] && !rows[1].isBest[1] && rows[1].isBest[2]);
    test.history[0] = historyOf(20, 0.1, 1e-4);
    test.show();
    QCOMPARE(test.table()->rows()[0].figures[2], QStringLiteral("0.00090")); // no power of ten
}

void RaceTest::saysWhoIsNotThere() {
    TileUnderTest test;
    test.button()->click();
    const auto& rows = test.table()->rows();
    QCOMPARE(rows[2].state, QStringLiteral("not yet: 20.0 % at best"));
    QVERIFY(rows[2].figures[0].isEmpty() && !rows[2].isBest[0]);
    QCOMPARE(rows[3].state, QStringLiteral("diverged in epoch 3"));
    test.history[2].setStop(Stop{20, StopReason::NoProgress, 3});
    test.show();
    QCOMPARE(test.table()->rows()[2].state, QStringLiteral("stopped: 20.0 % at best"));
}

void RaceTest::targetIsEntered() {
    TileUnderTest test;
    test.button()->click();
    QCOMPARE(test.target()->value(), 90.0);
    test.target()->setFocus();
    test.target()->selectAll();
    QTest::keyClicks(test.target(), QStringLiteral("15"));
    QSignalSpy maximized(&test.tile, &Tile::maximizeRequested);
    QTest::keyClick(test.target(), Qt::Key_Return);
    QCOMPARE(maximized.size(), 0);
    const auto& rows = test.table()->rows();
    QCOMPARE(rows[0].figures[0], QStringLiteral("2"));
    QCOMPARE(rows[2].figures[0], QStringLiteral("15"));
    QCOMPARE(rows[3].figures[0], QStringLiteral("2")); // before it diverged
    QVERIFY(rows[0].isBest[0] && rows[3].isBest[0]);
}

void RaceTest::tellsOfThePastWhatWasThen() {
    TileUnderTest test;
    test.button()->click();
    for (RunHistory& history : test.history) {
        history.showPast(2);
    }
    test.show();
    QCOMPARE(test.table()->rows()[0].state, QStringLiteral("not yet: 20.0 % at best"));
    QCOMPARE(test.table()->rows()[3].state, QStringLiteral("not yet: 20.0 % at best"));
    for (RunHistory& history : test.history) {
        history.showPast(10);
    }
    test.show();
    QCOMPARE(test.table()->rows()[0].figures[0], QStringLiteral("9"));
    QCOMPARE(test.table()->rows()[1].state, QStringLiteral("not yet: 80.0 % at best"));
    QCOMPARE(test.table()->rows()[3].state, QStringLiteral("diverged in epoch 3"));
}

void RaceTest::hiddenRunsAreLeftOut() {
    TileUnderTest test;
    test.button()->click();
    test.tile.setRunHidden(0, true);
    test.show();
    const auto& rows = test.table()->rows();
    QCOMPARE(rows.size(), std::size_t{3});
    QCOMPARE(rows[0].run, 1);
    QVERIFY(rows[0].isBest[0]);
}

void RaceTest::isReadOut() {
    TileUnderTest test;
    test.button()->click();
    QTRY_VERIFY(test.table()->accessibleDescription().contains(
        QStringLiteral("quick: 9 epochs, 90 steps, 9.0 seconds, the fastest.")));
    QVERIFY(test.table()->accessibleDescription().startsWith(
        QStringLiteral("to 90 % training accuracy")));
}

void RaceTest::isOfTheLossWhereThereIsNoAccuracy() {
    WindowUnderTest test;
    test.session.setSpeed(std::numeric_limits<double>::infinity());
    QTRY_VERIFY(test.isAtEpochZero());
    const auto buttons = [&test] {
        QList<QPushButton*> shown;
        for (auto* button : test.window->findChildren<QPushButton*>(QStringLiteral("raceSwitch"))) {
            if (button->isVisible()) {
                shown << button;
            }
        }
        return shown;
    };
    QCOMPARE(buttons().size(), 1);
    test.document.edit({}, [](Experiment& experiment) { experiment.data.source = "sine"; });
    const auto isOfTheLoss = [&buttons] {
        return buttons().size() == 1 &&
               buttons().front()->parentWidget()->parentWidget()->findChild<Plot*>(
                   QStringLiteral("lossPlot")) != nullptr;
    };
    QTRY_VERIFY(isOfTheLoss());
    buttons().front()->click();
    test.session.play();
    auto* tile = buttons().front()->parentWidget()->parentWidget();
    const auto* table = tile->findChild<RaceTable*>(QStringLiteral("raceTable"));
    QTRY_VERIFY(!table->rows().empty());
    test.session.pause();
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::RaceTest)
#include "race_test.moc"

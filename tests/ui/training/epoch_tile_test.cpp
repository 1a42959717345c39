// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/series.h"
#include "ui/theme/theme.h"
#include "ui/training/epoch_tile.h"

#include <QTest>

#include <algorithm>
#include <cmath>

namespace reluscope::ui {
namespace {

/// One that trains so fast that only every fourth epoch is measured.
RunHistory historyOf(std::size_t epochs) {
    RunHistory history;
    for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
        EpochRecord record;
        record.epoch = epoch;
        record.trainLoss = 1.0 / static_cast<double>(epoch + 1);
        if (epoch % 4 == 0) {
            record.measured = EpochRecord::Measured{};
            record.measured->testLoss = 2.0 * record.trainLoss;
        }
        history.append(record);
    }
    return history;
}

struct ShownTile {
    EpochTile tile{lossMetric()};

    ShownTile() {
        Experiment experiment;
        for (const char* name : {"first", "second"}) {
            experiment.runs.push_back({.name = name,
                                       .activations = {Activation(*findActivation("relu"))},
                                       .learningRate = {},
                                       .optimizer = {},
                                       .initialization = {},
                                       .hidden = {}});
        }
        tile.setPalette(Theme::light().palette());
        tile.resize(360, 220);
        tile.setRuns(experiment);
        tile.show();
        static_cast<void>(QTest::qWaitForWindowExposed(&tile));
    }

    Plot& plot() { return tile.plot(); }
    bool hasReadOut() { return !plot().crossHairOptions().caption.isEmpty(); }
};

} // namespace

class EpochTileTest : public QObject {
    Q_OBJECT

  private slots:
    void lineJoinsTheEpochsThatWereMeasured();
    void pastIsMarkedButReadInTheHeader();
    void keysReadThePlotInThePastToo();
};

void EpochTileTest::lineJoinsTheEpochsThatWereMeasured() {
    ShownTile test;
    test.tile.showHistory({historyOf(41), historyOf(41)});
    const Series& measured = *test.plot().series()[0];
    QCOMPARE(measured.role(), SeriesRole::Main);
    QCOMPARE(measured.x().size(), std::size_t{11});
    QVERIFY(std::ranges::all_of(measured.y(), [](double value) { return std::isfinite(value); }));
    QCOMPARE(measured.x().back(), 40.0);
    QCOMPARE(measured.y().back(), 2.0 / 41.0);
    const Series& trained = *test.plot().series()[1];
    QCOMPARE(trained.role(), SeriesRole::Tint);
    QCOMPARE(trained.x().size(), std::size_t{41});
}

void EpochTileTest::pastIsMarkedButReadInTheHeader() {
    ShownTile test;
    std::vector<RunHistory> history{historyOf(41), historyOf(41)};
    test.tile.showHistory(history);
    QVERIFY(!test.plot().crossHair());
    for (RunHistory& run : history) {
        run.showPast(20);
    }
    test.tile.showHistory(history);
    QCOMPARE(test.plot().crossHair(), std::optional(20.0));
    QVERIFY(!test.hasReadOut());
    for (RunHistory& run : history) {
        run.showPresent();
    }
    test.tile.showHistory(history);
    QVERIFY(!test.plot().crossHair());
    test.plot().moveCrossHair(8.0);
    QVERIFY(test.hasReadOut());
}

void EpochTileTest::keysReadThePlotInThePastToo() {
    ShownTile test;
    std::vector<RunHistory> history{historyOf(41), historyOf(41)};
    for (RunHistory& run : history) {
        run.showPast(20);
    }
    test.tile.showHistory(history);
    QTest::keyClick(&test.plot(), Qt::Key_Right);
    QVERIFY(test.plot().crossHair() > std::optional(20.0));
    QVERIFY(test.hasReadOut());
    QTest::keyClick(&test.plot(), Qt::Key_Escape);
    QCOMPARE(test.plot().crossHair(), std::optional(20.0));
    QVERIFY(!test.hasReadOut());
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::EpochTileTest)
#include "epoch_tile_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/run_history.h"

#include <QTest>

#include <algorithm>
#include <cmath>

namespace reluscope::ui {

namespace {

/// Figures that tell their epoch.
EpochRecord recordOf(std::size_t epoch, bool measured) {
    EpochRecord record;
    record.epoch = epoch;
    record.trainLoss = static_cast<double>(epoch) + 0.25;
    record.trainAccuracy = static_cast<double>(epoch) + 0.5;
    if (measured) {
        record.measured = EpochRecord::Measured{.testLoss = static_cast<double>(epoch) + 0.125,
                                                .testAccuracy = static_cast<double>(epoch) + 0.375,
                                                .silent = {},
                                                .deadFraction = 0.5};
    }
    return record;
}

RunHistory historyOf(std::size_t epochs) {
    RunHistory history;
    for (std::size_t epoch = 0; epoch < epochs; ++epoch) {
        history.append(recordOf(epoch, epoch % 8 == 0));
    }
    return history;
}

SharpnessPoint sharpnessAt(std::size_t epoch, bool isJoined, double value = 1) {
    SharpnessPoint point;
    point.epoch = epoch;
    point.value = value;
    point.isJoined = isJoined;
    return point;
}

} // namespace

class RunHistoryTest : public QObject {
    Q_OBJECT

  private slots:
    void newHistoryIsEmpty();
    void unmeasuredEpochsAreGaps();
    void lastAndLastMeasuredAreTheNewest();
    void fullHistoryKeepsEveryEpoch();
    void historyPastItsCapacityHalves();
    void figuresStayWithTheirEpoch();
    void droppedEpochIsStillTheLast();
    void divergenceIsRemembered();
    void recordOfTheSameEpochTakesItsPlace();
    void measuredEpochsBesideTheStrideAreKept();
    void anEpochInThePastIsShown();
    void aPartEndsAtItsEpoch();
    void sharpnessOfTheSameEpochTakesItsPlace();
    void sharpnessStandsInTheOrderOfEpochs();
    void sharpnessStaysBoundedAndEven();
    void gapsInSharpnessStay();
};

void RunHistoryTest::recordOfTheSameEpochTakesItsPlace() {
    RunHistory history = historyOf(9);
    EpochRecord again = recordOf(8, true);
    again.measured->deadFraction = 0.75;
    history.append(again);
    QCOMPARE(history.epochs().size(), std::size_t{9});
    QCOMPARE(history.deadFraction().size(), std::size_t{9});
    QCOMPARE(history.deadFraction().back(), 0.75);
    QCOMPARE(history.lastMeasured()->measured->deadFraction, 0.75);
    history.append(recordOf(9, true));
    QCOMPARE(history.epochs().size(), std::size_t{10});
}

void RunHistoryTest::measuredEpochsBesideTheStrideAreKept() {
    // Epochs that come fast: every third is told of, and never one on an even stride and measured.
    RunHistory history;
    for (std::size_t epoch = 1; epoch < 6 * RunHistory::capacity; epoch += 3) {
        history.append(recordOf(epoch, epoch % 2 == 1));
    }
    QVERIFY(history.stride() > 1);
    QVERIFY(history.epochs().size() > RunHistory::capacity / 2);
    QVERIFY(std::ranges::any_of(history.testLoss(), [](double loss) { return loss > 1; }));
    const EpochRecord* record = history.measuredAt(50'000);
    QVERIFY(record != nullptr);
    QVERIFY(record->epoch <= 50'000 && record->epoch > 49'000);
    QVERIFY(record->measured.has_value());
}

void RunHistoryTest::anEpochInThePastIsShown() {
    RunHistory history = historyOf(30);
    QCOMPARE(history.shown()->epoch, std::size_t{24});
    history.showPast(18);
    QCOMPARE(history.pastEpoch(), std::optional<std::size_t>(18));
    QCOMPARE(history.shown()->epoch, std::size_t{16});
    QCOMPARE(*history.pointAt(18), std::size_t{18});
    history.setShown(recordOf(18, true));
    QCOMPARE(history.shown()->epoch, std::size_t{18});
    history.append(recordOf(32, true));
    QCOMPARE(history.shown()->epoch, std::size_t{18});
    history.showPresent();
    QCOMPARE(history.shown()->epoch, std::size_t{32});
}

void RunHistoryTest::aPartEndsAtItsEpoch() {
    RunHistory history = historyOf(30);
    history.setDivergence({.epoch = 29, .step = 100, .layer = {}});
    RunHistory part = history.until(16);
    QCOMPARE(part.epochs().back(), 16.0);
    QCOMPARE(part.testLoss().size(), std::size_t{17});
    QCOMPARE(part.lastMeasured()->epoch, std::size_t{16});
    QVERIFY(!part.divergence());
    part.append(recordOf(17, true));
    QCOMPARE(part.epochs().back(), 17.0);
}

void RunHistoryTest::newHistoryIsEmpty() {
    const RunHistory history;
    QVERIFY(history.epochs().empty());
    QVERIFY(!history.last());
    QVERIFY(!history.lastMeasured());
    QVERIFY(!history.divergence());
    QCOMPARE(history.stride(), std::size_t{1});
}

void RunHistoryTest::unmeasuredEpochsAreGaps() {
    RunHistory history;
    history.append(recordOf(0, true));
    history.append(recordOf(1, false));
    QCOMPARE(history.epochs(), std::vector<double>({0.0, 1.0}));
    QCOMPARE(history.trainLoss(), std::vector<double>({0.25, 1.25}));
    QCOMPARE(history.trainAccuracy(), std::vector<double>({0.5, 1.5}));
    QCOMPARE(history.testLoss()[0], 0.125);
    QCOMPARE(history.testAccuracy()[0], 0.375);
    QCOMPARE(history.deadFraction()[0], 0.5);
    for (const auto* series :
         {&history.testLoss(), &history.testAccuracy(), &history.deadFraction()}) {
        QCOMPARE(series->size(), std::size_t{2});
        QVERIFY(std::isnan((*series)[1]));
    }
}

void RunHistoryTest::lastAndLastMeasuredAreTheNewest() {
    RunHistory history;
    history.append(recordOf(0, true));
    history.append(recordOf(1, true));
    history.append(recordOf(2, false));
    QCOMPARE(history.last()->epoch, std::size_t{2});
    QVERIFY(!history.last()->measured);
    QCOMPARE(history.lastMeasured()->epoch, std::size_t{1});
}

void RunHistoryTest::fullHistoryKeepsEveryEpoch() {
    const RunHistory history = historyOf(RunHistory::capacity);
    QCOMPARE(history.epochs().size(), RunHistory::capacity);
    QCOMPARE(history.stride(), std::size_t{1});
}

void RunHistoryTest::historyPastItsCapacityHalves() {
    const RunHistory once = historyOf(RunHistory::capacity + 1);
    QCOMPARE(once.stride(), std::size_t{2});
    QCOMPARE(once.epochs().size(), RunHistory::capacity / 2 + 1);
    const RunHistory twice = historyOf(2 * RunHistory::capacity + 1);
    QCOMPARE(twice.stride(), std::size_t{4});
    QCOMPARE(twice.epochs().size(), RunHistory::capacity / 2 + 1);
}

void RunHistoryTest::figuresStayWithTheirEpoch() {
    const RunHistory history = historyOf(3 * RunHistory::capacity);
    const std::size_t size = history.epochs().size();
    QVERIFY(size <= RunHistory::capacity);
    for (const auto* series : {&history.trainLoss(), &history.testLoss(), &history.trainAccuracy(),
                               &history.testAccuracy(), &history.deadFraction()}) {
        QCOMPARE(series->size(), size);
    }
    for (std::size_t i = 0; i < size; ++i) {
        const double epoch = static_cast<double>(i * history.stride());
        QCOMPARE(history.epochs()[i], epoch);
        QCOMPARE(history.trainLoss()[i], epoch + 0.25);
        QCOMPARE(history.trainAccuracy()[i], epoch + 0.5);
        const bool measured = i * history.stride() % 8 == 0;
        QCOMPARE(std::isfinite(history.testLoss()[i]), measured);
        QVERIFY(!measured || history.testLoss()[i] == epoch + 0.125);
    }
}

void RunHistoryTest::droppedEpochIsStillTheLast() {
    const RunHistory history = historyOf(RunHistory::capacity + 2);
    QCOMPARE(history.last()->epoch, RunHistory::capacity + 1);
    QCOMPARE(history.epochs().back(), static_cast<double>(RunHistory::capacity));
}

void RunHistoryTest::sharpnessOfTheSameEpochTakesItsPlace() {
    RunHistory history;
    history.addSharpness(sharpnessAt(3, false, 2));
    history.addSharpness(sharpnessAt(3, true, 4));
    QCOMPARE(history.sharpness().size(), std::size_t{1});
    QCOMPARE(history.sharpness()[0].value, 4.0);
    QVERIFY(!history.sharpness()[0].isJoined);
}

void RunHistoryTest::sharpnessStandsInTheOrderOfEpochs() {
    RunHistory history;
    for (const std::size_t epoch : {2U, 8U, 4U}) {
        history.addSharpness(sharpnessAt(epoch, epoch != 8));
    }
    QCOMPARE(history.sharpness()[1].epoch, std::size_t{4});
    QVERIFY(!history.sharpness()[1].isJoined);
    const RunHistory part = history.until(4);
    QCOMPARE(part.sharpness().size(), std::size_t{2});
    QCOMPARE(part.sharpness().back().epoch, std::size_t{4});
}

void RunHistoryTest::sharpnessStaysBoundedAndEven() {
    RunHistory history;
    constexpr std::size_t count = 10 * RunHistory::recordCapacity;
    for (std::size_t epoch = 0; epoch < count; ++epoch) {
        history.addSharpness(sharpnessAt(epoch, true));
    }
    const auto& points = history.sharpness();
    QCOMPARE(points.size(), RunHistory::recordCapacity);
    QCOMPARE(points.front().epoch, std::size_t{0});
    QCOMPARE(points.back().epoch, count - 1);
    for (std::size_t i = 1; i < points.size(); ++i) {
        QVERIFY(points[i].epoch - points[i - 1].epoch <= std::size_t{40});
    }
}

void RunHistoryTest::gapsInSharpnessStay() {
    RunHistory history;
    constexpr std::size_t first = RunHistory::recordCapacity / 2;
    for (std::size_t epoch = 0; epoch < 4 * RunHistory::recordCapacity; ++epoch) {
        history.addSharpness(sharpnessAt(epoch, epoch != first));
    }
    QCOMPARE(std::ranges::count(history.sharpness(), false, &SharpnessPoint::isJoined), 1);
    const auto cut = std::ranges::find(history.sharpness(), false, &SharpnessPoint::isJoined);
    QVERIFY(cut->epoch >= first);
    QVERIFY(std::prev(cut)->epoch < first);
}

void RunHistoryTest::divergenceIsRemembered() {
    RunHistory history;
    history.setDivergence(Divergence{});
    QVERIFY(history.divergence().has_value());
}

} // namespace reluscope::ui

QTEST_GUILESS_MAIN(reluscope::ui::RunHistoryTest)
#include "run_history_test.moc"

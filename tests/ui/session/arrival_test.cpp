// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/arrival.h"

#include <QTest>

namespace reluscope::ui {

namespace {

using Figure = RaceTarget::Figure;

/// One epoch of ten steps and half a second each; unset where it was not kept.
RunHistory historyOf(const std::vector<std::optional<double>>& accuracies) {
    RunHistory history;
    for (std::size_t epoch = 0; epoch < accuracies.size(); ++epoch) {
        if (accuracies[epoch]) {
            EpochRecord record;
            record.epoch = epoch;
            record.step = 10 * epoch;
            record.seconds = 0.5 * static_cast<double>(epoch);
            record.trainAccuracy = accuracies[epoch];
            record.trainLoss = 1 - *accuracies[epoch];
            history.append(record);
        }
    }
    return history;
}

} // namespace

class ArrivalTest : public QObject {
    Q_OBJECT

  private slots:
    void isTheFirstEpochThatIsThere();
    void ofALossIsWhereItIsAsLow();
    void isNoneBeforeItHasCome();
    void saysWhereItMayHaveBeenEarlier();
    void inThePastIsWhatHadComeByThen();
    void theBestIsTheNearest();
};

void ArrivalTest::isTheFirstEpochThatIsThere() {
    const auto arrival = arrivalOf(historyOf({0.5, 0.7, 0.9, 0.8, 0.95}), {Figure::Accuracy, 0.9});
    QVERIFY(arrival && arrival->isExact);
    QCOMPARE(arrival->epoch, std::size_t{2});
    QCOMPARE(arrival->steps, std::size_t{20});
    QCOMPARE(arrival->seconds, 1.0);
    const auto before = arrivalOf(historyOf({0.5, 0.7}), {Figure::Accuracy, 0.3});
    QVERIFY(before->isExact);
    QCOMPARE(before->epoch, std::size_t{0});
}

void ArrivalTest::ofALossIsWhereItIsAsLow() {
    const RunHistory history = historyOf({0.5, 0.75, 0.9});
    QCOMPARE(arrivalOf(history, {Figure::Loss, 0.25})->epoch, std::size_t{1});
    QCOMPARE(arrivalOf(history, {Figure::Loss, 0.2})->epoch, std::size_t{2});
    QVERIFY(!arrivalOf(history, {Figure::Loss, 0.01}));
}

void ArrivalTest::isNoneBeforeItHasCome() {
    QVERIFY(!arrivalOf({}, {Figure::Accuracy, 0.0}));
    QVERIFY(!arrivalOf(historyOf({0.5, 0.7}), {Figure::Accuracy, 0.9}));
    RunHistory regression = historyOf({0.5, 0.95});
    EpochRecord record;
    record.epoch = 2;
    regression = {};
    regression.append(record); // of which there is no accuracy
    QVERIFY(!arrivalOf(regression, {Figure::Accuracy, 0.0}));
}

void ArrivalTest::saysWhereItMayHaveBeenEarlier() {
    const auto arrival =
        arrivalOf(historyOf({0.5, 0.7, std::nullopt, 0.95}), {Figure::Accuracy, 0.9});
    QCOMPARE(arrival->epoch, std::size_t{3});
    QVERIFY(!arrival->isExact);
}

void ArrivalTest::inThePastIsWhatHadComeByThen() {
    RunHistory history = historyOf({0.5, 0.7, 0.9, 0.95});
    history.showPast(1);
    QVERIFY(!arrivalOf(history, {Figure::Accuracy, 0.9}));
    QCOMPARE(bestOf(history, Figure::Accuracy), std::optional(0.7));
    history.showPast(2);
    QCOMPARE(arrivalOf(history, {Figure::Accuracy, 0.9})->epoch, std::size_t{2});
    history.showPresent();
    QCOMPARE(arrivalOf(history, {Figure::Accuracy, 0.95})->epoch, std::size_t{3});
}

void ArrivalTest::theBestIsTheNearest() {
    const RunHistory history = historyOf({0.5, 0.75, 0.6});
    QCOMPARE(bestOf(history, Figure::Accuracy), std::optional(0.75));
    QCOMPARE(bestOf(history, Figure::Loss), std::optional(0.25));
    QVERIFY(!bestOf({}, Figure::Loss));
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::ArrivalTest)
#include "arrival_test.moc"

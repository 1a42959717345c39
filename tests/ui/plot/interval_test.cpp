// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/interval.h"

#include <QTest>

#include <array>
#include <cmath>
#include <limits>

namespace reluscope::ui {

class IntervalTest : public QObject {
    Q_OBJECT

  private slots:
    void stepsUpToRestingPlaces_data();
    void stepsUpToRestingPlaces();
    void stepsReadWell_data();
    void stepsReadWell();
    void extentSkipsWhatCannotBeShown();
    void uniteTakesWhatThereIs();
    void axisStandsStillWhileItHoldsTheData();
    void axisGrowsToRoundEnds();
    void logAxisGrowsToOneTwoOrFive();
    void grownAxisHoldsTheData();
    void paddingOpensAnEmptyInterval();
    void paddingIsAShareOfTheSize();
};

void IntervalTest::stepsUpToRestingPlaces_data() {
    QTest::addColumn<double>("value");
    QTest::addColumn<double>("expected");
    QTest::newRow("one stays") << 1.0 << 1.0;
    QTest::newRow("just above one") << 1.01 << 1.5;
    QTest::newRow("between") << 2.2 << 3.0;
    QTest::newRow("seven") << 7.0 << 8.0;
    QTest::newRow("into the next decade") << 8.5 << 10.0;
    QTest::newRow("small") << 0.0042 << 0.005;
    QTest::newRow("large") << 45'000.0 << 50'000.0;
    QTest::newRow("rounding error is no step") << 0.1 + 0.2 << 0.3;
}

void IntervalTest::stepsUpToRestingPlaces() {
    QFETCH(double, value);
    QFETCH(double, expected);
    QCOMPARE(stepUp(value), expected);
}

void IntervalTest::stepsReadWell_data() {
    QTest::addColumn<double>("value");
    QTest::addColumn<double>("expected");
    QTest::newRow("one stays") << 1.0 << 1.0;
    QTest::newRow("above one") << 1.2 << 2.0;
    QTest::newRow("above two") << 2.1 << 2.5;
    QTest::newRow("three") << 3.0 << 5.0;
    QTest::newRow("into the next decade") << 6.0 << 10.0;
    QTest::newRow("small") << 0.0016 << 0.002;
}

void IntervalTest::stepsReadWell() {
    QFETCH(double, value);
    QFETCH(double, expected);
    QCOMPARE(roundStep(value), expected);
}

void IntervalTest::extentSkipsWhatCannotBeShown() {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const std::array values{std::nan(""), 3.0, -2.0, infinity, 0.0, 0.5, -infinity};
    QVERIFY(extentOf(values) == (Interval{-2.0, 3.0}));
    QVERIFY(extentOf(values, Scale::Log) == (Interval{0.5, 3.0}));
    QVERIFY(!extentOf({}));
    QVERIFY(!extentOf(std::array{0.0, -1.0}, Scale::Log));
}

void IntervalTest::uniteTakesWhatThereIs() {
    QVERIFY(!unite(std::nullopt, std::nullopt));
    QVERIFY(unite(Interval{1.0, 2.0}, std::nullopt) == (Interval{1.0, 2.0}));
    QVERIFY(unite(std::nullopt, Interval{1.0, 2.0}) == (Interval{1.0, 2.0}));
    QVERIFY(unite(Interval{1.0, 2.0}, Interval{-1.0, 1.5}) == (Interval{-1.0, 2.0}));
}

void IntervalTest::axisStandsStillWhileItHoldsTheData() {
    const Interval axis{-1.0, 5.0};
    QVERIFY(grownInSteps(axis, {-0.3, 0.4}, Scale::Linear) == axis);
    QVERIFY(grownInSteps(axis, axis, Scale::Linear) == axis);
}

void IntervalTest::axisGrowsToRoundEnds() {
    QVERIFY(grownInSteps({0.0, 1.0}, {0.5, 1.2}, Scale::Linear) == (Interval{0.0, 1.5}));
    QVERIFY(grownInSteps({0.0, 1.0}, {-1.7, 0.5}, Scale::Linear) == (Interval{-2.0, 1.0}));
    QVERIFY(grownInSteps({-5.0, -3.0}, {-4.0, -1.0}, Scale::Linear) == (Interval{-5.0, 0.0}));
    QVERIFY(grownInSteps({3.0, 5.0}, {1.0, 4.0}, Scale::Linear) == (Interval{0.0, 5.0}));
}

void IntervalTest::logAxisGrowsToOneTwoOrFive() {
    const Interval grown = grownInSteps({0.1, 1.0}, {0.03, 3.0}, Scale::Log);
    QCOMPARE(grown.lower, 0.02);
    QCOMPARE(grown.upper, 5.0);
}

void IntervalTest::grownAxisHoldsTheData() {
    for (double size = 1e-9; size < 1e9; size *= 1.37) {
        for (const Interval data : {Interval{-size, size}, Interval{size, 2.0 * size}}) {
            const Interval grown = grownInSteps({0.0, 1e-12}, data, Scale::Linear);
            // Rounding errors do not move an axis.
            QVERIFY(grown.lower <= data.lower * (data.lower < 0.0 ? 1.0 - 1e-9 : 1.0));
            QVERIFY(grown.upper >= data.upper * (1.0 - 1e-9));
        }
    }
}

void IntervalTest::paddingOpensAnEmptyInterval() {
    QVERIFY(padded({2.0, 2.0}, 0.1) == (Interval{1.5, 2.5}));
    const Interval decade = padded({1.0, 1.0}, 0.1, Scale::Log);
    QCOMPARE(decade.upper / decade.lower, 10.0);
    QVERIFY(decade.contains(1.0));
}

void IntervalTest::paddingIsAShareOfTheSize() {
    QVERIFY(padded({0.0, 8.0}, 0.25) == (Interval{-2.0, 10.0}));
    const Interval decades = padded({0.01, 1.0}, 0.5, Scale::Log);
    QCOMPARE(decades.lower, 0.001);
    QCOMPARE(decades.upper, 10.0);
}

} // namespace reluscope::ui

QTEST_GUILESS_MAIN(reluscope::ui::IntervalTest)
#include "interval_test.moc"

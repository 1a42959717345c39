// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/plot.h"
#include "ui/plot/ticks.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <set>

namespace reluscope::ui {

namespace {

AxisOptions logAxis() {
    AxisOptions options;
    options.scale = Scale::Log;
    return options;
}

QStringList labelsOf(const std::vector<Tick>& ticks) {
    QStringList labels;
    for (const Tick& tick : ticks) {
        labels << tick.label;
    }
    return labels;
}

} // namespace

class TicksTest : public QObject {
    Q_OBJECT

  private slots:
    void linearTicksAreRound();
    void ticksOnBothEndsArePreferred();
    void negativeTicksHaveATrueMinus();
    void countsHaveNoTicksBetweenWholeNumbers();
    void lastTickCarriesTheUnit();
    void namesStandWhereTheyAre();
    void logTicksAreDecades();
    void logTicksOfFewDecadesHaveSteps();
    void logTicksOfManyDecadesAreThinned();
    void logTicksInsideADecadeAreLinear();
    void exactZerosHaveAPlaceOnALogAxis();
    void ticksLieInsideTheRange_data();
    void ticksLieInsideTheRange();
    void deepZoomTellsTicksApart();
    void impossibleRangesHaveNoTicks();
};

void TicksTest::linearTicksAreRound() {
    QCOMPARE(labelsOf(ticksFor({0.0, 1.0}, {}, 5)),
             QStringList({"0", "0.2", "0.4", "0.6", "0.8", "1"}));
    QCOMPARE(labelsOf(ticksFor({0.13, 0.87}, {}, 4)), QStringList({"0.2", "0.4", "0.6", "0.8"}));
}

void TicksTest::ticksOnBothEndsArePreferred() {
    QCOMPARE(labelsOf(ticksFor({0.0, 50.0}, {}, 2)), QStringList({"0", "25", "50"}));
}

void TicksTest::negativeTicksHaveATrueMinus() {
    QCOMPARE(labelsOf(ticksFor({-1.0, 1.0}, {}, 2)), QStringList({"−1", "0", "1"}));
}

void TicksTest::countsHaveNoTicksBetweenWholeNumbers() {
    AxisOptions options;
    options.integers = true;
    QCOMPARE(labelsOf(ticksFor({0.0, 2.0}, options, 10)), QStringList({"0", "1", "2"}));
    for (const Tick& tick : ticksFor({0.0, 10.0}, options, 4)) {
        QCOMPARE(tick.value, std::round(tick.value));
    }
}

void TicksTest::lastTickCarriesTheUnit() {
    AxisOptions options;
    options.lastTick = QStringLiteral("epoch %1");
    QCOMPARE(labelsOf(ticksFor({0.0, 10.0}, options, 2)), QStringList({"0", "5", "epoch 10"}));
}

void TicksTest::namesStandWhereTheyAre() {
    AxisOptions options;
    options.names = {{1.0, QStringLiteral("first")}, {2.0, QStringLiteral("second")}};
    const std::vector<Tick> ticks = ticksFor({1.5, 2.5}, options, 5);
    QCOMPARE(labelsOf(ticks), QStringList({"second"}));
    QCOMPARE(ticks.front().value, 2.0);
}

void TicksTest::logTicksAreDecades() {
    QCOMPARE(labelsOf(ticksFor({1e-3, 1e3}, logAxis(), 6)),
             QStringList({"0.001", "0.01", "0.1", "1", "10", "100", "1000"}));
}

void TicksTest::logTicksOfFewDecadesHaveSteps() {
    QCOMPARE(labelsOf(ticksFor({0.1, 1.0}, logAxis(), 5)), QStringList({"0.1", "0.2", "0.5", "1"}));
    QCOMPARE(labelsOf(ticksFor({0.1, 10.0}, logAxis(), 4)),
             QStringList({"0.1", "0.3", "1", "3", "10"}));
}

void TicksTest::logTicksOfManyDecadesAreThinned() {
    const std::vector<Tick> ticks = ticksFor({1e-30, 1.0}, logAxis(), 4);
    QVERIFY(ticks.size() >= 3);
    QVERIFY(ticks.size() <= 6);
    QCOMPARE(ticks.back().label, QStringLiteral("1"));
    const double ratio = ticks[1].value / ticks[0].value;
    for (std::size_t i = 1; i < ticks.size(); ++i) {
        QCOMPARE(std::log10(ticks[i].value / ticks[i - 1].value), std::log10(ratio));
    }
}

void TicksTest::logTicksInsideADecadeAreLinear() {
    QCOMPARE(labelsOf(ticksFor({1.1, 1.9}, logAxis(), 3)),
             QStringList({"1.2", "1.4", "1.6", "1.8"}));
}

void TicksTest::exactZerosHaveAPlaceOnALogAxis() {
    AxisOptions options = logAxis();
    options.zeroPlace = 1e-3;
    QCOMPARE(labelsOf(ticksFor({1e-3, 10.0}, options, 5)),
             QStringList({"0", "0.01", "0.1", "1", "10"}));
    QCOMPARE(labelsOf(ticksFor({1e-3, 0.1}, options, 9)),
             QStringList({"0", "0.01", "0.02", "0.05", "0.1"}));
    QCOMPARE(labelsOf(ticksFor({0.1, 10.0}, options, 2)), QStringList({"0.1", "1", "10"}));
}

void TicksTest::ticksLieInsideTheRange_data() {
    QTest::addColumn<double>("lower");
    QTest::addColumn<double>("upper");
    QTest::addColumn<bool>("log");
    QTest::newRow("odd ends") << -0.137 << 8.93 << false;
    QTest::newRow("far from zero") << 1e6 << 1e6 + 1.0 << false;
    QTest::newRow("tiny") << 1e-90 << 3e-90 << false;
    QTest::newRow("huge") << -1e90 << 1e90 << false;
    QTest::newRow("log, odd ends") << 0.0137 << 893.0 << true;
    QTest::newRow("log, from tiny to huge") << 1e-90 << 1e90 << true;
    QTest::newRow("log, narrow") << 2.0 << 2.1 << true;
}

void TicksTest::ticksLieInsideTheRange() {
    QFETCH(double, lower);
    QFETCH(double, upper);
    QFETCH(bool, log);
    for (int count = 1; count <= 10; ++count) {
        const std::vector<Tick> ticks =
            ticksFor({lower, upper}, log ? logAxis() : AxisOptions{}, count);
        QVERIFY(!ticks.empty());
        QVERIFY(ticks.size() <= static_cast<std::size_t>(3 * (count + 1)));
        const double slack = 1e-8 * (upper - lower);
        for (const Tick& tick : ticks) {
            QVERIFY(tick.value >= lower - slack && tick.value <= upper + slack);
        }
    }
}

void TicksTest::deepZoomTellsTicksApart() {
    const std::vector<Tick> ticks = ticksFor({1.0, 1.0 + 1e-9}, {}, 5);
    QVERIFY(ticks.size() >= 2);
    std::set<QString> labels;
    for (const Tick& tick : ticks) {
        labels.insert(tick.label);
    }
    QCOMPARE(labels.size(), ticks.size());
}

void TicksTest::impossibleRangesHaveNoTicks() {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    QVERIFY(ticksFor({2.0, 1.0}, {}, 5).empty());
    QVERIFY(ticksFor({0.0, infinity}, {}, 5).empty());
    QVERIFY(ticksFor({-infinity, infinity}, {}, 5).empty());
    QVERIFY(ticksFor({std::nan(""), 1.0}, {}, 5).empty());
}

} // namespace reluscope::ui

QTEST_GUILESS_MAIN(reluscope::ui::TicksTest)
#include "ticks_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/curves_model.h"
#include "ui/curves/tabs/cost_bars.h"
#include "ui/curves/tabs/cost_meter.h"
#include "ui/curves/tabs/cost_tab.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <chrono>

namespace reluscope::ui {

namespace {

/// ms after which a change would long be measured.
constexpr int beyondRest = 500;

std::atomic<int> passes = 0;

/// A clock by which 16 ms pass between two readings: a measurement soon ends.
std::chrono::nanoseconds fastClock() {
    return std::chrono::milliseconds{16 * ++passes};
}

/// A clock that stands still: a measurement never ends by itself.
std::chrono::nanoseconds frozenClock() {
    ++passes;
    return {};
}

Activation activation(const char* id) {
    return Activation(*findActivation(id));
}

struct ShownTab {
    CurvesModel model;
    CostTab tab{model};

    ShownTab() {
        tab.resize(900, 220);
        tab.show();
        static_cast<void>(QTest::qWaitForWindowExposed(&tab));
    }

    QString costs() const {
        return tab.findChild<CostBars*>(QStringLiteral("costBars"))->accessibleDescription();
    }
    QString note() const { return tab.findChild<QLabel*>(QStringLiteral("costNote"))->text(); }
    QPushButton* again() const {
        return tab.findChild<QPushButton*>(QStringLiteral("measureAgainButton"));
    }
    bool isMeasured() const {
        return !costs().isEmpty() && !costs().contains(QStringLiteral("being measured"));
    }
    void setShown(const char* id, bool shown) {
        for (std::size_t i = 0; i < model.functions().size(); ++i) {
            if (model.functions()[i].activation.info->id == id) {
                model.setShown(i, shown);
            }
        }
    }
    void setParameter(const char* id, double value) {
        for (std::size_t i = 0; i < model.functions().size(); ++i) {
            if (model.functions()[i].activation.info->id == id) {
                model.setParameter(i, value);
            }
        }
    }
};

} // namespace

class CostTabTest : public QObject {
    Q_OBJECT

  private slots:
    void meterMeasuresInTurnAndRemembers();
    void meterMeasuresAnewWhatItForgot();
    void meterStopsAtOnce();
    void shownFunctionsAreMeasured();
    void hiddenTabMeasuresNothing();
    void hidingEndsTheMeasurement();
    void tickedFunctionIsMeasured();
    void parameterIsMeasuredAnewAndThenKnown();
    void measuringAgainGivesNewFigures();
    void trainingIsTold();
    void nothingToMeasureIsSaid();
};

void CostTabTest::meterMeasuresInTurnAndRemembers() {
    CostMeter meter(fastClock);
    QSignalSpy measured(&meter, &CostMeter::measured);
    meter.measure({activation("relu"), activation("tanh")});
    QVERIFY(meter.isMeasuring());
    QTRY_COMPARE(measured.size(), 2);
    QVERIFY(!meter.isMeasuring());
    QVERIFY(meter.costOf(activation("relu")));
    QVERIFY(meter.costOf(activation("tanh")));
    Activation other = activation("leaky_relu");
    QVERIFY(!meter.costOf(other));
    meter.measure({activation("tanh"), other});
    QTRY_VERIFY(meter.costOf(other));
    QCOMPARE(measured.size(), 3);
    other.parameters[0] = 0.5;
    QVERIFY(!meter.costOf(other));
}

void CostTabTest::meterMeasuresAnewWhatItForgot() {
    CostMeter meter(fastClock);
    meter.measure({activation("relu")});
    QTRY_VERIFY(meter.costOf(activation("relu")));
    meter.forget();
    QVERIFY(!meter.costOf(activation("relu")));
    meter.measure({activation("relu")});
    QTRY_VERIFY(meter.costOf(activation("relu")));
}

void CostTabTest::meterStopsAtOnce() {
    CostMeter meter(frozenClock);
    passes = 0;
    meter.measure({activation("mish")});
    QTRY_VERIFY(passes > 10);
    meter.stop();
    const int stoppedAt = passes;
    QTest::qWait(20);
    QCOMPARE(passes, stoppedAt);
    QVERIFY(!meter.isMeasuring());
    QVERIFY(!meter.costOf(activation("mish")));
    // Nor does closing wait.
    CostMeter closing(frozenClock);
    closing.measure({activation("mish")});
}

void CostTabTest::shownFunctionsAreMeasured() {
    ShownTab test;
    QTRY_VERIFY(test.isMeasured());
    QVERIFY2(test.costs().contains(QStringLiteral("ReLU: f ")), qPrintable(test.costs()));
    QVERIFY(test.costs().contains(QStringLiteral("Copying: ")));
    QVERIFY2(test.note().startsWith(QStringLiteral("65,536 floats on one core")),
             qPrintable(test.note()));
    QVERIFY(test.again()->isEnabled());
}

void CostTabTest::hiddenTabMeasuresNothing() {
    CurvesModel model;
    const CostTab tab(model);
    const auto* meter = tab.findChild<CostMeter*>();
    QVERIFY(!meter->isMeasuring());
    model.setShown(model.functions().size() - 1, true);
    QVERIFY(!QTest::qWaitFor([&] { return meter->isMeasuring(); }, beyondRest));
    QVERIFY(tab.findChild<CostBars*>(QStringLiteral("costBars"))
                ->accessibleDescription()
                .contains(QStringLiteral("ReLU: being measured")));
}

void CostTabTest::hidingEndsTheMeasurement() {
    ShownTab test;
    const auto* meter = test.tab.findChild<CostMeter*>();
    QTRY_VERIFY(meter->isMeasuring());
    test.tab.hide();
    QVERIFY(!meter->isMeasuring());
    test.setShown("tanh", true);
    QVERIFY(!QTest::qWaitFor([&] { return meter->isMeasuring(); }, beyondRest));
    // Nor does it begin when a change that still rested is followed by hiding.
    test.tab.show();
    QTRY_VERIFY(meter->isMeasuring());
    test.setParameter("leaky_relu", 0.25);
    test.tab.hide();
    QVERIFY(!QTest::qWaitFor([&] { return meter->isMeasuring(); }, beyondRest));
}

void CostTabTest::tickedFunctionIsMeasured() {
    ShownTab test;
    QTRY_VERIFY(test.isMeasured());
    test.setShown("tanh", true);
    QVERIFY(test.costs().contains(QStringLiteral("tanh: being measured.")));
    QTRY_VERIFY(test.isMeasured());
    QVERIFY(test.costs().contains(QStringLiteral("tanh: f ")));
    test.setShown("tanh", false);
    QVERIFY(!test.costs().contains(QStringLiteral("tanh")));
    QVERIFY(test.isMeasured());
}

void CostTabTest::parameterIsMeasuredAnewAndThenKnown() {
    ShownTab test;
    QTRY_VERIFY(test.isMeasured());
    test.setParameter("leaky_relu", 0.25);
    QVERIFY(!test.isMeasured());
    QTRY_VERIFY(test.isMeasured());
    test.setParameter("leaky_relu", 0.01);
    QVERIFY(test.isMeasured());
}

void CostTabTest::measuringAgainGivesNewFigures() {
    ShownTab test;
    QTRY_VERIFY(test.again()->isEnabled());
    test.again()->setFocus();
    QTest::keyClick(test.again(), Qt::Key_Space);
    QVERIFY(!test.isMeasured());
    QTRY_VERIFY(test.isMeasured());
}

void CostTabTest::trainingIsTold() {
    ShownTab test;
    auto* words = test.tab.findChild<QLabel*>(QStringLiteral("costDisturbance"));
    QVERIFY(!words->isVisible());
    test.model.setTraining(true);
    QVERIFY(words->isVisible());
    test.model.setTraining(false);
    QVERIFY(!words->isVisible());
}

void CostTabTest::nothingToMeasureIsSaid() {
    ShownTab test;
    for (const char* id : {"relu", "leaky_relu", "elu", "silu", "sigmoid"}) {
        test.setShown(id, false);
    }
    QCOMPARE(test.costs(), QString());
    QVERIFY(test.note().startsWith(QStringLiteral("Tick a function")));
    QVERIFY(!test.again()->isEnabled());
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::CostTabTest)
#include "cost_tab_test.moc"

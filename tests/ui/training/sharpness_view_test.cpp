// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/empty_state.h"
#include "ui/plot/plot.h"
#include "ui/theme/theme.h"
#include "ui/training/sharpness_view.h"

#include <QLabel>
#include <QTest>

#include <cmath>

namespace reluscope::ui {
namespace {

constexpr std::size_t exampleCount = 300;

Dataset dataset() {
    Dataset dataset;
    dataset.featureCount = 2;
    dataset.classCount = 2;
    dataset.train.features.resize(2 * exampleCount);
    dataset.train.labels.resize(exampleCount);
    return dataset;
}

SharpnessPoint pointAt(std::size_t epoch, double value, const OptimizerSpec& optimizer = {},
                       bool isJoined = true) {
    return {.epoch = epoch,
            .value = value,
            .optimizer = optimizer,
            .batchSize = exampleCount,
            .isJoined = isJoined};
}

RunHistory historyOf(const std::vector<SharpnessPoint>& points) {
    RunHistory history;
    for (const SharpnessPoint& point : points) {
        EpochRecord record;
        record.epoch = point.epoch;
        history.append(record);
        history.addSharpness(point);
    }
    return history;
}

/// The view as its tile shows it, for two runs.
struct ShownView {
    Experiment experiment;
    SharpnessView view;

    ShownView() {
        experiment.network.hidden = {4};
        for (const char* name : {"first", "second"}) {
            experiment.runs.push_back({.name = name,
                                       .activations = {Activation(*findActivation("tanh"))},
                                       .learningRate = {},
                                       .optimizer = {},
                                       .initialization = {},
                                       .hidden = {}});
        }
        view.setPalette(Theme::light().palette());
        view.resize(500, 220);
        setRuns();
        view.show();
        static_cast<void>(QTest::qWaitForWindowExposed(&view));
    }

    void setRuns() { view.setRuns(experiment, dataset()); }
    void show(const std::vector<SharpnessPoint>& first,
              const std::vector<SharpnessPoint>& second = {}) {
        view.showHistory({historyOf(first), historyOf(second)});
        QCoreApplication::processEvents();
    }
    Series& line(std::size_t run) { return *view.plot().series()[2 * run]; }
    Series& limit(std::size_t run) { return *view.plot().series()[2 * run + 1]; }
    QString remarks() {
        const auto* label = view.findChild<QLabel*>(QStringLiteral("sharpnessRemarks"));
        return label->isVisible() ? label->text() : QString();
    }
    QString words() { return view.plot().accessibleDescription(); }
};

} // namespace

class SharpnessViewTest : public QObject {
    Q_OBJECT

  private slots:
    void valuesStandOnALogAxisOverEpochs();
    void whatWasNotWatchedIsAGap();
    void limitReachesAcrossThePlot();
    void limitStepsWhereTheRateDoes();
    void runsOfOneRateShareTheirLimit();
    void momentumHasItsOwnLimit();
    void adaptiveMethodsHaveNone();
    void smallBatchesAreSaid();
    void pastIsReadAtItsEpoch();
    void largeNetworksAreSaidInWords();
    void hiddenRunIsNotDrawn();
};

void SharpnessViewTest::valuesStandOnALogAxisOverEpochs() {
    ShownView test;
    test.show({pointAt(0, 2), pointAt(100, 8)});
    QVERIFY(test.view.plot().axis(PlotAxis::Y).scale == Scale::Log);
    QCOMPARE(test.line(0).valueAt(0), std::optional(2.0));
    QCOMPARE(test.line(0).valueAt(100), std::optional(8.0));
    QCOMPARE(test.line(0).endLabel().text, QStringLiteral("first 8.00"));
    QCOMPARE(test.view.plot().range(PlotAxis::X), (Interval{0, 100}));
    QVERIFY(
        test.words().startsWith(QStringLiteral("first: sharpness 8.00 at epoch 100. 2 / rate")));
}

void SharpnessViewTest::whatWasNotWatchedIsAGap() {
    ShownView test;
    test.show(
        {pointAt(0, 2, {}, false), pointAt(10, 3), pointAt(50, 5, {}, false), pointAt(60, 6)});
    QCOMPARE(test.line(0).valueAt(5), std::optional(2.5));
    QVERIFY(!test.line(0).valueAt(30));
    QCOMPARE(test.line(0).valueAt(55), std::optional(5.5));
}

void SharpnessViewTest::limitReachesAcrossThePlot() {
    ShownView test;
    test.show({pointAt(0, 2, {.learningRate = 0.1}, false)});
    QCOMPARE(test.limit(0).valueAt(0), std::optional(20.0));
    QCOMPARE(test.limit(0).valueAt(test.view.plot().range(PlotAxis::X).upper), std::optional(20.0));
    QCOMPARE(test.limit(0).endLabel().text, QStringLiteral("2 / rate"));
    QCOMPARE(test.limit(0).endLabel().note, QStringLiteral("20.0"));
    QVERIFY(test.view.plot().range(PlotAxis::Y).contains(20));
}

void SharpnessViewTest::limitStepsWhereTheRateDoes() {
    ShownView test;
    test.show({pointAt(0, 2, {.learningRate = 0.1}), pointAt(50, 2, {.learningRate = 0.1}),
               pointAt(60, 2, {.learningRate = 0.05}), pointAt(100, 3, {.learningRate = 0.05})});
    QCOMPARE(test.limit(0).valueAt(59), std::optional(20.0));
    QCOMPARE(test.limit(0).valueAt(60), std::optional(40.0));
    QCOMPARE(test.limit(0).valueAt(100), std::optional(40.0));
}

void SharpnessViewTest::runsOfOneRateShareTheirLimit() {
    ShownView test;
    const OptimizerSpec slow{.learningRate = 0.1};
    const OptimizerSpec fast{.learningRate = 0.2};
    test.show({pointAt(0, 2, slow), pointAt(10, 2, slow)}, {pointAt(0, 2, slow)});
    QVERIFY(test.limit(0).isVisible());
    QVERIFY(!test.limit(1).isVisible());
    test.show({pointAt(0, 2, slow)}, {pointAt(0, 2, fast)});
    QVERIFY(test.limit(0).isVisible());
    QVERIFY(test.limit(1).isVisible());
    test.view.setRunHidden(0, true);
    test.show({pointAt(0, 2, slow)}, {pointAt(0, 2, slow)});
    QVERIFY(!test.limit(0).isVisible());
    QVERIFY(test.limit(1).isVisible());
}

void SharpnessViewTest::momentumHasItsOwnLimit() {
    ShownView test;
    OptimizerSpec optimizer{.learningRate = 0.1, .momentum = 0.9};
    test.show({pointAt(0, 2, optimizer)});
    QCOMPARE(test.limit(0).endLabel().text, QStringLiteral("(2 + 2β) / rate"));
    QCOMPARE(test.limit(0).endLabel().note, QStringLiteral("38.0"));
    QCOMPARE(test.remarks(), QString());
    optimizer.nesterov = true;
    test.show({pointAt(0, 2, optimizer)});
    QCOMPARE(test.limit(0).endLabel().text, QStringLiteral("(2 + 2β) / ((1 + 2β) rate)"));
    QCOMPARE(test.limit(0).endLabel().note, QStringLiteral("13.6"));
    test.show({pointAt(0, 2, {.learningRate = 0.1, .weightDecay = 0.5})});
    QCOMPARE(test.limit(0).endLabel().text, QStringLiteral("2 / rate − decay"));
    QCOMPARE(test.limit(0).endLabel().note, QStringLiteral("19.5"));
}

void SharpnessViewTest::adaptiveMethodsHaveNone() {
    ShownView test;
    test.show({pointAt(0, 2, {.method = OptimizerMethod::Adam})});
    QVERIFY(test.limit(0).endLabel().text.isEmpty());
    QVERIFY(!test.limit(0).valueAt(0));
    QCOMPARE(test.remarks(),
             QStringLiteral("No limit for Adam: it scales each step by earlier gradients."));
    QCOMPARE(test.words(), QStringLiteral("first: sharpness 2.00 at epoch 0."));
}

void SharpnessViewTest::smallBatchesAreSaid() {
    ShownView test;
    SharpnessPoint point = pointAt(0, 2);
    test.show({point}, {point});
    QCOMPARE(test.remarks(), QString());
    point.batchSize = 20;
    test.show({point}, {point});
    QCOMPARE(test.remarks(), QStringLiteral("2 / rate holds for full batches; this experiment "
                                            "takes 20 of 300."));
}

void SharpnessViewTest::pastIsReadAtItsEpoch() {
    ShownView test;
    std::vector<RunHistory> history{historyOf({pointAt(0, 2), pointAt(100, 8)}), historyOf({})};
    for (RunHistory& own : history) {
        own.showPast(50);
    }
    test.view.showHistory(history);
    QCOMPARE(test.view.plot().crossHair(), std::optional(50.0));
    QVERIFY(test.words().startsWith(QStringLiteral("first: sharpness 2.00 at epoch 0.")));
    QTest::keyClick(&test.view.plot(), Qt::Key_Right);
    QCOMPARE(test.view.plot().crossHair(), std::optional(100.0));
    QTest::keyClick(&test.view.plot(), Qt::Key_Escape);
    QCOMPARE(test.view.plot().crossHair(), std::optional(50.0));
    for (RunHistory& own : history) {
        own.showPresent();
    }
    test.view.showHistory(history);
    QVERIFY(!test.view.plot().crossHair());
}

void SharpnessViewTest::largeNetworksAreSaidInWords() {
    ShownView test;
    test.experiment.runs[1].hidden = std::vector<std::size_t>{1000};
    test.setRuns();
    test.show({pointAt(0, 2)});
    QVERIFY(test.view.isMeasurable());
    QCOMPARE(test.remarks(), QStringLiteral("Too large to measure: second."));
    test.experiment.network.hidden = {1000};
    test.setRuns();
    QVERIFY(!test.view.isMeasurable());
    QVERIFY(!test.view.plot().isVisible());
    const auto* words = test.view.findChild<EmptyState*>();
    QVERIFY(words->isVisible());
    QCOMPARE(words->accessibleDescription(),
             QStringLiteral("Parameters × examples may be 200,000 at most, hidden units × "
                            "examples 16,000, and parameters 10,000."));
}

void SharpnessViewTest::hiddenRunIsNotDrawn() {
    ShownView test;
    test.view.setRunHidden(1, true);
    test.show({pointAt(0, 2)}, {pointAt(0, 3, {.method = OptimizerMethod::Adam})});
    QVERIFY(test.line(0).isVisible());
    QVERIFY(!test.line(1).isVisible());
    QCOMPARE(test.remarks(), QString());
    QVERIFY(!test.words().contains(QStringLiteral("second")));
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::SharpnessViewTest)
#include "sharpness_view_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/dataset_loader.h"
#include "ui/learningrate/range_test_session.h"
#include "ui/session/experiment_document.h"
#include "ui/shell/experiment_files.h"

#include <QSignalSpy>
#include <QTest>

#include <limits>

namespace reluscope::ui {

namespace {

Experiment twoRuns() {
    Experiment experiment = startUpExperiment();
    experiment.network.hidden = {8};
    experiment.runs.resize(2);
    return experiment;
}

/// One that takes much longer than a test waits.
Experiment slowExperiment() {
    Experiment experiment = twoRuns();
    experiment.network.hidden = {1024, 1024, 1024};
    experiment.training.batchSize = 400;
    return experiment;
}

struct TestedDocument {
    ExperimentDocument document;
    RangeTestSession session;

    explicit TestedDocument(Experiment experiment = twoRuns())
        : document(std::move(experiment))
        , session(document) {}

    void run(const RangeTestSpec& spec = {}) {
        session.run(spec);
        QVERIFY(session.isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(!session.isRunning(), 60'000);
    }
    template <class Change>
    void edit(Change change) {
        document.edit(QStringLiteral("edit"), change);
    }
};

} // namespace

class RangeTestSessionTest : public QObject {
    Q_OBJECT

  private slots:
    void findsWhatTheCoreFinds();
    void hasNothingBeforeTheFirstTest();
    void isOutdatedByWhatChangesItsCurves();
    void adoptedRateIsTheRunsOwn();
    void adoptsByNameWhereRunsHaveMoved();
    void cancelKeepsWhatThereIs();
    void canRunAgainAtOnceAfterCancel();
    void anotherDocumentDropsTheTest();
    void dataThatCannotBeReadAreAnError();
};

void RangeTestSessionTest::findsWhatTheCoreFinds() {
    TestedDocument test;
    const RangeTestSpec spec{.from = 1e-3, .to = 10, .steps = 60};
    test.run(spec);
    const Experiment& experiment = test.document.experiment();
    const Dataset data = loadDataset(experiment.data, {}, {});
    QCOMPARE(test.session.runs().size(), std::size_t{2});
    for (std::size_t run = 0; run < 2; ++run) {
        const TestedRun& tested = test.session.runs()[run];
        const RangeTest expected =
            testRange(experiment, run, data, spec, std::numeric_limits<double>::infinity());
        QVERIFY(tested.hasEnded);
        QVERIFY(tested.test.points == expected.points);
        QCOMPARE(tested.test.end, expected.end);
        QVERIFY(tested.suggestions == suggestRates(expected.points, spec.steps));
    }
    QVERIFY(!test.session.error());
    QVERIFY(test.session.experiment() != nullptr);
    QVERIFY(test.session.spec() == spec);
}

void RangeTestSessionTest::hasNothingBeforeTheFirstTest() {
    TestedDocument test;
    QVERIFY(test.session.experiment() == nullptr);
    QVERIFY(test.session.runs().empty());
    QVERIFY(!test.session.isRunning());
    QVERIFY(!test.session.isOutdated());
    test.session.cancel();
    QVERIFY(!test.session.isRunning());
}

void RangeTestSessionTest::isOutdatedByWhatChangesItsCurves() {
    TestedDocument test;
    test.run({.steps = 20});
    const QSignalSpy changes(&test.session, &RangeTestSession::stateChanged);
    test.edit([](Experiment& experiment) {
        experiment.title = "other";
        experiment.training.epochs = 7;
        experiment.training.optimizer.learningRate = 0.123;
        experiment.training.stop.trainLoss = 0.1;
        experiment.runs[0].learningRate = 5;
    });
    QVERIFY(!test.session.isOutdated());
    test.edit([](Experiment& experiment) { experiment.training.batchSize = 7; });
    QVERIFY(test.session.isOutdated());
    QCOMPARE(changes.count(), 2);
    test.document.undoStack().undo();
    QVERIFY(!test.session.isOutdated());
    test.edit([](Experiment& experiment) { ++experiment.network.seed; });
    QVERIFY(test.session.isOutdated());
    test.run({.steps = 20});
    QVERIFY(!test.session.isOutdated());
}

void RangeTestSessionTest::adoptedRateIsTheRunsOwn() {
    TestedDocument test;
    test.run({.steps = 20});
    const Experiment before = test.document.experiment();
    test.session.adopt(1, 0.25);
    QCOMPARE(test.document.experiment().runs[1].learningRate, std::optional(0.25));
    QVERIFY(test.document.experiment().runs[0] == before.runs[0]);
    QVERIFY(test.document.experiment().training == before.training);
    QCOMPARE(test.session.learningRateOf(1), std::optional(0.25));
    QVERIFY(!test.session.isOutdated());
    QVERIFY(!startsAfresh(before, test.document.experiment()));
    test.document.undoStack().undo();
    QVERIFY(test.document.experiment() == before);
}

void RangeTestSessionTest::adoptsByNameWhereRunsHaveMoved() {
    TestedDocument test;
    test.run({.steps = 20});
    test.edit([](Experiment& experiment) { experiment.runs.erase(experiment.runs.begin()); });
    QVERIFY(test.session.isOutdated());
    QVERIFY(!test.session.learningRateOf(0));
    const Experiment before = test.document.experiment();
    test.session.adopt(0, 0.25);
    QVERIFY(test.document.experiment() == before);
    test.session.adopt(1, 0.25);
    QCOMPARE(test.document.experiment().runs[0].learningRate, std::optional(0.25));
}

void RangeTestSessionTest::cancelKeepsWhatThereIs() {
    TestedDocument test(slowExperiment());
    test.session.run({.steps = 100'000, .stopAt = std::numeric_limits<double>::infinity()});
    QTRY_VERIFY_WITH_TIMEOUT(!test.session.runs()[0].test.points.empty(), 60'000);
    test.session.cancel();
    QVERIFY(!test.session.isRunning());
    QTRY_VERIFY_WITH_TIMEOUT(test.session.runs()[0].hasEnded, 60'000);
    QCOMPARE(test.session.runs()[0].test.end, RangeTestEnd::Stopped);
    QVERIFY(!test.session.runs()[0].test.points.empty());
    QVERIFY(!test.session.runs()[1].hasEnded);
    QVERIFY(!test.session.error());
}

void RangeTestSessionTest::canRunAgainAtOnceAfterCancel() {
    TestedDocument test(slowExperiment());
    test.session.run({.steps = 100'000, .stopAt = std::numeric_limits<double>::infinity()});
    test.session.cancel();
    test.edit([](Experiment& experiment) { experiment.network.hidden = {4}; });
    test.run({.from = 0.01, .to = 1, .steps = 10});
    QCOMPARE(test.session.runs()[1].test.points.front().learningRate, 0.01);
    QVERIFY(test.session.runs()[1].hasEnded);
    QVERIFY(!test.session.isOutdated());
}

void RangeTestSessionTest::anotherDocumentDropsTheTest() {
    TestedDocument test(slowExperiment());
    test.session.run({.steps = 100'000, .stopAt = std::numeric_limits<double>::infinity()});
    QTRY_VERIFY_WITH_TIMEOUT(!test.session.runs()[0].test.points.empty(), 60'000);
    test.document.open(twoRuns(), {});
    QVERIFY(!test.session.isRunning());
    QVERIFY(test.session.experiment() == nullptr);
    QVERIFY(test.session.runs().empty());
    test.run({.steps = 10}); // nothing of the one before comes in
    QVERIFY(test.session.runs()[0].test.points.size() <= 10);
}

void RangeTestSessionTest::dataThatCannotBeReadAreAnError() {
    Experiment experiment = twoRuns();
    experiment.data = {};
    experiment.data.source = csvSource;
    experiment.data.path = "/nowhere/data.csv";
    TestedDocument test(experiment);
    test.run();
    QVERIFY(test.session.error());
    QVERIFY(
        QString::fromStdString(test.session.error()->what()).contains(QStringLiteral("data.csv")));
    QVERIFY(test.session.runs()[0].test.points.empty());
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::RangeTestSessionTest)
#include "range_test_session_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/dataset_loader.h"
#include "core/io/sweep_csv.h"
#include "core/training/trainer.h"
#include "tests/ui/learningrate/sweep_under_test.h"
#include "ui/learningrate/median_result.h"
#include "ui/learningrate/sweep_words.h"
#include "ui/session/trainer_factory.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QThread>

namespace reluscope::ui {

class SweepSessionTest : public QObject {
    Q_OBJECT

  private slots:
    void startUpSweepTellsItsStory();
    void resultsAreKeptForTheNextStart();
    void otherSettingsHaveOtherResults();
    void pausesAndGoesOn();
    void cancelKeepsWhatHasEndedAndRunGoesOn();
    void startOverRunsAllOnceMore();
    void damagedResultsAreToldAndReplaced();
    void openedCellIsTheSameRun();
    void divergedCellOpensASeedThatDiverged();
    void missingDataIsExplained();
    void unwritableFolderIsExplained();
    void gridBeyondMeasureIsExplained();
    void experimentThatChangesLeavesTheResultsInSight();
    void anotherPlanIsShownAtOnce();
    void lateResultsOfAnotherSweepAreDropped();
    void goesWithoutWaitingForTheSweep();
};

namespace {

std::vector<SweepResult> timeless(std::vector<SweepResult> results) {
    sortByCell(results);
    for (SweepResult& result : results) {
        result.seconds = 0;
    }
    return results;
}

/// So long that it goes on until it is stopped.
constexpr std::size_t endless = 1'000'000;

} // namespace

void SweepSessionTest::startUpSweepTellsItsStory() {
    const SweepUnderTest test(startUpExperiment());
    QCOMPARE(test.sweep->spec().cellCount(), std::size_t{9 * 6 * 3});
    QVERIFY(test.finish());
    QVERIFY(test.sweep->isComplete());
    QVERIFY(!test.sweep->error());

    const SweepSpec& spec = test.sweep->spec();
    const auto at = [&](const char* name, std::size_t rate) {
        const auto run = std::ranges::find(spec.experiment.runs, name, &RunSpec::name);
        return test.sweep
            ->summaries()[static_cast<std::size_t>(run - spec.experiment.runs.begin()) *
                              spec.rateCount() +
                          rate];
    };
    // More and more ReLUs die, until the network learns nothing any more.
    QVERIFY(at("ReLU", 0).deadFraction->median < 0.1);
    QVERIFY(at("ReLU", 8).deadFraction->median > 0.5);
    QVERIFY(at("ReLU", 4).testAccuracy->median > 0.95);
    QVERIFY(at("ReLU", 8).testAccuracy->median < 0.6);
    // Leaky ones live, but at the right edge their loss leaves the finite range.
    QVERIFY(at("Leaky ReLU", 7).deadFraction->median == 0);
    QVERIFY(at("Leaky ReLU", 8).diverged >= 1);
    // sigmoid is slow at every rate.
    for (std::size_t rate = 0; rate < spec.rateCount(); ++rate) {
        QVERIFY(at("sigmoid", rate).testAccuracy->median < 0.9);
    }
    QVERIFY(at("tanh", 8).trainLoss->median > at("tanh", 0).trainLoss->median);
}

void SweepSessionTest::resultsAreKeptForTheNextStart() {
    SweepUnderTest test;
    QVERIFY(test.finish());
    const auto results = timeless(test.sweep->results());
    QCOMPARE(results.size(), test.sweep->spec().cellCount());

    test.restart();
    QTRY_VERIFY_WITH_TIMEOUT(test.sweep->isComplete(), sweepPatience);
    QVERIFY(timeless(test.sweep->results()) == results);
    QVERIFY(!test.sweep->canRun());
}

void SweepSessionTest::otherSettingsHaveOtherResults() {
    SweepUnderTest test;
    QVERIFY(test.finish());
    test.setEpochs(3);
    QVERIFY(test.sweep->results().empty());
    QVERIFY(test.sweep->canRun());
    test.sweep->plan().undoStack().undo();
    QTRY_VERIFY_WITH_TIMEOUT(test.sweep->isComplete(), sweepPatience);
}

void SweepSessionTest::pausesAndGoesOn() {
    SweepUnderTest test;
    test.sweep->run();
    test.sweep->pause();
    QVERIFY(test.sweep->isUnderWay());
    QVERIFY(!test.sweep->isRunning());
    QVERIFY(test.sweep->canRun());
    QVERIFY(test.finish());
    QVERIFY(test.sweep->isComplete());
}

void SweepSessionTest::cancelKeepsWhatHasEndedAndRunGoesOn() {
    SweepUnderTest test;
    test.setEpochs(400);
    test.sweep->run();
    QTRY_VERIFY_WITH_TIMEOUT(!test.sweep->results().empty(), sweepPatience);
    test.sweep->cancel();
    QVERIFY(!test.sweep->isUnderWay());
    QVERIFY(!test.sweep->results().empty());
    QVERIFY(test.finish());
    QVERIFY(test.sweep->isComplete());

    // Stopped and continued, it comes to what an undisturbed sweep does.
    SweepUnderTest undisturbed;
    undisturbed.setEpochs(400);
    QVERIFY(undisturbed.finish());
    QVERIFY(timeless(test.sweep->results()) == timeless(undisturbed.sweep->results()));
}

void SweepSessionTest::startOverRunsAllOnceMore() {
    SweepUnderTest test;
    QVERIFY(test.finish());
    const auto results = timeless(test.sweep->results());
    test.sweep->startOver();
    QVERIFY(test.sweep->results().empty());
    QVERIFY(test.sweep->isRunning());
    QTRY_VERIFY_WITH_TIMEOUT(test.sweep->isComplete(), sweepPatience);
    QVERIFY(timeless(test.sweep->results()) == results);
}

void SweepSessionTest::damagedResultsAreToldAndReplaced() {
    SweepUnderTest test;
    QVERIFY(test.finish());
    test.sweep.reset();
    const QStringList files = QDir(test.folder.path()).entryList({"*.csv"});
    QCOMPARE(files.size(), 1);
    QFile file(test.folder.filePath(files.front()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("this is no table\n");
    file.close();

    test.restart();
    QTRY_VERIFY_WITH_TIMEOUT(test.sweep->error().has_value(), sweepPatience);
    QVERIFY(test.finish());
    QVERIFY(test.sweep->isComplete());
    QVERIFY(!test.sweep->error());
}

void SweepSessionTest::openedCellIsTheSameRun() {
    SweepUnderTest test;
    QVERIFY(test.finish());
    constexpr std::size_t run = 1;
    constexpr std::size_t rate = 4;
    const SweepResult* median = medianResult(test.sweep->results(), run, rate);
    QVERIFY(median != nullptr && median->figures);
    const auto& summary = test.sweep->summaries()[run * test.sweep->spec().rateCount() + rate];
    QCOMPARE(median->figures->trainLoss, summary.trainLoss->median);

    const Experiment opened = *test.sweep->experimentAt(run, rate);
    Trainer trainer(opened, std::make_shared<Dataset>(loadDataset(opened.data, {})), &steadyClock,
                    1e12);
    while (trainer.epoch() < opened.training.epochs) {
        trainer.trainBatches(1);
    }
    const auto record = trainer.record(0, true, {});
    QCOMPARE(record->trainLoss, median->figures->trainLoss);
    QCOMPARE(record->measured->testLoss, median->figures->testLoss);
    QCOMPARE(record->measured->deadFraction, median->figures->deadFraction);
}

void SweepSessionTest::divergedCellOpensASeedThatDiverged() {
    const auto result = [](std::size_t seed, std::optional<double> loss) {
        SweepResult made{.cell = {.run = 0, .rate = 0, .seed = seed}};
        made.status = loss ? RunStatus::Finished : RunStatus::Diverged;
        if (loss) {
            made.figures = SweepResult::Figures{.trainLoss = *loss};
        }
        return made;
    };
    const std::vector mostly{result(2, std::nullopt), result(0, 0.5), result(1, std::nullopt)};
    QCOMPARE(medianResult(mostly, 0, 0)->cell.seed, std::size_t{1});
    const std::vector rarely{result(2, std::nullopt), result(0, 0.5), result(1, 0.25)};
    QCOMPARE(medianResult(rarely, 0, 0)->cell.seed, std::size_t{1});
    QVERIFY(medianResult(mostly, 0, 1) == nullptr);
}

void SweepSessionTest::missingDataIsExplained() {
    Experiment experiment = SweepUnderTest::shortExperiment();
    experiment.data = {};
    experiment.data.source = "csv";
    experiment.data.path = "/nowhere/data.csv";
    experiment.data.target = "y";
    const SweepUnderTest test(experiment);
    QVERIFY(test.finish());
    QVERIFY(test.sweep->error());
    QCOMPARE(test.sweep->error()->file(), std::string("/nowhere/data.csv"));
    QVERIFY(test.sweep->results().empty());
}

void SweepSessionTest::unwritableFolderIsExplained() {
    SweepUnderTest test;
    QFile file(test.folder.filePath("file"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    test.sweep = std::make_unique<SweepSession>(test.document,
                                                test.folder.filePath("file/below").toStdString());
    QVERIFY(test.finish());
    QVERIFY(test.sweep->error());
}

void SweepSessionTest::gridBeyondMeasureIsExplained() {
    SweepUnderTest test;
    test.sweep->plan().edit({}, [](SweepSettings& settings) { settings.seeds = 1'000'000; });
    QTRY_VERIFY_WITH_TIMEOUT(test.sweep->error().has_value(), sweepPatience);
    QVERIFY(test.finish());
    QCOMPARE(test.sweep->error()->place(), std::string("seeds"));
    QVERIFY(test.sweep->results().empty());
    QVERIFY(QDir(test.folder.path()).entryList({"*.csv"}).isEmpty());
}

void SweepSessionTest::experimentThatChangesLeavesTheResultsInSight() {
    SweepUnderTest test;
    QVERIFY(test.finish());
    test.document.edit({}, [](Experiment& experiment) { ++experiment.network.seed; });
    QVERIFY(test.sweep->isOutdated());
    QVERIFY(test.sweep->isComplete());
    test.document.undoStack().undo();
    QVERIFY(!test.sweep->isOutdated());

    test.document.edit({}, [](Experiment& experiment) { ++experiment.network.seed; });
    test.sweep->run();
    QVERIFY(!test.sweep->isOutdated());
    QCOMPARE(test.sweep->spec().experiment.network.seed, test.document.experiment().network.seed);
    QTRY_VERIFY_WITH_TIMEOUT(test.sweep->isComplete(), sweepPatience);
}

void SweepSessionTest::anotherPlanIsShownAtOnce() {
    SweepUnderTest test;
    QVERIFY(test.finish());
    QSignalSpy shown(test.sweep.get(), &SweepSession::shownChanged);
    test.sweep->plan().edit({}, [](SweepSettings& settings) { settings.rangeTest.steps = 50; });
    QCOMPARE(shown.size(), 0); // no part of the sweep
    test.sweep->plan().edit({}, [](SweepSettings& settings) { settings.seeds = 1; });
    QCOMPARE(shown.size(), 1);
    QCOMPARE(test.sweep->spec().seedCount, std::size_t{1});
}

void SweepSessionTest::lateResultsOfAnotherSweepAreDropped() {
    SweepUnderTest test;
    const auto cancelWithResultsUntold = [&test] {
        test.sweep->run();
        QTRY_VERIFY_WITH_TIMEOUT(!test.sweep->results().empty(), sweepPatience);
        QThread::msleep(100); // in which more come, but nobody asks for them
        test.sweep->cancel();
    };
    cancelWithResultsUntold();
    test.sweep->plan().edit({}, [](SweepSettings& settings) {
        settings.rates = 2;
        settings.seeds = 1;
    });
    test.sweep->run();
    test.sweep->cancel();
    QTest::qWait(300); // in which they would come
    QVERIFY(test.sweep->results().empty());
    QVERIFY(test.finish());
    QCOMPARE(test.sweep->results().size(), test.sweep->spec().cellCount());

    test.sweep->plan().undoStack().undo();
    cancelWithResultsUntold();
    test.sweep->plan().edit({}, [&test](SweepSettings& settings) {
        for (const RunSpec& run : test.sweep->spec().experiment.runs) {
            settings.chosenRows[{SweepAxis::Activations, run.name}] = false;
        }
    });
    QTest::qWait(300);
    QCOMPARE(test.sweep->spec().runCount(), std::size_t{0});
    QVERIFY(test.sweep->results().empty());
    QVERIFY(!test.sweep->error());
}

void SweepSessionTest::goesWithoutWaitingForTheSweep() {
    SweepUnderTest test;
    test.setEpochs(endless);
    test.sweep->run();
    QTRY_VERIFY_WITH_TIMEOUT(test.sweep->secondsLeft().has_value(), sweepPatience);
    QVERIFY(!timeLeftWords(*test.sweep).isEmpty());
    test.sweep.reset(); // would last for hours
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::SweepSessionTest)
#include "sweep_session_test.moc"

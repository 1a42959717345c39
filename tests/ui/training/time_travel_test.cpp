// SPDX-License-Identifier: GPL-3.0-or-later
// A session that goes back in time, and on from there.
#include "tests/ui/window_under_test.h"
#include "ui/controls/number_field.h"
#include "ui/session/experiment_document.h"
#include "ui/session/training_session.h"
#include "ui/shell/experiment_files.h"

#include <QAction>
#include <QComboBox>
#include <QPushButton>
#include <QTest>

#include <algorithm>
#include <limits>

namespace reluscope::ui {

namespace {

Experiment shortExperiment() {
    Experiment experiment = startUpExperiment();
    experiment.training.epochs = 12;
    return experiment;
}

/// A session that has trained to the end.
struct Trained {
    Trained()
        : document(shortExperiment())
        , session(document) {
        session.setSpeed(std::numeric_limits<double>::infinity());
        session.play();
    }

    bool isAtRest() const {
        return !session.isLoading() && !session.isTraining() && session.progress().epoch == 12;
    }

    ExperimentDocument document;
    TrainingSession session;
};

} // namespace

class TimeTravelTest : public QObject {
    Q_OBJECT

  private slots:
    void thePastIsShownAndLeft();
    void changesGoIntoTheDocument();
    void aRunGoesOnFromThere();
    void aRunGoesOnAtAnotherRate();
    void theFormAsksForRunAndRate();
    void stoppedRunsAreToldOf();
    void memoryForThePastIsChosen();
};

void TimeTravelTest::thePastIsShownAndLeft() {
    Trained trained;
    QTRY_VERIFY(trained.isAtRest());
    trained.session.show(5);
    QCOMPARE(trained.session.pastEpoch(), std::optional<std::size_t>(5));
    for (std::size_t run = 0; run < trained.session.history().size(); ++run) {
        QTRY_COMPARE(trained.session.history()[run].shown()->epoch, std::size_t{5});
    }
    QTRY_COMPARE(trained.session.progress().shownEpoch, std::optional<std::size_t>(5));
    QCOMPARE(trained.session.progress().epoch, std::size_t{12});
    trained.session.trainEpoch();
    QVERIFY(!trained.session.pastEpoch());
    QTRY_COMPARE(trained.session.progress().epoch, std::size_t{13});
    QTRY_COMPARE(trained.session.history()[0].shown()->epoch, std::size_t{13});
}

void TimeTravelTest::changesGoIntoTheDocument() {
    Trained trained;
    QTRY_VERIFY(trained.isAtRest());
    trained.document.edit(QStringLiteral("rate"), [](Experiment& experiment) {
        experiment.training.optimizer.learningRate = 0.25;
    });
    const auto& changes = trained.document.experiment().training.changes;
    QTRY_COMPARE(changes.size(), 2 * trained.document.experiment().runs.size());
    QCOMPARE(trained.session.progress().epoch, std::size_t{12});
    QCOMPARE(changes.back().step, std::size_t{240});
    trained.session.rewind();
    QVERIFY(changes.empty());
    QTRY_COMPARE(trained.session.progress().epoch, std::size_t{0});
    trained.document.undoStack().undo();
    QVERIFY(!changes.empty());
}

void TimeTravelTest::aRunGoesOnFromThere() {
    Trained trained;
    QTRY_VERIFY(trained.isAtRest());
    trained.session.show(5);
    QTRY_COMPARE(trained.session.history()[0].shown()->epoch, std::size_t{5});
    trained.session.continueFromHere(0, trained.session.learningRateOf(0));
    QCOMPARE(trained.document.experiment().runs.size(), std::size_t{5});
    QTRY_COMPARE(trained.session.history().size(), std::size_t{5});
    QTRY_VERIFY(trained.isAtRest());
    const RunHistory& parent = trained.session.history()[0];
    const RunHistory& branch = trained.session.history()[4];
    QCOMPARE(branch.last()->epoch, std::size_t{12});
    QCOMPARE(branch.trainLoss().back(), parent.trainLoss().back()); // the settings are the same
    QCOMPARE(parent.last()->epoch, std::size_t{12});
}

void TimeTravelTest::aRunGoesOnAtAnotherRate() {
    Trained trained;
    QTRY_VERIFY(trained.isAtRest());
    trained.session.show(5);
    QTRY_COMPARE(trained.session.history()[0].shown()->epoch, std::size_t{5});
    trained.session.continueFromHere(0, 0.01);
    QTRY_COMPARE(trained.session.history().size(), std::size_t{5});
    QTRY_VERIFY(trained.isAtRest());
    const RunHistory& parent = trained.session.history()[0];
    const RunHistory& branch = trained.session.history()[4];
    QCOMPARE(branch.trainLoss()[5], parent.trainLoss()[5]);
    QVERIFY(branch.trainLoss().back() != parent.trainLoss().back());
    QCOMPARE(branch.last()->learningRate, 0.01);
    const std::vector<double> before = branch.trainLoss();

    // The experiment that comes of it trains the same way again, from epoch 0.
    ExperimentDocument document(trained.document.experiment());
    TrainingSession again(document);
    again.setSpeed(std::numeric_limits<double>::infinity());
    again.play();
    QTRY_VERIFY(!again.isLoading() && !again.isTraining() && again.progress().epoch == 12);
    QCOMPARE(again.history()[4].trainLoss().back(), before.back());
}

void TimeTravelTest::theFormAsksForRunAndRate() {
    WindowUnderTest test(shortExperiment());
    test.session.setSpeed(std::numeric_limits<double>::infinity());
    test.session.play();
    QTRY_VERIFY(!test.session.isTraining() && test.session.progress().epoch == 12);
    auto* button = test.find<QPushButton>("continueFromHere");
    QVERIFY(!button->isEnabled());
    test.session.show(5);
    QVERIFY(button->isEnabled());
    QTRY_COMPARE(test.session.history()[2].shown()->epoch, std::size_t{5});
    button->click();
    auto* rate = test.find<NumberField>("branchRate");
    auto* run = test.find<QComboBox>("branchRun");
    QVERIFY(rate != nullptr && rate->isVisible());
    QCOMPARE(run->count(), 4);
    QCOMPARE(rate->value(), test.session.learningRateOf(0));
    run->setCurrentIndex(2);
    rate->selectAll();
    QTest::keyClicks(rate, QStringLiteral("0.0x"));
    QTest::keyClick(rate, Qt::Key_Return);
    QCOMPARE(test.document.experiment().runs.size(), std::size_t{4}); // it says what is wrong
    rate->selectAll();
    QTest::keyClicks(rate, QStringLiteral("0.02"));
    QTest::keyClick(rate, Qt::Key_Return);
    QCOMPARE(test.document.experiment().runs.size(), std::size_t{5});
    const RunSpec& branch = test.document.experiment().runs.back();
    QCOMPARE(branch.learningRate, std::optional(0.02));
    QCOMPARE(branch.activations.front().info,
             test.document.experiment().runs[2].activations[0].info);
    QTRY_VERIFY(!test.window->findChild<QWidget*>(QStringLiteral("branchForm")));
}

void TimeTravelTest::stoppedRunsAreToldOf() {
    Experiment experiment = shortExperiment();
    experiment.training.stop.trainLoss = 1e6; // whatever it is
    WindowUnderTest test(experiment);
    test.session.setSpeed(std::numeric_limits<double>::infinity());
    test.session.play();
    QTRY_VERIFY(!test.session.history().empty() && test.session.history().back().stop());
    QTRY_VERIFY(!test.session.isTraining());
    QCOMPARE(test.session.progress().epoch, std::size_t{1});
    for (const RunHistory& history : test.session.history()) {
        QCOMPARE(history.stop()->epoch, std::size_t{1});
        QCOMPARE(history.lastMeasured()->epoch, std::size_t{1});
    }
    test.document.edit({}, [](Experiment& e) { e.training.stop = {}; });
    QTRY_VERIFY(!test.session.history().front().stop());
    test.session.play();
    QTRY_COMPARE(test.session.progress().epoch, std::size_t{12});
}

void TimeTravelTest::memoryForThePastIsChosen() {
    constexpr std::size_t megabyte = std::size_t{1} << 20U;
    WindowUnderTest test;
    QTRY_VERIFY(test.isAtEpochZero());
    const auto choice = [&test](const QString& text) {
        const auto actions = test.window->findChildren<QAction*>();
        const auto found = std::ranges::find(actions, text, &QAction::text);
        return found == actions.end() ? nullptr : *found;
    };
    QCOMPARE(test.session.historyLimit(), 256 * megabyte);
    QVERIFY(choice(QStringLiteral("256 MB"))->isChecked());
    choice(QStringLiteral("64 MB"))->trigger();
    QCOMPARE(test.session.historyLimit(), 64 * megabyte);
    QVERIFY(!choice(QStringLiteral("256 MB"))->isChecked());
    QVERIFY(test.isAtEpochZero()); // nothing starts afresh
    test.session.setHistoryLimit(100 * megabyte);
    test.language.setCode(QStringLiteral("zh_CN"));
    QVERIFY(choice(QStringLiteral("100 MB"))->isChecked());
    test.language.setCode(QStringLiteral("en"));
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::TimeTravelTest)
#include "time_travel_test.moc"

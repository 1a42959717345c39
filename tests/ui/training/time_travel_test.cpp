// SPDX-License-Identifier: GPL-3.0-or-later
// A session that goes back in time, and on from there.
#include "ui/session/experiment_document.h"
#include "ui/session/training_session.h"
#include "ui/shell/experiment_files.h"

#include <QTest>

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
    trained.session.continueFromHere(0);
    QCOMPARE(trained.document.experiment().runs.size(), std::size_t{5});
    QTRY_COMPARE(trained.session.history().size(), std::size_t{5});
    QTRY_VERIFY(trained.isAtRest());
    const RunHistory& parent = trained.session.history()[0];
    const RunHistory& branch = trained.session.history()[4];
    QCOMPARE(branch.last()->epoch, std::size_t{12});
    QCOMPARE(branch.trainLoss().back(), parent.trainLoss().back()); // the settings are the same
    QCOMPARE(parent.last()->epoch, std::size_t{12});
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::TimeTravelTest)
#include "time_travel_test.moc"

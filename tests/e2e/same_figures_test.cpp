// SPDX-License-Identifier: GPL-3.0-or-later
// The window and the command line find the same figures, to the bit, at whatever pace.
#include "app/cli/train_json_lines.h"
#include "core/io/experiment_file.h"
#include "tests/e2e/experiments.h"
#include "ui/session/experiment_document.h"
#include "ui/session/training_session.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <nlohmann/json.hpp>

#include <limits>
#include <map>

namespace reluscope::ui {
namespace {

constexpr int patience = 120'000; // milliseconds, on a machine that does other things
constexpr double fullSpeed = std::numeric_limits<double>::infinity();

void writeText(const QString& path, const QByteArray& text) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

/// Without the time it took, which alone may differ.
QString untimed(QString line) {
    static const QRegularExpression seconds(QStringLiteral(",\"seconds\":[^,}]*"));
    return line.remove(seconds).trimmed();
}

/// What the command line prints of one experiment: by run and epoch, and by run that diverged.
struct Printed {
    std::map<std::pair<std::string, std::size_t>, QString> epochs;
    std::map<std::string, QString> divergences;
};

Printed printedOf(const QString& path) {
    QProcess program;
    program.start(RELUSCOPE_CLI, {"train", path, "--json"});
    Printed printed;
    if (!program.waitForFinished(patience) || program.exitCode() != 0) {
        qWarning("%s", program.readAllStandardError().constData());
        return printed;
    }
    for (const QByteArray& text : program.readAllStandardOutput().split('\n')) {
        const auto line = nlohmann::json::parse(text.toStdString(), nullptr, false);
        if (line.is_discarded()) {
            continue;
        }
        const std::string event = line.at("event");
        if (event == "epoch") {
            printed.epochs[{line.at("run"), line.at("epoch")}] = untimed(QString::fromUtf8(text));
        } else if (event == "diverged") {
            printed.divergences[line.at("run")] = QString::fromUtf8(text);
        }
    }
    return printed;
}

/// The window's side of one experiment file.
struct Opened {
    explicit Opened(const QString& path)
        : document(readExperiment(path.toStdString()))
        , session((document.setSaved(path.toStdString()), document)) {}

    std::size_t epochs() const { return document.experiment().training.epochs; }
    bool isAtRest() const { return !session.isLoading() && !session.isTraining(); }
    bool isOver() const { return isAtRest() && session.progress().epoch == epochs(); }

    ExperimentDocument document;
    TrainingSession session;
};

void compare(const Printed& printed, const std::string& run, const EpochRecord& record) {
    const auto expected = printed.epochs.find({run, record.epoch});
    QVERIFY(expected != printed.epochs.end());
    QCOMPARE(untimed(QString::fromStdString(cli::epochLine(run, record))), expected->second);
}

/// Goes to every epoch there was, back and forth.
void compareByTravel(const Printed& printed, Opened& opened) {
    TrainingSession& session = opened.session;
    std::size_t compared = 0;
    for (std::size_t turn = 0; turn <= opened.epochs(); ++turn) {
        const std::size_t epoch = turn % 2 == 0 ? opened.epochs() - turn / 2 : turn / 2;
        session.show(epoch);
        for (std::size_t run = 0; run < session.history().size(); ++run) {
            const RunHistory& history = session.history()[run];
            const std::string& name = session.experiment()->runs[run].name;
            if (history.divergence() && history.divergence()->epoch <= epoch) {
                QCOMPARE(QString::fromStdString(cli::divergedLine(name, *history.divergence()))
                             .trimmed(),
                         printed.divergences.at(name));
                continue;
            }
            QTRY_VERIFY_WITH_TIMEOUT(history.shown() && history.shown()->epoch == epoch, patience);
            compare(printed, name, *history.shown());
            ++compared;
        }
    }
    QCOMPARE(compared, printed.epochs.size());
}

} // namespace

class SameFiguresTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();
    void atFullSpeed_data() { addExperiments(); }
    void atFullSpeed();
    void slowlyAndByHand_data() { addExperiments(); }
    void slowlyAndByHand();
    void withChangesOnRecord();

  private:
    static void addExperiments();
    QString write(const char* difference) const;

    QTemporaryDir m_folder;
};

void SameFiguresTest::initTestCase() {
    writeText(m_folder.filePath(QLatin1String(test::csvName)), test::csvText);
}

void SameFiguresTest::addExperiments() {
    QTest::addColumn<QByteArray>("difference");
    for (const auto& experiment : test::differentExperiments()) {
        QTest::newRow(experiment.name) << QByteArray(experiment.difference);
    }
}

QString SameFiguresTest::write(const char* difference) const {
    auto experiment = nlohmann::json::parse(test::commonExperiment);
    experiment.merge_patch(nlohmann::json::parse(difference));
    QString path = m_folder.filePath(QStringLiteral("one.reluscope.json"));
    writeText(path, QByteArray::fromStdString(experiment.dump()));
    return path;
}

void SameFiguresTest::atFullSpeed() {
    QFETCH(const QByteArray, difference);
    const QString path = write(difference);
    const Printed printed = printedOf(path);
    Opened opened(path);
    opened.session.setSpeed(fullSpeed);
    opened.session.play();
    QTRY_VERIFY_WITH_TIMEOUT(opened.isOver(), patience);
    compareByTravel(printed, opened);
}

void SameFiguresTest::slowlyAndByHand() {
    QFETCH(const QByteArray, difference);
    const QString path = write(difference);
    const Printed printed = printedOf(path);
    Opened opened(path);
    TrainingSession& session = opened.session;
    session.trainBatch();
    QTRY_VERIFY_WITH_TIMEOUT(opened.isAtRest() && !session.progress().isTraining, patience);
    session.trainEpoch();
    QTRY_VERIFY_WITH_TIMEOUT(opened.isAtRest() && session.progress().epoch == 1, patience);
    session.setSpeed(50);
    session.play();
    QTRY_VERIFY_WITH_TIMEOUT(opened.isOver(), patience);
    compareByTravel(printed, opened);
}

/// What was done by hand while it trained is saved, and done again by whoever trains it.
void SameFiguresTest::withChangesOnRecord() {
    Opened opened(write("{}"));
    TrainingSession& session = opened.session;
    const auto& changes = opened.document.experiment().training.changes;
    session.trainEpoch();
    QTRY_VERIFY_WITH_TIMEOUT(opened.isAtRest() && session.progress().epoch == 1, patience);
    session.changeUnit(0, ChangedField::Kill, {0, 3});
    QTRY_COMPARE_WITH_TIMEOUT(changes.size(), std::size_t{1}, patience);
    session.trainBatch();
    opened.document.edit({}, [](Experiment& experiment) {
        experiment.training.optimizer.learningRate = 0.07;
        experiment.training.optimizer.momentum = 0.5;
        experiment.training.batchSize = 15;
    });
    const std::size_t ofSettings = 2 * (2 + 2) + 2; // of both runs, and the batch of one for both
    QTRY_COMPARE_WITH_TIMEOUT(changes.size(), 1 + ofSettings, patience);
    session.setSpeed(fullSpeed);
    session.play();
    QTRY_VERIFY_WITH_TIMEOUT(opened.isOver(), patience);
    const QString path = m_folder.filePath(QStringLiteral("changed.reluscope.json"));
    writeText(path, QByteArray::fromStdString(writeExperiment(opened.document.experiment())));
    compareByTravel(printedOf(path), opened);
}

} // namespace reluscope::ui

QTEST_GUILESS_MAIN(reluscope::ui::SameFiguresTest)
#include "same_figures_test.moc"

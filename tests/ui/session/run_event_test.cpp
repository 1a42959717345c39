// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/run_event.h"
#include "ui/training/event_words.h"

#include <QTest>

namespace reluscope::ui {

namespace {

EpochRecord recordOf(std::size_t epoch, std::vector<UnitEvent> events, float slope = 0.25F) {
    EpochRecord record;
    record.epoch = epoch;
    EpochRecord::Measured& measured = record.measured.emplace();
    measured.learned = {{}, {slope}};
    measured.events = std::move(events);
    return record;
}

QStringList wordsOf(const RunEvents& events) {
    QStringList words;
    for (const RunEvent& event : events.all()) {
        words << eventWords(event);
    }
    return words;
}

} // namespace

class RunEventTest : public QObject {
    Q_OBJECT

  private slots:
    void unitsAreCountedByLayer();
    void slopesAreToldOfWhenTheyPassAStep();
    void aTurnedKnobIsOneEvent();
    void divergenceSaysWhere();
    void aStopSaysByWhichRule();
    void theOldestAreForgotten();
};

void RunEventTest::unitsAreCountedByLayer() {
    RunEvents events;
    events.add(std::nullopt,
               recordOf(3, {{0, 1, true}, {0, 4, true}, {1, 0, true}, {1, 2, false}}));
    events.add(std::nullopt, recordOf(4, {{1, 0, false}}));
    events.add(std::nullopt, recordOf(5, {}));
    QCOMPARE(wordsOf(events), QStringList({QStringLiteral("layer 1 lost 2 units"),
                                           QStringLiteral("layer 2 lost 1 unit, 1 revived"),
                                           QStringLiteral("layer 2: 1 revived")}));
    QCOMPARE(events.all().back().epoch, std::size_t{4});
}

void RunEventTest::slopesAreToldOfWhenTheyPassAStep() {
    RunEvents events;
    std::optional<EpochRecord> before;
    std::size_t epoch = 0;
    for (const float slope : {0.25F, 0.27F, 0.29F, 0.08F, 0.081F}) {
        const EpochRecord record = recordOf(epoch++, {}, slope);
        events.add(before, record);
        before = record;
    }
    QCOMPARE(wordsOf(events), QStringList({QStringLiteral("PReLU slope of layer 2 is now 0.08")}));
}

void RunEventTest::aTurnedKnobIsOneEvent() {
    Experiment experiment;
    experiment.runs.resize(1);
    experiment.runs[0].name = "a";
    RunEvents events;
    events.add(experiment, {"a", 0, ChangedField::LearningRate, 1.0}, 4);
    events.add(experiment, {"a", 9, ChangedField::LearningRate, 0.5}, 4);
    events.add(experiment, {"a", 10, ChangedField::LearningRate, 0.4}, 4);
    events.add(experiment, {"a", 11, ChangedField::Kill, UnitPlace{1, 2}}, 5);
    QCOMPARE(wordsOf(events), QStringList({QStringLiteral("learning rate set to 0.4"),
                                           QStringLiteral("unit 3 of layer 2 was killed")}));
}

void RunEventTest::divergenceSaysWhere() {
    RunEvents events;
    events.add(0, {.epoch = 2, .step = 412, .layer = 3});
    QCOMPARE(
        wordsOf(events),
        QStringList({QStringLiteral("diverged: layer 3 first left the finite range at step 412")}));
}

void RunEventTest::aStopSaysByWhichRule() {
    RunEvents events;
    events.setStop(0, Stop{12, StopReason::Accuracy, 0.95});
    events.setStop(1, Stop{14, StopReason::Loss, 0.01});
    events.setStop(2, Stop{40, StopReason::NoProgress, 20});
    QCOMPARE(wordsOf(events), QStringList({QStringLiteral("stopped at 95 % training accuracy"),
                                           QStringLiteral("stopped at training loss 0.01"),
                                           QStringLiteral("stopped: no progress for 20 epochs")}));
    QCOMPARE(events.all().front().epoch, std::size_t{12});
    events.setStop(0, std::nullopt);
    QCOMPARE(events.size(), std::size_t{2});
    events.setStop(2, Stop{30, StopReason::NoProgress, 1});
    QCOMPARE(wordsOf(events).back(), QStringLiteral("stopped: no progress for 1 epoch"));
}

void RunEventTest::theOldestAreForgotten() {
    RunEvents events;
    for (std::size_t epoch = 1; epoch <= RunEvents::capacity + 5; ++epoch) {
        events.add(std::nullopt, recordOf(epoch, {{0, 1, true}}));
    }
    QCOMPARE(events.size(), RunEvents::capacity);
    QCOMPARE(events.all().front().epoch, std::size_t{6});
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::RunEventTest)
#include "run_event_test.moc"

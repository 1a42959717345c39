// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/time_line.h"

#include <QSignalSpy>
#include <QTest>

namespace reluscope::ui {

class TimeLineTest : public QObject {
    Q_OBJECT

  private slots:
    void keysMoveTheHandle();
    void theHandleIsDraggedButNotIntoTheFuture();
    void longNumbersPushTheTrackAside();
    void itsNameTellsTheEpoch();
};

void TimeLineTest::keysMoveTheHandle() {
    TimeLine line;
    line.setEpochs(42, 60, std::nullopt);
    std::size_t asked = 99;
    connect(&line, &TimeLine::epochRequested, this, [&](std::size_t epoch) {
        asked = epoch;
        line.setEpochs(42, 60, epoch == 42 ? std::nullopt : std::optional(epoch));
    });
    const auto after = [&](Qt::Key key) {
        QTest::keyClick(&line, key);
        return asked;
    };
    QCOMPARE(after(Qt::Key_Right), std::size_t{99}); // there is no future yet
    QCOMPARE(after(Qt::Key_Left), std::size_t{41});
    QCOMPARE(after(Qt::Key_PageDown), std::size_t{35});
    QCOMPARE(after(Qt::Key_PageUp), std::size_t{41});
    QCOMPARE(after(Qt::Key_Home), std::size_t{0});
    QCOMPARE(after(Qt::Key_Right), std::size_t{1});
    QCOMPARE(after(Qt::Key_End), std::size_t{42});
}

void TimeLineTest::theHandleIsDraggedButNotIntoTheFuture() {
    TimeLine line;
    line.resize(600, line.sizeHint().height());
    line.setEpochs(30, 60, std::nullopt);
    QSignalSpy spy(&line, &TimeLine::epochRequested);
    QTest::mousePress(&line, Qt::LeftButton, {}, QPoint(590, 36));
    QCOMPARE(spy.size(), 0);
    QTest::mouseMove(&line, QPoint(590, 36));
    QTest::mousePress(&line, Qt::LeftButton, {}, QPoint(110, 36));
    QCOMPARE(spy.size(), 1);
    QVERIFY(spy.last()[0].value<std::size_t>() <= 1);
}

void TimeLineTest::longNumbersPushTheTrackAside() {
    TimeLine line;
    line.resize(600, line.sizeHint().height());
    QSignalSpy spy(&line, &TimeLine::epochRequested);
    const QPoint nearStart(150, 36);
    line.setEpochs(60, 60, std::nullopt);
    QTest::mousePress(&line, Qt::LeftButton, {}, nearStart);
    QCOMPARE(spy.size(), 1);
    line.setEpochs(2'000'000'000, 2'000'000'000, std::nullopt);
    QTest::mousePress(&line, Qt::LeftButton, {}, nearStart);
    QCOMPARE(spy.size(), 1); // there the figure stands now
}

void TimeLineTest::itsNameTellsTheEpoch() {
    TimeLine line;
    line.setEpochs(42, 60, 7);
    QCOMPARE(line.accessibleName(), QStringLiteral("Time line: epoch 7 of 60"));
    QCOMPARE(line.shownEpoch(), std::size_t{7});
    line.setEpochs(70, 60, std::nullopt);
    QCOMPARE(line.accessibleName(), QStringLiteral("Time line: epoch 70 of 70"));
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::TimeLineTest)
#include "time_line_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/redraw_queue.h"

#include <QEvent>
#include <QTest>

#include <algorithm>

namespace reluscope::ui {

namespace {

struct Redraw {
    std::size_t view;
    int frame;
};

/// A queue of views that note in which frame they were redrawn.
class Frames : public QObject {
  public:
    explicit Frames(std::size_t views) {
        m_queue.installEventFilter(this);
        for (std::size_t view = 0; view < views; ++view) {
            m_queue.addView([this, view] { m_redraws.push_back({view, m_frame}); });
        }
    }

    RedrawQueue& queue() { return m_queue; }
    int frame() const { return m_frame; }
    const std::vector<Redraw>& redraws() const { return m_redraws; }
    std::ptrdiff_t redrawsOf(std::size_t view) const {
        return std::ranges::count(m_redraws, view, &Redraw::view);
    }
    /// Waits until nothing is left to redraw.
    bool settle() {
        int before = -1;
        for (int i = 0; i < 100 && before != m_frame; ++i) {
            before = m_frame;
            QTest::qWait(100);
        }
        return before == m_frame;
    }

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        m_frame += event->type() == QEvent::Timer ? 1 : 0;
        return QObject::eventFilter(watched, event);
    }

  private:
    RedrawQueue m_queue;
    int m_frame = 0;
    std::vector<Redraw> m_redraws;
};

} // namespace

class RedrawQueueTest : public QObject {
    Q_OBJECT

  private slots:
    void nothingIsRedrawnAtOnce();
    void atMostTwoViewsAreRedrawnAFrame();
    void manyRequestsRedrawOnce();
    void laterRequestRedrawsAgain();
    void idleQueueStopsItsTimer();
    void restlessViewsLeaveTheirTurnToOthers();
};

void RedrawQueueTest::nothingIsRedrawnAtOnce() {
    Frames frames(1);
    frames.queue().request(0);
    QVERIFY(frames.redraws().empty());
    QTRY_COMPARE(frames.redrawsOf(0), 1);
}

void RedrawQueueTest::atMostTwoViewsAreRedrawnAFrame() {
    Frames frames(5);
    frames.queue().requestAll();
    QVERIFY(frames.settle());
    QCOMPARE(frames.redraws().size(), std::size_t{5});
    for (std::size_t view = 0; view < 5; ++view) {
        QCOMPARE(frames.redrawsOf(view), 1);
    }
    const int first = frames.redraws().front().frame;
    for (std::size_t i = 0; i < 5; ++i) {
        QCOMPARE(frames.redraws()[i].frame, first + static_cast<int>(i) / 2);
    }
}

void RedrawQueueTest::manyRequestsRedrawOnce() {
    Frames frames(3);
    for (int i = 0; i < 10; ++i) {
        frames.queue().request(1);
    }
    QVERIFY(frames.settle());
    QCOMPARE(frames.redraws().size(), std::size_t{1});
    QCOMPARE(frames.redraws().front().view, std::size_t{1});
}

void RedrawQueueTest::laterRequestRedrawsAgain() {
    Frames frames(1);
    frames.queue().request(0);
    QVERIFY(frames.settle());
    frames.queue().request(0);
    QVERIFY(frames.settle());
    QCOMPARE(frames.redrawsOf(0), 2);
}

void RedrawQueueTest::idleQueueStopsItsTimer() {
    Frames frames(2);
    frames.queue().requestAll();
    QVERIFY(frames.settle());
    const int before = frames.frame();
    QTest::qWait(100);
    QCOMPARE(frames.frame(), before);
}

void RedrawQueueTest::restlessViewsLeaveTheirTurnToOthers() {
    RedrawQueue queue;
    for (const std::size_t view : {0U, 1U}) {
        queue.addView([&queue, view] { queue.request(view); });
    }
    int redrawn = 0;
    const std::size_t patient = queue.addView([&redrawn] { ++redrawn; });
    queue.requestAll();
    QTRY_COMPARE(redrawn, 1);
    queue.request(patient);
    QTRY_COMPARE(redrawn, 2);
}

} // namespace reluscope::ui

QTEST_GUILESS_MAIN(reluscope::ui::RedrawQueueTest)
#include "redraw_queue_test.moc"

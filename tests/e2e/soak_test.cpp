// SPDX-License-Identifier: GPL-3.0-or-later
// A million epochs in the window: neither memory nor the time of a frame grows.
#include "tests/ui/window_under_test.h"

#include <QFile>

#include <algorithm>
#include <ctime>
#include <limits>

namespace reluscope::ui {
namespace {

constexpr std::size_t warmUp = 100'000; // epochs: past it, histories and snapshots are full
constexpr std::size_t last = 1'000'000;
constexpr int patience = 1'500'000; // milliseconds

Experiment smallExperiment() {
    Experiment experiment = startUpExperiment();
    experiment.data.train = 20;
    experiment.data.test = 20;
    experiment.network.hidden = {4};
    experiment.runs.resize(1);
    experiment.training.optimizer.learningRate = 0.01;
    experiment.training.epochs = last;
    return experiment;
}

double residentMegabytes() {
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly)) {
        return 0;
    }
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:")) {
            return line.simplified().split(' ').value(1).toDouble() / 1024;
        }
    }
    return 0;
}

/// Of the thread of the window, so that what else the machine does makes no difference.
double processorSeconds() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

/// What one frame takes with everything drawn anew: the median of some.
double frameMilliseconds(WindowUnderTest& test) {
    constexpr int frames = 21;
    std::vector<double> times;
    for (int frame = 0; frame < frames; ++frame) {
        QTest::qWait(20); // there is something new to draw
        const double before = processorSeconds();
        test.window->grab();
        times.push_back(1e3 * (processorSeconds() - before));
    }
    std::ranges::nth_element(times, times.begin() + frames / 2);
    return times[frames / 2];
}

} // namespace

class SoakTest : public QObject {
    Q_OBJECT

  private slots:
    void aMillionEpochs();
};

void SoakTest::aMillionEpochs() {
    WindowUnderTest test(smallExperiment());
    test.window->setPage(Page::Training);
    QTRY_VERIFY(test.isAtEpochZero());
    test.session.setSpeed(std::numeric_limits<double>::infinity());
    test.session.play();
    QTRY_VERIFY_WITH_TIMEOUT(test.epochsOf(0) >= warmUp, patience);
    const double memoryBefore = residentMegabytes();
    const double frameBefore = frameMilliseconds(test);
    QTRY_VERIFY_WITH_TIMEOUT(test.epochsOf(0) >= last, patience);
    const double memoryAfter = residentMegabytes();
    const double frameAfter = frameMilliseconds(test);
    qInfo("%.1f MB and %.2f ms a frame after %zu epochs, %.1f MB and %.2f ms after %zu",
          memoryBefore, frameBefore, warmUp, memoryAfter, frameAfter, last);
    constexpr double grain = 24; // megabytes by which an allocator's heap comes and goes
    QVERIFY(memoryBefore > 0);
    QVERIFY2(memoryAfter < memoryBefore + grain, "memory grows");
    QVERIFY2(frameAfter < 2 * frameBefore, "frames take longer");
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::SoakTest)
#include "soak_test.moc"

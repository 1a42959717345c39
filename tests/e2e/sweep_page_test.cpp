// SPDX-License-Identifier: GPL-3.0-or-later
// A sweep in the program as it is installed, by the hand and the ear of somebody who does not see
// it.
#include "tests/ui/accessibility_bus.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

namespace reluscope::ui {

class SweepPageTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();
    void sweepsAndOpensACell();
    void cleanupTestCase();

  private:
    QTemporaryDir m_data;
    QProcess m_program;
    std::optional<AccessibilityBus> m_bus;
};

namespace {

constexpr int patience = 60'000; // milliseconds, on a machine that does other things

} // namespace

void SweepPageTest::initTestCase() {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_DATA_HOME"), m_data.path());
    m_program.setProcessEnvironment(environment);
    m_program.setProcessChannelMode(QProcess::ForwardedChannels);
    m_program.start(RELUSCOPE_PROGRAM, {"--language", "en", "--page", "learning-rate"});
    QVERIFY(m_program.waitForStarted());
    m_bus.emplace();
    QVERIFY(m_bus->isConnected());
    QTRY_VERIFY_WITH_TIMEOUT(m_bus->find(QStringLiteral("Final loss"), true), patience);
}

void SweepPageTest::sweepsAndOpensACell() {
    const auto map = m_bus->find(QStringLiteral("Final loss"), true);
    const auto describe = [&] { return m_bus->property(*map, QStringLiteral("Description")); };
    QTRY_VERIFY2_WITH_TIMEOUT(describe().startsWith(QStringLiteral("0 of 162 runs")),
                              qPrintable(describe()), patience);
    const auto run = m_bus->find(QStringLiteral("Run"));
    QVERIFY(run && m_bus->act(*run, QStringLiteral("Press")));
    QTRY_VERIFY2_WITH_TIMEOUT(describe().startsWith(QStringLiteral("162 of 162 runs. ReLU: best")),
                              qPrintable(describe()), patience);

    QVERIFY(m_bus->act(*map, QStringLiteral("Next cell")));
    QVERIFY(m_bus->act(*map, QStringLiteral("Next row")));
    QTRY_VERIFY2_WITH_TIMEOUT(
        describe().startsWith(QStringLiteral("Leaky ReLU at rate 0.024: loss ")),
        qPrintable(describe()), patience);
    QVERIFY(m_bus->act(*map, QStringLiteral("Open")));
    const auto isTraining = [this] {
        const auto loss = m_bus->find(QStringLiteral("Loss per epoch"), true);
        if (!loss) {
            return false;
        }
        const QString words = m_bus->property(*loss, QStringLiteral("Description"));
        return words.contains(QStringLiteral("Leaky ReLU"));
    };
    QTRY_VERIFY_WITH_TIMEOUT(isTraining(), patience);
    // It trains at once, and there is one run only.
    QTRY_VERIFY_WITH_TIMEOUT(m_bus->find(QStringLiteral("Units of Leaky ReLU")) &&
                                 !m_bus->find(QStringLiteral("Units of ReLU")),
                             patience);
}

void SweepPageTest::cleanupTestCase() {
    m_program.terminate();
    if (!m_program.waitForFinished()) {
        m_program.kill();
        m_program.waitForFinished();
    }
}

} // namespace reluscope::ui

QTEST_GUILESS_MAIN(reluscope::ui::SweepPageTest)
#include "sweep_page_test.moc"

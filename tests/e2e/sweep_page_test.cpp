// SPDX-License-Identifier: GPL-3.0-or-later
// A sweep in the program as it is installed, by the hand and the ear of somebody who does not see
// it.
#include "tests/ui/accessibility_bus.h"

#include <QFile>
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
    void aCrashLosesNothing();
    void cleanup();

  private:
    bool start(const QStringList& arguments = {});
    QString describeMap() const;

    QTemporaryDir m_data;
    QProcess m_program;
    std::optional<AccessibilityBus> m_bus;
    std::optional<AccessibilityBus::Object> m_map;
};

namespace {

constexpr int patience = 60'000; // milliseconds, on a machine that does other things

} // namespace

void SweepPageTest::initTestCase() {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_DATA_HOME"), m_data.path());
    m_program.setProcessEnvironment(environment);
    m_program.setProcessChannelMode(QProcess::ForwardedChannels);
}

bool SweepPageTest::start(const QStringList& arguments) {
    m_program.start(RELUSCOPE_PROGRAM,
                    QStringList{"--language", "en", "--page", "learning-rate"} + arguments);
    m_bus.emplace();
    return m_program.waitForStarted() && m_bus->isConnected() &&
           QTest::qWaitFor(
               [this] {
                   m_map = m_bus->find(QStringLiteral("Final loss"), true);
                   return m_map.has_value();
               },
               patience);
}

QString SweepPageTest::describeMap() const {
    return m_bus->property(*m_map, QStringLiteral("Description"));
}

void SweepPageTest::sweepsAndOpensACell() {
    QVERIFY(start());
    QTRY_VERIFY2_WITH_TIMEOUT(describeMap().startsWith(QStringLiteral("0 of 162 runs")),
                              qPrintable(describeMap()), patience);
    const auto run = m_bus->find(QStringLiteral("Run"));
    QVERIFY(run && m_bus->act(*run, QStringLiteral("Press")));
    QTRY_VERIFY2_WITH_TIMEOUT(
        describeMap().startsWith(QStringLiteral("162 of 162 runs. ReLU: best")),
        qPrintable(describeMap()), patience);

    QVERIFY(m_bus->act(*m_map, QStringLiteral("Next cell")));
    QVERIFY(m_bus->act(*m_map, QStringLiteral("Next row")));
    QTRY_VERIFY2_WITH_TIMEOUT(
        describeMap().startsWith(QStringLiteral("Leaky ReLU at rate 0.024: loss ")),
        qPrintable(describeMap()), patience);
    QVERIFY(m_bus->act(*m_map, QStringLiteral("Open")));
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

void SweepPageTest::aCrashLosesNothing() {
    QFile example(QStringLiteral(RELUSCOPE_EXAMPLE));
    QVERIFY(example.open(QIODevice::ReadOnly));
    QByteArray text = example.readAll();
    text.replace("\"epochs\": 60", "\"epochs\": 5000"); // so that it is under way for long
    QVERIFY(text.contains("5000"));
    QFile file(m_data.filePath(QStringLiteral("long.reluscope.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
    file.close();

    QVERIFY(start({file.fileName(), QStringLiteral("--run")}));
    const auto finished = [this] { return describeMap().section(' ', 0, 0).toInt(); };
    QTRY_VERIFY_WITH_TIMEOUT(finished() > 0, patience);
    const int before = finished();
    m_program.kill();
    QVERIFY(m_program.waitForFinished());

    QVERIFY(start({file.fileName()}));
    QTRY_VERIFY2_WITH_TIMEOUT(finished() >= before, qPrintable(describeMap()), patience);
    const auto run = m_bus->find(QStringLiteral("Run"));
    QVERIFY(run && m_bus->act(*run, QStringLiteral("Press")));
    const int kept = finished();
    QTRY_VERIFY2_WITH_TIMEOUT(finished() > kept, qPrintable(describeMap()), patience);
}

void SweepPageTest::cleanup() {
    m_program.terminate();
    if (!m_program.waitForFinished()) {
        m_program.kill();
        m_program.waitForFinished();
    }
}

} // namespace reluscope::ui

QTEST_GUILESS_MAIN(reluscope::ui::SweepPageTest)
#include "sweep_page_test.moc"

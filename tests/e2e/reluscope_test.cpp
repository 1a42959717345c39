// SPDX-License-Identifier: GPL-3.0-or-later
// The program as it is installed, by the hand and the ear of somebody who does not see it.
#include "tests/ui/accessibility_bus.h"

#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <optional>
#include <utility>

namespace reluscope::ui {

using Object = AccessibilityBus::Object;

class ReluscopeTest : public QObject {
    Q_OBJECT

  private slots:
    void initTestCase();
    void aUnitIsKilledAndRewound();
    void cleanupTestCase();

  private:
    std::optional<Object> find(const char* name, bool isDescribed = false) const {
        return m_bus->find(QLatin1String(name), isDescribed);
    }
    bool press(const char* button) const {
        const auto found = find(button);
        return found && m_bus->act(*found, QStringLiteral("Press"));
    }
    QString describe(const Object& object) const {
        return m_bus->property(object, QStringLiteral("Description"));
    }

    QProcess m_program;
    std::optional<AccessibilityBus> m_bus;
};

namespace {

/// The share of a run's units that are dead, in percent, as the plot tells it.
std::optional<double> deadOf(const char* run, const QString& description) {
    const QRegularExpression figure(QLatin1String(run) + QStringLiteral(": ([0-9.]+) %"));
    const auto match = figure.match(description);
    return match.hasMatch() ? std::optional(match.captured(1).toDouble()) : std::nullopt;
}

constexpr int patience = 60'000; // milliseconds, on a machine that does other things

} // namespace

void ReluscopeTest::initTestCase() {
    m_program.setProcessChannelMode(QProcess::ForwardedChannels);
    m_program.start(RELUSCOPE_PROGRAM, {"--language", "en", "--page", "training"});
    QVERIFY(m_program.waitForStarted());
    m_bus.emplace();
    QVERIFY(m_bus->isConnected());
    QTRY_VERIFY_WITH_TIMEOUT(find("Dead units", true), patience);
}

void ReluscopeTest::aUnitIsKilledAndRewound() {
    const auto plot = find("Dead units", true);
    const QString atStart = describe(*plot);
    QVERIFY2(atStart.startsWith(QStringLiteral("Epoch 0.")), qPrintable(atStart));

    QVERIFY(press("Run"));
    QTRY_VERIFY_WITH_TIMEOUT(describe(*plot) != atStart, patience);
    QTRY_VERIFY_WITH_TIMEOUT(find("Run"), patience); // all epochs are done
    // The plot tells of the present once a second: it is at rest when it says the same twice.
    QString atRest;
    const auto isAtRest = [&] {
        const QString before = std::exchange(atRest, describe(*plot));
        return before == atRest;
    };
    constexpr int step = 1'500;
    const auto isStillAtRest = [&] {
        QTest::qWait(step);
        return isAtRest();
    };
    QVERIFY(QTest::qWaitFor(isStillAtRest, patience));
    const auto before = deadOf("ReLU", atRest);
    QVERIFY2(before, qPrintable(atRest));

    const auto units = find("Units of ReLU");
    QVERIFY(units);
    do {
        QVERIFY(m_bus->act(*units, QStringLiteral("Next unit")));
    } while (!describe(*units).endsWith(QStringLiteral(": alive.")));
    QVERIFY(m_bus->act(*units, QStringLiteral("Kill")));
    QTRY_VERIFY2_WITH_TIMEOUT(deadOf("ReLU", describe(*plot)).value_or(0) > *before,
                              qPrintable(describe(*plot)), patience);
    QTRY_VERIFY2_WITH_TIMEOUT(!describe(*units).endsWith(QStringLiteral(": alive.")),
                              qPrintable(describe(*units)), patience);

    QVERIFY(press("Rewind"));
    QTRY_COMPARE_WITH_TIMEOUT(describe(*plot), atStart, patience);
}

void ReluscopeTest::cleanupTestCase() {
    m_program.terminate();
    if (!m_program.waitForFinished()) {
        m_program.kill();
        m_program.waitForFinished();
    }
}

} // namespace reluscope::ui

QTEST_GUILESS_MAIN(reluscope::ui::ReluscopeTest)
#include "reluscope_test.moc"

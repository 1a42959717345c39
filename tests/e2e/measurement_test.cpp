// SPDX-License-Identifier: GPL-3.0-or-later
// What the program tells of its own speed.
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

namespace reluscope::ui {

class MeasurementTest : public QObject {
    Q_OBJECT

  private slots:
    void tellsFramesAndBothRates();
    void tellsFramesWhileASweepRuns();
};

namespace {

QJsonObject measured(const QString& page) {
    QProcess program;
    program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    program.start(RELUSCOPE_PROGRAM, {"--page", page, "--size", "1280x800", "--measure", "2"});
    constexpr int patience = 120'000; // milliseconds, on a machine that does other things
    if (!program.waitForFinished(patience) || program.exitCode() != 0) {
        return {};
    }
    return QJsonDocument::fromJson(program.readAllStandardOutput()).object();
}

void verifyFrames(const QJsonObject& told) {
    const auto number = [&](const char* group, const char* name) {
        return told[QLatin1String(group)][QLatin1String(name)].toDouble(-1);
    };
    QVERIFY(told["frames"].toInt() > 0);
    QVERIFY(told["first_paint_ms"].toDouble() > 0);
    QVERIFY(number("frame_ms", "p50") > 0);
    QVERIFY(number("frame_ms", "p50") <= number("frame_ms", "p99"));
    QVERIFY(number("frame_ms", "p99") <= number("frame_ms", "max"));
    QVERIFY(number("ui_stall_ms", "p99") >= 0);
    QVERIFY(number("ui_stall_ms", "p99") <= number("ui_stall_ms", "max"));
}

} // namespace

void MeasurementTest::tellsFramesAndBothRates() {
    const QJsonObject told = measured("training");
    verifyFrames(told);
    // They take turns, so that a busy machine slows both.
    const double watched = told["samples_per_second"].toDouble();
    const double headless = told["samples_per_second_headless"].toDouble();
    constexpr double muchSlower = 3;
    QVERIFY2(watched > headless / muchSlower && headless > watched / muchSlower,
             qPrintable(QStringLiteral("%1 and %2").arg(watched).arg(headless)));
}

void MeasurementTest::tellsFramesWhileASweepRuns() {
    const QJsonObject told = measured("learning-rate");
    verifyFrames(told);
    QVERIFY(told["runs_per_second"].toDouble() > 0);
}

} // namespace reluscope::ui

QTEST_GUILESS_MAIN(reluscope::ui::MeasurementTest)
#include "measurement_test.moc"

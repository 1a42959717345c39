// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activation/activation.h"
#include "ui/theme/run_style.h"
#include "ui/training/setup/run_edits.h"

#include <QTest>

#include <array>

namespace reluscope::ui {

namespace {

QVector<RunStyle> allStyles(const Theme& theme) {
    QVector<RunStyle> styles;
    for (int i = 0; i < runStyleCount; ++i) {
        styles << runStyle(theme, i);
    }
    return styles;
}

} // namespace

class RunStyleTest : public QObject {
    Q_OBJECT

  private slots:
    void eightRunsHaveColoursOfTheirOwn();
    void noTwoLinesAreAlike_data();
    void noTwoLinesAreAlike();
    void onlyTheFirstIsSolid();
    void runsAndAllFunctionsHaveStyles();
};

void RunStyleTest::eightRunsHaveColoursOfTheirOwn() {
    const std::array<QRgb, 8> colours{0xffcb4b00, 0xff00589a, 0xff008a63, 0xffc0619a,
                                      0xff161b20, 0xff5e5600, 0xffc28a00, 0xff3e9cd3};
    const std::array<QVector<qreal>, 8> dashes{
        {{}, {9, 4}, {2.5, 3}, {10, 3, 2.5, 3}, {14, 4}, {5, 3}, {1.5, 4}, {9, 3, 2, 3, 2, 3}}};
    for (std::size_t i = 0; i < colours.size(); ++i) {
        const RunStyle style = runStyle(Theme::light(), static_cast<int>(i));
        QCOMPARE(style.color.rgb(), colours[i]);
        QCOMPARE(style.dashPixels, dashes[i]);
        QCOMPARE(static_cast<std::size_t>(style.marker), i);
    }
}

void RunStyleTest::noTwoLinesAreAlike_data() {
    QTest::addColumn<bool>("isDark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void RunStyleTest::noTwoLinesAreAlike() {
    QFETCH(bool, isDark);
    const QVector<RunStyle> styles = allStyles(isDark ? Theme::dark() : Theme::light());
    for (int i = 0; i < styles.size(); ++i) {
        for (int j = 0; j < i; ++j) {
            const bool sameColour = styles[i].color == styles[j].color;
            const bool sameDash = styles[i].dashPixels == styles[j].dashPixels;
            const bool sameMarker = styles[i].marker == styles[j].marker;
            // On the Curves page lines have no markers; and colour alone is not for everybody.
            QVERIFY2(!(sameColour && sameDash), qPrintable(QString("%1 and %2").arg(j).arg(i)));
            QVERIFY2(!(sameColour && sameMarker), qPrintable(QString("%1 and %2").arg(j).arg(i)));
            QVERIFY2(!(sameDash && sameMarker), qPrintable(QString("%1 and %2").arg(j).arg(i)));
        }
    }
}

void RunStyleTest::onlyTheFirstIsSolid() {
    const QVector<RunStyle> styles = allStyles(Theme::light());
    QVERIFY(styles.front().dashPixels.isEmpty());
    for (int i = 1; i < styles.size(); ++i) {
        QVERIFY2(!styles[i].dashPixels.isEmpty(), qPrintable(QString::number(i)));
    }
}

void RunStyleTest::runsAndAllFunctionsHaveStyles() {
    QVERIFY(mostRuns + activationTable().size() <= std::size_t{runStyleCount});
}

} // namespace reluscope::ui

QTEST_GUILESS_MAIN(reluscope::ui::RunStyleTest)
#include "run_style_test.moc"

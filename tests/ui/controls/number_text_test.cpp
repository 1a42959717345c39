// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/number_text.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <random>

namespace reluscope::ui {

class NumberTextTest : public QObject {
    Q_OBJECT

  private slots:
    void numbersHaveThreeFigures_data();
    void numbersHaveThreeFigures();
    void numbersHaveAsManyFiguresAsAskedFor();
    void sharesArePercentages_data();
    void sharesArePercentages();
    void countsMarkThousands();
    void exactTextIsShort_data();
    void exactTextIsShort();
    void exactTextReadsBackAsTheSameNumber();
    void typedNumbersAreRead_data();
    void typedNumbersAreRead();
    void nonsenseIsNoNumber_data();
    void nonsenseIsNoNumber();
};

void NumberTextTest::numbersHaveThreeFigures_data() {
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("expected");
    QTest::newRow("zero") << 0.0 << "0";
    QTest::newRow("fraction") << 0.1454 << "0.145";
    QTest::newRow("trailing zeros stay") << 0.5 << "0.500";
    QTest::newRow("true minus") << -12.34 << "−12.3";
    QTest::newRow("thousands") << 48'000.0 << "48,000";
    QTest::newRow("rounding carries") << 0.9996 << "1.00";
    QTest::newRow("smallest plain") << 0.001 << "0.00100";
    QTest::newRow("small") << 2.5e-5 << "2.50e−5";
    QTest::newRow("large") << 1.25e12 << "1.25e12";
    QTest::newRow("infinite") << std::numeric_limits<double>::infinity() << "∞";
    QTest::newRow("minus infinite") << -std::numeric_limits<double>::infinity() << "−∞";
    QTest::newRow("NaN") << std::nan("") << "NaN";
}

void NumberTextTest::numbersHaveThreeFigures() {
    QFETCH(double, value);
    QFETCH(QString, expected);
    QCOMPARE(numberText(value), expected);
}

void NumberTextTest::numbersHaveAsManyFiguresAsAskedFor() {
    QCOMPARE(numberText(1.23456, 5), QStringLiteral("1.2346"));
    QCOMPARE(numberText(1.23456, 1), QStringLiteral("1"));
}

void NumberTextTest::sharesArePercentages_data() {
    QTest::addColumn<double>("share");
    QTest::addColumn<QString>("expected");
    QTest::newRow("some") << 0.344 << "34.4 %";
    QTest::newRow("exactly nothing") << 0.0 << "0 %";
    QTest::newRow("almost nothing") << 0.0001 << "0.0 %";
    QTest::newRow("all") << 1.0 << "100 %";
    QTest::newRow("almost all") << 0.9999 << "100.0 %";
    QTest::newRow("NaN") << std::nan("") << "NaN";
}

void NumberTextTest::sharesArePercentages() {
    QFETCH(double, share);
    QFETCH(QString, expected);
    QCOMPARE(percentText(share), expected);
}

void NumberTextTest::countsMarkThousands() {
    QCOMPARE(countText(0), QStringLiteral("0"));
    QCOMPARE(countText(999), QStringLiteral("999"));
    QCOMPARE(countText(48'000), QStringLiteral("48,000"));
    QCOMPARE(countText(-1'234'567), QStringLiteral("−1,234,567"));
}

void NumberTextTest::exactTextIsShort_data() {
    QTest::addColumn<double>("value");
    QTest::addColumn<QString>("expected");
    QTest::newRow("tenth") << 0.1 << "0.1";
    QTest::newRow("whole") << 48'000.0 << "48000";
    QTest::newRow("negative") << -2.0 << "−2";
    QTest::newRow("small") << 1e-5 << "1e−5";
    QTest::newRow("large") << 1e7 << "1e7";
}

void NumberTextTest::exactTextIsShort() {
    QFETCH(double, value);
    QFETCH(QString, expected);
    QCOMPARE(exactText(value), expected);
}

void NumberTextTest::exactTextReadsBackAsTheSameNumber() {
    std::mt19937 random(1);
    std::uniform_real_distribution<double> mantissa(-10.0, 10.0);
    std::uniform_int_distribution<int> exponent(-300, 300);
    std::vector<double> values{0.0,
                               1.0 / 3.0,
                               std::numeric_limits<double>::denorm_min(),
                               std::numeric_limits<double>::max(),
                               0.000999999,
                               9'999'999.5};
    for (int i = 0; i < 1000; ++i) {
        values.push_back(mantissa(random) * std::pow(10.0, exponent(random)));
        values.push_back(mantissa(random));
    }
    for (const double value : values) {
        QVERIFY2(numberFromText(exactText(value)) == value, qPrintable(exactText(value)));
    }
}

void NumberTextTest::typedNumbersAreRead_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("expected");
    QTest::newRow("decimal") << "0.01" << 0.01;
    QTest::newRow("no leading zero") << ".5" << 0.5;
    QTest::newRow("exponent") << "1e-3" << 0.001;
    QTest::newRow("exponent with a true minus") << "1e−3" << 0.001;
    QTest::newRow("hyphen") << "-2" << -2.0;
    QTest::newRow("true minus") << "−2" << -2.0;
    QTest::newRow("spaces around") << "  7 " << 7.0;
    constexpr double infinity = std::numeric_limits<double>::infinity();
    QTest::newRow("too large to hold") << "1e999" << infinity;
    QTest::newRow("too small to hold") << "1e-999" << 0.0;
    QTest::newRow("too far below 0 to hold") << "−1e999" << -infinity;
}

void NumberTextTest::typedNumbersAreRead() {
    QFETCH(QString, text);
    QFETCH(double, expected);
    QVERIFY(numberFromText(text) == expected);
}

void NumberTextTest::nonsenseIsNoNumber_data() {
    QTest::addColumn<QString>("text");
    for (const char* text : {"", " ", "1.2.4", "abc", "1,000", "0,1", "1e", "inf", "-inf", "nan",
                             "0x10", "1e999x", "1 2"}) {
        QTest::newRow(text) << text;
    }
}

void NumberTextTest::nonsenseIsNoNumber() {
    QFETCH(QString, text);
    QVERIFY(!numberFromText(text));
}

} // namespace reluscope::ui

QTEST_GUILESS_MAIN(reluscope::ui::NumberTextTest)
#include "number_text_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/number_field.h"

#include <QApplication>
#include <QKeyEvent>
#include <QShortcut>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>
#include <QWindow>

namespace reluscope::ui {

namespace {

constexpr ValueRange fromMinusTenToTen{.minimum = -10.0, .maximum = 10.0, .step = 0.1};

constexpr ValueRange learningRates{
    .minimum = 1e-5, .maximum = 10.0, .scale = ValueRange::Scale::Logarithmic};

void enter(NumberField& field, const QString& text) {
    field.selectAll();
    field.insert(text);
    QTest::keyClick(&field, Qt::Key_Return);
}

} // namespace

class NumberFieldTest : public QObject {
    Q_OBJECT

  private slots:
    void numbersAreTaken_data();
    void numbersAreTaken();
    void nonsenseIsKeptAndExplained_data();
    void nonsenseIsKeptAndExplained();
    void moreCanBeTypedThanTheSliderSpans();
    void tooLargeToHoldIsOutOfRange();
    void ofALongPasteTheBeginningIsQuoted();
    void theCrossLeavesTheTextAlone();
    void wholeNumbersAreAskedFor();
    void goodEntryEndsTheProblem();
    void escapeTakesTheTypingBack();
    void sameNumberAgainIsNoChange();
    void valueFromElsewhereLeavesTypingAlone();
    void upAndDownStep();
    void stepsStopAtTheEnds();
    void logarithmicStepsAreOneTwoFive();
    void spaceBelongsToTheWindow();
};

void NumberFieldTest::numbersAreTaken_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("expected");
    QTest::newRow("decimal") << "0.01" << 0.01;
    QTest::newRow("exponent") << "1e-3" << 0.001;
    QTest::newRow("true minus") << "−2" << -2.0;
    QTest::newRow("an end of the range") << "10" << 10.0;
}

void NumberFieldTest::numbersAreTaken() {
    QFETCH(QString, text);
    QFETCH(double, expected);
    NumberField field(fromMinusTenToTen);
    field.setValue(5.0);
    QSignalSpy changed(&field, &NumberField::valueChanged);
    enter(field, text);
    QCOMPARE(field.value(), expected);
    QCOMPARE(field.problem(), QString());
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.front().front().toDouble(), expected);
}

void NumberFieldTest::nonsenseIsKeptAndExplained_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("two points") << "1.2.4";
    QTest::newRow("nothing") << "";
    QTest::newRow("words") << "much";
    QTest::newRow("too small") << "-10.5";
    QTest::newRow("too large") << "11";
}

void NumberFieldTest::nonsenseIsKeptAndExplained() {
    QFETCH(QString, text);
    NumberField field(fromMinusTenToTen);
    field.setValue(5.0);
    QSignalSpy changed(&field, &NumberField::valueChanged);
    QSignalSpy explained(&field, &NumberField::problemChanged);
    field.selectAll();
    QTest::keyClick(&field, Qt::Key_Delete);
    enter(field, text);
    QCOMPARE(field.text(), text);
    QCOMPARE(field.value(), 5.0);
    QCOMPARE(changed.size(), 0);
    QVERIFY(!field.problem().isEmpty());
    QCOMPARE(explained.size(), 1);
    QCOMPARE(explained.front().front().toString(), field.problem());
    QCOMPARE(field.accessibleDescription(), field.problem());
}

void NumberFieldTest::moreCanBeTypedThanTheSliderSpans() {
    NumberField field({.minimum = 0.0, .maximum = 1.0, .typedMinimum = -5.0, .typedMaximum = 5.0});
    enter(field, QStringLiteral("-5"));
    QCOMPARE(field.value(), -5.0);
    enter(field, QStringLiteral("5.1"));
    QCOMPARE(field.value(), -5.0);
    QVERIFY(field.problem().contains(QStringLiteral("5")));
}

void NumberFieldTest::tooLargeToHoldIsOutOfRange() {
    NumberField field(fromMinusTenToTen);
    for (const bool integersOnly : {false, true}) {
        ValueRange range = fromMinusTenToTen;
        range.integersOnly = integersOnly;
        field.setRange(range);
        enter(field, QStringLiteral("1e999"));
        QCOMPARE(field.problem(), QStringLiteral("1e999 is out of range. Write −10 to 10."));
    }
}

void NumberFieldTest::ofALongPasteTheBeginningIsQuoted() {
    NumberField field(fromMinusTenToTen);
    enter(field, QString(5000, QLatin1Char('7')) + QLatin1Char('x'));
    QVERIFY(field.problem().contains(QStringLiteral("777…")));
    QVERIFY(field.problem().size() < 100);
}

void NumberFieldTest::theCrossLeavesTheTextAlone() {
    NumberField field(fromMinusTenToTen);
    const int text = field.fontMetrics().horizontalAdvance(QStringLiteral("1e999"));
    field.resize(text + 60, field.sizeHint().height());
    field.setVisible(true);
    enter(field, QStringLiteral("1e999"));
    QVERIFY(field.textMargins().left() > 0);
    field.resize(text + 12, field.height());
    QCOMPARE(field.textMargins().left(), 0);
    field.resize(text + 60, field.height());
    QVERIFY(field.textMargins().left() > 0);
    enter(field, QStringLiteral("1"));
    QCOMPARE(field.textMargins().left(), 0);
}

void NumberFieldTest::wholeNumbersAreAskedFor() {
    NumberField field({.minimum = 1.0, .maximum = 64.0, .step = 1.0, .integersOnly = true});
    enter(field, QStringLiteral("8.5"));
    QCOMPARE(field.value(), 1.0);
    QVERIFY(!field.problem().isEmpty());
    enter(field, QStringLiteral("8"));
    QCOMPARE(field.value(), 8.0);
}

void NumberFieldTest::goodEntryEndsTheProblem() {
    NumberField field(fromMinusTenToTen);
    enter(field, QStringLiteral("1.2.4"));
    QVERIFY(!field.problem().isEmpty());
    enter(field, QStringLiteral("1.2"));
    QCOMPARE(field.problem(), QString());
    QCOMPARE(field.accessibleDescription(), QString());
    QCOMPARE(field.value(), 1.2);
}

void NumberFieldTest::escapeTakesTheTypingBack() {
    NumberField field(fromMinusTenToTen);
    field.setValue(5.0);
    enter(field, QStringLiteral("1.2.4"));
    QTest::keyClick(&field, Qt::Key_Escape);
    QCOMPARE(field.text(), QStringLiteral("5"));
    QCOMPARE(field.problem(), QString());
}

void NumberFieldTest::sameNumberAgainIsNoChange() {
    NumberField field(fromMinusTenToTen);
    field.setValue(0.5);
    QSignalSpy changed(&field, &NumberField::valueChanged);
    enter(field, QStringLiteral("0.500"));
    QCOMPARE(changed.size(), 0);
    QCOMPARE(field.text(), QStringLiteral("0.5"));
}

void NumberFieldTest::valueFromElsewhereLeavesTypingAlone() {
    NumberField field(fromMinusTenToTen);
    field.setValue(5.0);
    field.selectAll();
    QTest::keyClicks(&field, QStringLiteral("7."));
    field.setValue(5.0);
    QCOMPARE(field.text(), QStringLiteral("7."));
    field.setValue(6.0);
    QCOMPARE(field.text(), QStringLiteral("6"));
}

void NumberFieldTest::upAndDownStep() {
    NumberField field(fromMinusTenToTen);
    field.setValue(0.2);
    QSignalSpy changed(&field, &NumberField::valueChanged);
    QTest::keyClick(&field, Qt::Key_Up);
    QCOMPARE(field.text(), QStringLiteral("0.3"));
    QTest::keyClick(&field, Qt::Key_Down);
    QTest::keyClick(&field, Qt::Key_Down);
    QCOMPARE(field.value(), 0.1);
    QCOMPARE(changed.size(), 3);
}

void NumberFieldTest::stepsStopAtTheEnds() {
    NumberField field(fromMinusTenToTen);
    field.setValue(9.95);
    QTest::keyClick(&field, Qt::Key_Up);
    QCOMPARE(field.value(), 10.0);
    QSignalSpy changed(&field, &NumberField::valueChanged);
    QTest::keyClick(&field, Qt::Key_Up);
    QCOMPARE(field.value(), 10.0);
    QCOMPARE(changed.size(), 0);
}

void NumberFieldTest::logarithmicStepsAreOneTwoFive() {
    NumberField field(learningRates);
    field.setValue(0.03);
    for (const double expected : {0.05, 0.1, 0.2}) {
        QTest::keyClick(&field, Qt::Key_Up);
        QCOMPARE(field.value(), expected);
    }
    field.setValue(0.03);
    for (const double expected : {0.02, 0.01, 0.005}) {
        QTest::keyClick(&field, Qt::Key_Down);
        QCOMPARE(field.value(), expected);
    }
}

void NumberFieldTest::spaceBelongsToTheWindow() {
    QWidget window;
    NumberField field(fromMinusTenToTen, &window);
    QShortcut shortcut(Qt::Key_Space, &window);
    QSignalSpy activated(&shortcut, &QShortcut::activated);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    field.setFocus();
    const QString before = field.text();
    QTest::keyClick(window.windowHandle(), Qt::Key_Space);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(field.text(), before);

    QKeyEvent digit(QEvent::ShortcutOverride, Qt::Key_1, Qt::NoModifier, QStringLiteral("1"));
    QApplication::sendEvent(&field, &digit);
    QVERIFY(digit.isAccepted());
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::NumberFieldTest)
#include "number_field_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/value_row.h"
#include "ui/theme/control_style.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

namespace reluscope::ui {

namespace {

constexpr ValueRange fromZeroToTen{.minimum = 0.0, .maximum = 10.0, .step = 0.1};

/// A row on the screen, its knob in the middle.
struct ShownRow : ValueRow {
    ShownRow()
        : ValueRow(QStringLiteral("Momentum"), fromZeroToTen) {
        resize(400, 40);
        setValue(5.0);
        show();
        static_cast<void>(QTest::qWaitForWindowExposed(this));
    }
};

} // namespace

class ValueRowTest : public QObject {
    Q_OBJECT

  private slots:
    void dragEndsWithAValueThatIsNotDragging();
    void pressOnTheSliderBelongsToTheDrag();
    void keyOnTheSliderIsAGestureOfItsOwn();
    void typedValueMovesTheKnob();
    void valueFromElsewhereDoesNotSignal();
    void typedValueBeyondTheSliderStays();
    void problemIsShownBelow();
    void controlsAreNamedByTheLabel();
    void logarithmicSliderHasItsMiddleBetweenDecades();
};

void ValueRowTest::dragEndsWithAValueThatIsNotDragging() {
    ShownRow row;
    QSignalSpy changed(&row, &ValueRow::valueChanged);
    ValueSlider* slider = row.slider();
    const QPoint knob = slider->rect().center();
    QTest::mousePress(slider, Qt::LeftButton, {}, knob);
    QTest::mouseMove(slider, knob + QPoint(20, 0));
    QTest::mouseMove(slider, knob + QPoint(40, 0));
    QCOMPARE(changed.size(), 2);
    QTest::mouseRelease(slider, Qt::LeftButton, {}, knob + QPoint(40, 0));
    QCOMPARE(changed.size(), 3);
    QCOMPARE(changed[0][1].toBool(), true);
    QCOMPARE(changed[1][1].toBool(), true);
    QCOMPARE(changed[2][1].toBool(), false);
    QVERIFY(changed[0][0].toDouble() > 5.0);
    QVERIFY(changed[1][0].toDouble() > changed[0][0].toDouble());
    QCOMPARE(changed[2][0].toDouble(), changed[1][0].toDouble());
    QCOMPARE(row.value(), changed[2][0].toDouble());
}

void ValueRowTest::pressOnTheSliderBelongsToTheDrag() {
    ControlStyle style(1); // its knobs jump to the mouse
    ValueSlider slider(ValueRange{.minimum = 0, .maximum = 1});
    slider.setStyle(&style);
    slider.resize(200, slider.sizeHint().height());
    const QSignalSpy moves(&slider, &ValueSlider::numberChanged);
    const QPoint place(120, slider.height() / 2);
    QTest::mousePress(&slider, Qt::LeftButton, {}, place);
    QCOMPARE(moves.size(), 1);
    QVERIFY(moves.last().at(1).toBool());
    QTest::mouseRelease(&slider, Qt::LeftButton, {}, place);
    QCOMPARE(moves.size(), 2);
    QVERIFY(!moves.last().at(1).toBool());
}

void ValueRowTest::keyOnTheSliderIsAGestureOfItsOwn() {
    ShownRow row;
    QSignalSpy changed(&row, &ValueRow::valueChanged);
    QTest::keyClick(row.slider(), Qt::Key_Right);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].toDouble(), 5.1);
    QCOMPARE(changed[0][1].toBool(), false);
}

void ValueRowTest::typedValueMovesTheKnob() {
    ShownRow row;
    QSignalSpy changed(&row, &ValueRow::valueChanged);
    row.field()->selectAll();
    QTest::keyClicks(row.field(), QStringLiteral("7.5"));
    QTest::keyClick(row.field(), Qt::Key_Return);
    QCOMPARE(row.slider()->number(), 7.5);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].toDouble(), 7.5);
    QCOMPARE(changed[0][1].toBool(), false);
}

void ValueRowTest::valueFromElsewhereDoesNotSignal() {
    ShownRow row;
    QSignalSpy changed(&row, &ValueRow::valueChanged);
    row.setValue(2.5);
    QCOMPARE(row.field()->text(), QStringLiteral("2.5"));
    QCOMPARE(row.slider()->number(), 2.5);
    QCOMPARE(changed.size(), 0);
}

void ValueRowTest::typedValueBeyondTheSliderStays() {
    ValueRow row(QStringLiteral("alpha"), {.minimum = 0.0, .maximum = 3.0, .typedMaximum = 100.0});
    row.setValue(50.0);
    QCOMPARE(row.value(), 50.0);
    QCOMPARE(row.slider()->number(), 3.0);
}

void ValueRowTest::problemIsShownBelow() {
    ShownRow row;
    row.field()->selectAll();
    QTest::keyClicks(row.field(), QStringLiteral("1.2.4"));
    QTest::keyClick(row.field(), Qt::Key_Return);
    const auto labels = row.findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
        return label->isVisible() && label->text() == row.field()->problem();
    }));
}

void ValueRowTest::controlsAreNamedByTheLabel() {
    ShownRow row;
    QCOMPARE(row.field()->accessibleName(), QStringLiteral("Momentum"));
    QVERIFY(row.slider()->accessibleName().startsWith(QStringLiteral("Momentum")));
    QVERIFY(row.slider()->accessibleName() != row.field()->accessibleName());
}

void ValueRowTest::logarithmicSliderHasItsMiddleBetweenDecades() {
    ValueSlider slider(
        {.minimum = 0.01, .maximum = 100.0, .scale = ValueRange::Scale::Logarithmic});
    slider.setNumber(1.0);
    QCOMPARE(slider.value(), slider.maximum() / 2);
    slider.setNumber(100.0);
    QCOMPARE(slider.number(), 100.0);
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::ValueRowTest)
#include "value_row_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/file_dialogs.h"
#include "ui/controls/number_field.h"
#include "ui/controls/segments.h"
#include "ui/controls/swatch_toggle.h"
#include "ui/curves/curves_model.h"
#include "ui/curves/curves_page.h"
#include "ui/curves/readout_table.h"
#include "ui/plot/plot.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QTest>

#include <algorithm>

namespace reluscope::ui {

namespace {

struct ShownPage {
    CurvesModel model;
    FileDialogs dialogs;
    CurvesPage page{model, dialogs};

    ShownPage() {
        page.resize(1200, 760);
        page.show();
        static_cast<void>(QTest::qWaitForWindowExposed(&page));
    }

    template <class Widget>
    Widget* find(const char* name) {
        return page.findChild<Widget*>(QLatin1String(name));
    }
    Plot* functions() { return find<Plot>("activationFunctionsPlot"); }
    Plot* derivatives() { return find<Plot>("derivativesPlot"); }

    void enter(const char* field, const QString& text) {
        auto* number = find<NumberField>(field);
        number->selectAll();
        QTest::keyClicks(number, text);
        QTest::keyClick(number, Qt::Key_Return);
    }
};

const Series* lineOf(const Plot* plot, const char* name) {
    const auto found = std::ranges::find_if(
        plot->series(), [&](const auto& one) { return one->name() == QLatin1String(name); });
    return found == plot->series().end() ? nullptr : found->get();
}

} // namespace

class CurvesPageTest : public QObject {
    Q_OBJECT

  private slots:
    void plotsAreNamed();
    void tickedFunctionHasALineInBothPlots();
    void reluHasItsKinkAtZero();
    void parameterFieldBendsItsLine();
    void choiceBendsItsLine();
    void nonsenseParameterLeavesTheLineAlone();
    void typedCrossHairMovesTheReadOut();
    void draggedCrossHairIsWrittenInItsField();
    void copiedValuesAreATable();
    void nothingIsCopiedWhereNothingIsShown();
};

void CurvesPageTest::plotsAreNamed() {
    ShownPage test;
    QCOMPARE(test.functions()->accessibleName(), QStringLiteral("Activation functions"));
    QCOMPARE(test.derivatives()->accessibleName(), QStringLiteral("Derivatives"));
}

void CurvesPageTest::tickedFunctionHasALineInBothPlots() {
    ShownPage test;
    const std::size_t before = test.functions()->series().size();
    QVERIFY(lineOf(test.functions(), "tanh") == nullptr);
    auto* toggle = test.find<SwatchToggle>("tanhToggle");
    QTest::keyClick(toggle, Qt::Key_Space);
    QCOMPARE(test.functions()->series().size(), before + 1);
    QCOMPARE(test.derivatives()->series().size(), before + 1);
    const Series* line = lineOf(test.functions(), "tanh");
    QVERIFY(line != nullptr);
    QVERIFY(line->valueAt(3.0) > 0.99);
    QVERIFY(lineOf(test.derivatives(), "tanh") != nullptr);
    QTest::keyClick(toggle, Qt::Key_Space);
    QCOMPARE(test.functions()->series().size(), before);
    QVERIFY(lineOf(test.derivatives(), "tanh") == nullptr);
}

void CurvesPageTest::reluHasItsKinkAtZero() {
    ShownPage test;
    const Series* f = lineOf(test.functions(), "ReLU");
    QVERIFY(f != nullptr);
    QCOMPARE(f->valueAt(0.0), std::optional(0.0));
    QVERIFY(std::ranges::find(f->x(), 0.0) != f->x().end());
    QCOMPARE(f->valueAt(-1e-4), std::optional(0.0));
    QVERIFY(std::abs(*f->valueAt(1e-4) - 1e-4) < 1e-9);
    const Series* slope = lineOf(test.derivatives(), "ReLU");
    QVERIFY(slope != nullptr);
    QCOMPARE(slope->valueAt(-1e-4), std::optional(0.0));
    QCOMPARE(slope->valueAt(1e-4), std::optional(1.0));
}

void CurvesPageTest::parameterFieldBendsItsLine() {
    ShownPage test;
    QVERIFY(std::abs(*lineOf(test.functions(), "Leaky ReLU")->valueAt(-2.0) + 0.02) < 1e-6);
    test.enter("leakyReluNegativeSlopeField", QStringLiteral("0.25"));
    QCOMPARE(lineOf(test.functions(), "Leaky ReLU")->valueAt(-2.0), std::optional(-0.5));
    QCOMPARE(lineOf(test.derivatives(), "Leaky ReLU")->valueAt(-2.0), std::optional(0.25));
    QCOMPARE(lineOf(test.functions(), "ReLU")->valueAt(-2.0), std::optional(0.0));
}

void CurvesPageTest::choiceBendsItsLine() {
    ShownPage test;
    test.find<SwatchToggle>("geluToggle")->click();
    const double exact = lineOf(test.functions(), "GELU")->valueAt(-2.0).value();
    auto* form = test.find<Segments>("geluApproximate");
    form->findChildren<QAbstractButton*>().last()->click();
    const double approximate = lineOf(test.functions(), "GELU")->valueAt(-2.0).value();
    // Between two samples a line is straight.
    constexpr double tolerance = 2e-5;
    QVERIFY(std::abs(exact + 0.0455003) < tolerance);
    QVERIFY(std::abs(approximate + 0.0454023) < tolerance);
}

void CurvesPageTest::nonsenseParameterLeavesTheLineAlone() {
    ShownPage test;
    test.enter("leakyReluNegativeSlopeField", QStringLiteral("7"));
    QVERIFY(!test.find<NumberField>("leakyReluNegativeSlopeField")->problem().isEmpty());
    QVERIFY(std::abs(*lineOf(test.functions(), "Leaky ReLU")->valueAt(-2.0) + 0.02) < 1e-6);
}

void CurvesPageTest::typedCrossHairMovesTheReadOut() {
    ShownPage test;
    test.enter("crossHairField", QStringLiteral("2"));
    QCOMPARE(test.functions()->crossHair(), std::optional(2.0));
    QCOMPARE(test.derivatives()->crossHair(), std::optional(2.0));
    const QString read = test.find<ReadoutTable>("readoutTable")->accessibleDescription();
    QVERIFY2(read.contains(QStringLiteral("ReLU: f 2, f' 1.")), qPrintable(read));
    QTRY_VERIFY(test.functions()->accessibleDescription().startsWith(QStringLiteral("x = 2.")));
}

void CurvesPageTest::draggedCrossHairIsWrittenInItsField() {
    ShownPage test;
    test.functions()->moveCrossHair(-1.5);
    QCOMPARE(test.find<NumberField>("crossHairField")->text(), QStringLiteral("−1.5"));
    const QString read = test.find<ReadoutTable>("readoutTable")->accessibleDescription();
    QVERIFY2(read.contains(QStringLiteral("ReLU: f 0, f' 0, no gradient.")), qPrintable(read));
}

void CurvesPageTest::copiedValuesAreATable() {
    ShownPage test;
    test.enter("crossHairField", QStringLiteral("2"));
    QTest::mouseClick(test.find<QPushButton>("copyValuesButton"), Qt::LeftButton);
    const QStringList lines =
        QGuiApplication::clipboard()->text().split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), static_cast<qsizetype>(1 + test.model.shownFunctions().size()));
    QCOMPARE(lines.front(), QStringLiteral("function\tx\tf\tf'"));
    QVERIFY(lines.contains(QStringLiteral("ReLU\t2\t2\t1")));
}

void CurvesPageTest::nothingIsCopiedWhereNothingIsShown() {
    ShownPage test;
    auto* button = test.find<QPushButton>("copyValuesButton");
    auto* action = test.find<QAction>("copyValuesAction");
    QVERIFY(button->isEnabled() && action->isEnabled());
    for (std::size_t i = 0; i < test.model.functions().size(); ++i) {
        test.model.setShown(i, false);
    }
    QVERIFY(!button->isEnabled() && !action->isEnabled());
    test.model.setShown(0, true);
    QVERIFY(button->isEnabled() && action->isEnabled());
    // From the start, too, as after a change of the language.
    test.model.setShown(0, false);
    CurvesPage again(test.model, test.dialogs);
    QVERIFY(!again.findChild<QPushButton*>(QStringLiteral("copyValuesButton"))->isEnabled());
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::CurvesPageTest)
#include "curves_page_test.moc"

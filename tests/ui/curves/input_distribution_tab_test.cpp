// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/number_field.h"
#include "ui/controls/value_slider.h"
#include "ui/curves/curves_model.h"
#include "ui/curves/tabs/input_analyzer.h"
#include "ui/curves/tabs/input_distribution_tab.h"
#include "ui/curves/tabs/moments_table.h"
#include "ui/curves/tabs/output_columns.h"
#include "ui/plot/plot.h"
#include "ui/theme/run_style.h"

#include <QElapsedTimer>
#include <QImage>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <memory>
#include <thread>

namespace reluscope::ui {

namespace {

struct ShownTab {
    CurvesModel model;
    InputDistributionTab tab{model};

    explicit ShownTab(int width = 1100) {
        tab.resize(width, 220);
        tab.show();
        static_cast<void>(QTest::qWaitForWindowExposed(&tab));
        static_cast<void>(QTest::qWaitFor([this] { return !figures().isEmpty(); }));
    }

    template <class Widget>
    Widget* find(const char* name) const {
        return tab.findChild<Widget*>(QLatin1String(name));
    }
    QString figures() const { return find<MomentsTable>("momentsTable")->accessibleDescription(); }
    QString outputs() const {
        return find<OutputColumns>("outputColumns")->accessibleDescription();
    }
    Plot* plot() const { return find<Plot>("inputDistributionPlot"); }
    bool has(const char* sentence) const { return figures().contains(QString::fromUtf8(sentence)); }

    void enter(const char* field, const QString& text) const {
        auto* number = find<NumberField>(field);
        number->selectAll();
        QTest::keyClicks(number, text);
        QTest::keyClick(number, Qt::Key_Return);
    }
    std::size_t indexOf(const char* id) const {
        const auto all = model.functions();
        return static_cast<std::size_t>(
            std::ranges::find_if(
                all,
                [&](const CurveFunction& function) { return function.activation.info->id == id; }) -
            all.begin());
    }
};

} // namespace

class InputDistributionTabTest : public QObject {
    Q_OBJECT

  private slots:
    void figuresAreThoseOfTheStandardNormal();
    void atomsAreTold();
    void typedMeanMovesEverything();
    void typedDeviationScalesTheVariance();
    void inputIsUndoneAndOutlivesTheTab();
    void tauDecidesWhatIsAlmostNone();
    void sliderIsMovedByKeys();
    void nonsenseIsRefusedInPlace();
    void extremeInputsAreFinite();
    void tickedFunctionGetsARow();
    void parameterChangesTheFigures();
    void densityLiesUnderTheCurves();
    void densityIsGrey();
    void atomIsABarInTheColourOfItsFunction();
    void everyControlIsReachedByTab();
    void plotIsSummedUp();
    void nothingToShowIsSaid();
    void closingWaitsForNoAnswer();
    void hiddenTabComputesNothing();
    void narrowTabHasTheFiguresBelow();
    void newestOfManyQuestionsIsAnswered();
};

void InputDistributionTabTest::figuresAreThoseOfTheStandardNormal() {
    const ShownTab test;
    QVERIFY2(test.has("ReLU: E f 0.399, E f² 0.500, E f'² 0.500, no gradient 50.0 %, almost none "
                      "50.0 %, variance after 50 layers (He normal) 1."),
             qPrintable(test.figures()));
    QVERIFY(test.has("ELU: E f 0.161, E f² 0.645, E f'² 0.668, no gradient 0 %"));
    QVERIFY(test.has("sigmoid: E f 0.500, E f² 0.293, E f'² 0.0448, no gradient 0 %"));
}

void InputDistributionTabTest::atomsAreTold() {
    const ShownTab test;
    QVERIFY2(test.outputs().startsWith(QStringLiteral("ReLU: mean 0.399, 50.0 % exactly 0; ")),
             qPrintable(test.outputs()));
    QVERIFY(test.outputs().contains(QStringLiteral("Leaky ReLU: mean 0.395; ")));
}

void InputDistributionTabTest::typedMeanMovesEverything() {
    const ShownTab test;
    test.enter("inputMeanField", QStringLiteral("1"));
    QTRY_VERIFY(test.has("ReLU: E f 1.08, E f² 1.92, E f'² 0.841, no gradient 15.9 %"));
    QCOMPARE(test.plot()->range(PlotAxis::X), (Interval{-3, 5}));
    QCOMPARE(test.find<ValueSlider>("inputMeanSlider")->number(), 1.0);
}

void InputDistributionTabTest::typedDeviationScalesTheVariance() {
    const ShownTab test;
    test.enter("inputDeviationField", QStringLiteral("3"));
    QTRY_VERIFY(test.has("ReLU: E f 1.20, E f² 4.50, E f'² 0.500"));
    QVERIFY(test.has("variance after 50 layers (He normal) 9."));
}

void InputDistributionTabTest::inputIsUndoneAndOutlivesTheTab() {
    ShownTab test;
    test.enter("inputMeanField", QStringLiteral("1"));
    const InputDistributionTab rebuilt(test.model);
    QCOMPARE(rebuilt.findChild<NumberField*>(QStringLiteral("inputMeanField"))->value(), 1.0);
    test.model.undoStack().undo();
    QCOMPARE(test.find<NumberField>("inputMeanField")->value(), 0.0);
    QTRY_VERIFY(test.has("ReLU: E f 0.399"));
}

void InputDistributionTabTest::tauDecidesWhatIsAlmostNone() {
    ShownTab test;
    QVERIFY(!test.has("almost none 100"));
    test.model.setTau(1);
    QTRY_VERIFY(test.has("almost none 100")); // a sigmoid's slope is below its peak elsewhere
}

void InputDistributionTabTest::sliderIsMovedByKeys() {
    const ShownTab test;
    auto* slider = test.find<ValueSlider>("inputMeanSlider");
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_Right);
    QCOMPARE(test.find<NumberField>("inputMeanField")->value(), 0.1);
    QTRY_VERIFY(test.has("ReLU: E f 0.451"));
}

void InputDistributionTabTest::nonsenseIsRefusedInPlace() {
    const ShownTab test;
    const QString before = test.figures();
    test.enter("inputDeviationField", QStringLiteral("0"));
    QVERIFY(!test.find<NumberField>("inputDeviationField")->problem().isEmpty());
    QCOMPARE(test.figures(), before);
    QCOMPARE(test.plot()->range(PlotAxis::X), (Interval{-4, 4}));
}

void InputDistributionTabTest::extremeInputsAreFinite() {
    const ShownTab test;
    test.enter("inputMeanField", QStringLiteral("-100"));
    test.enter("inputDeviationField", QStringLiteral("0.001"));

    QTRY_VERIFY(test.has("ReLU: E f 0, E f² 0, E f'² 0, no gradient 100 %, almost none 100 %, "
                         "variance after 50 layers (He normal) 0."));
    test.enter("inputDeviationField", QStringLiteral("1000"));
    QTRY_VERIFY(test.has("sigmoid: E f 0.460"));
    QVERIFY(!test.figures().contains(QStringLiteral("NaN")));
    QVERIFY(!test.figures().contains(QStringLiteral("∞")));
}

void InputDistributionTabTest::tickedFunctionGetsARow() {
    ShownTab test;
    QVERIFY(!test.has("ReLU6"));
    test.model.setShown(test.indexOf("relu6"), true);
    QTRY_VERIFY(test.has("ReLU6: E f 0.399"));
    QCOMPARE(test.plot()->series().size(), 7); // and the density
    test.model.setShown(test.indexOf("relu6"), false);
    QTRY_VERIFY(!test.has("ReLU6"));
}

void InputDistributionTabTest::parameterChangesTheFigures() {
    ShownTab test;
    test.model.setParameter(test.indexOf("leaky_relu"), 0.1);
    QTRY_VERIFY(test.has("Leaky ReLU: E f 0.359, E f² 0.505, E f'² 0.505"));
}

void InputDistributionTabTest::densityLiesUnderTheCurves() {
    const ShownTab test;
    const Series& density = *test.plot()->series().front();
    QCOMPARE(density.role(), SeriesRole::Backdrop);
    const Interval values = test.plot()->range(PlotAxis::Y);
    QCOMPARE(density.area(), std::optional(values.lower));
    const double top = *std::ranges::max_element(density.y());
    QCOMPARE(density.valueAt(0.0), std::optional(top));
    QVERIFY(top < values.upper);
}

void InputDistributionTabTest::densityIsGrey() {
    const ShownTab test;
    const QImage image = test.plot()->grab().toImage();
    const Interval values = test.plot()->range(PlotAxis::Y);
    const auto colorAt = [&](double z) {
        const QPointF pixel = test.plot()->toPixels({z, values.lower + 0.04 * values.size()});
        return image.pixelColor(pixel.toPoint());
    };
    const Theme& theme = Theme::of(test.plot());
    QCOMPARE(colorAt(0.3), theme.color(Tone::Selected));
    QCOMPARE(colorAt(3.7), theme.color(Tone::Tile));
}

void InputDistributionTabTest::atomIsABarInTheColourOfItsFunction() {
    const ShownTab test;
    auto* columns = test.find<OutputColumns>("outputColumns");
    const QImage image = columns->grab().toImage();
    const int zero = test.plot()->toPixels({0.0, 0.0}).toPoint().y();
    const Theme& theme = Theme::of(columns);
    const int style = test.model.functions()[test.indexOf("relu")].style;
    QCOMPARE(image.pixelColor(8, zero), runStyle(theme, style).color);
    // Nothing of ReLU lies below 0.
    QVERIFY(image.pixelColor(8, zero + 25) != runStyle(theme, style).color);
    QVERIFY(image.pixelColor(8, zero + 25) != runStyle(theme, style).histogramTint);
}

void InputDistributionTabTest::nothingToShowIsSaid() {
    ShownTab test;
    for (std::size_t i = 0; i < test.model.functions().size(); ++i) {
        test.model.setShown(i, false);
    }
    QTRY_COMPARE(test.figures(), QStringLiteral("Tick a function to see what it makes of z."));
    QCOMPARE(test.outputs(), QString());
}

void InputDistributionTabTest::closingWaitsForNoAnswer() {
    const auto question = [](std::size_t count) {
        // What it makes of 50 layers takes most of an answer.
        return InputQuestion{
            std::vector(count, Activation(*findActivation("mish"))), {0, 30}, 0.01, {-1, 120}};
    };
    // Both in turn, so that what else the machine does disturbs them alike.
    constexpr int rounds = 20;
    qint64 answering = 0;
    qint64 closing = 0;
    for (int round = 1; round <= rounds; ++round) {
        QElapsedTimer timer;
        InputAnalyzer analyzer;
        QSignalSpy answered(&analyzer, &InputAnalyzer::answered);
        timer.start();
        analyzer.ask(question(1));
        QVERIFY(answered.wait());
        answering += timer.nsecsElapsed();

        auto closed = std::make_unique<InputAnalyzer>();
        closed->ask(question(100));
        // Amid the first answer.
        std::this_thread::sleep_for(std::chrono::nanoseconds(answering / round / 4));
        timer.start();
        closed.reset();
        closing += timer.nsecsElapsed();
    }
    QVERIFY2(closing < answering / 3,
             qPrintable(QStringLiteral("%1 ns of %2 ns").arg(closing).arg(answering)));
}

void InputDistributionTabTest::everyControlIsReachedByTab() {
    ShownTab test;
    QVERIFY(QTest::qWaitForWindowActive(&test.tab));
    test.find<ValueSlider>("inputMeanSlider")->setFocus();
    QStringList reached;
    for (int i = 0; i < 8; ++i) {
        reached << test.tab.focusWidget()->objectName();
        QTest::keyClick(test.tab.windowHandle(), Qt::Key_Tab);
    }
    for (const char* name : {"inputMeanSlider", "inputMeanField", "inputDeviationSlider",
                             "inputDeviationField", "inputDistributionPlot", "momentsScrollArea"}) {
        QVERIFY2(reached.contains(QLatin1String(name)), name);
    }
}

void InputDistributionTabTest::plotIsSummedUp() {
    const ShownTab test;
    QCOMPARE(test.plot()->accessibleName(), QStringLiteral("f over the density of z"));
    QTRY_VERIFY(test.plot()->accessibleDescription().startsWith(
        QStringLiteral("z ~ N(0, 1²). ReLU: E f 0.399")));
}

void InputDistributionTabTest::hiddenTabComputesNothing() {
    CurvesModel model;
    const InputDistributionTab tab(model);
    model.setShown(0, false);
    QVERIFY(!tab.findChild<InputAnalyzer*>()->isBusy());
}

void InputDistributionTabTest::narrowTabHasTheFiguresBelow() {
    const auto topOf = [](const ShownTab& test, const char* name) {
        const auto* widget = test.find<QWidget>(name);
        return widget->mapTo(&test.tab, QPoint()).y();
    };
    const ShownTab wide;
    QVERIFY(topOf(wide, "momentsTable") < topOf(wide, "inputDistributionPlot"));
    const ShownTab narrow(700);
    QVERIFY(topOf(narrow, "momentsTable") > topOf(narrow, "inputDistributionPlot") + 100);
}

void InputDistributionTabTest::newestOfManyQuestionsIsAnswered() {
    InputAnalyzer analyzer;
    QSignalSpy answered(&analyzer, &InputAnalyzer::answered);
    const Activation relu(*findActivation("relu"));
    for (int mean = 0; mean <= 20; ++mean) {
        analyzer.ask({{relu}, {static_cast<double>(mean), 1}, 0.01, {-1, 1}});
    }
    QTRY_VERIFY(!analyzer.isBusy());
    QCOMPARE(answered.size(), 2);
    QCOMPARE(analyzer.question().input.mean, 20.0);
    QVERIFY(std::abs(analyzer.answers().front().moments.value - 20) < 1e-9);
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::InputDistributionTabTest)
#include "input_distribution_tab_test.moc"

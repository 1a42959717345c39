// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window_under_test.h"
#include "ui/controls/number_field.h"
#include "ui/controls/swatch_toggle.h"
#include "ui/controls/value_slider.h"
#include "ui/plot/plot.h"
#include "ui/plot/zone_legend.h"
#include "ui/theme/run_style.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace reluscope::ui {

namespace {

/// The real window with the Curves page in front.
struct CurvesWindow : WindowUnderTest {
    CurvesWindow() {
        theme.setChoice(ThemeChoice::Light);
        window->setPage(Page::Curves);
        QCoreApplication::processEvents();
    }

    Plot* functions() { return find<Plot>("activationFunctionsPlot"); }
    Plot* derivatives() { return find<Plot>("derivativesPlot"); }

    void enter(const char* name, const QString& text) {
        auto* field = find<NumberField>(name);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
        QTest::keyClick(field, Qt::Key_Return);
    }

    /// Without Enter, which is the form's.
    void enterOnly(const char* name, const QString& text) {
        auto* field = find<NumberField>(name);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, text);
        field->clearFocus();
    }

    /// Whether the plot of the functions is in the colour of a line there, or a pixel beside.
    bool isPaintedAt(const char* name, QPointF value) {
        QCoreApplication::processEvents();
        const auto line = std::ranges::find_if(functions()->series(), [&](const auto& one) {
            return one->name() == QLatin1String(name);
        });
        const QColor wanted = runStyle(Theme::light(), (*line)->run()).color;
        const QImage image = functions()->grab().toImage();
        const QPoint centre = functions()->toPixels(value).toPoint();
        // A dashed line is there or just beside.
        for (int dx = -12; dx <= 12; ++dx) {
            for (int dy = -2; dy <= 2; ++dy) {
                const QColor seen = image.pixelColor(centre + QPoint(dx, dy));
                if (std::abs(seen.red() - wanted.red()) + std::abs(seen.green() - wanted.green()) +
                        std::abs(seen.blue() - wanted.blue()) <
                    30) {
                    return true;
                }
            }
        }
        return false;
    }

    bool isRowVisible(const char* row) { return find<QWidget>(row)->isVisible(); }

    std::size_t shownCount() const { return curves.shownFunctions().size(); }
};

} // namespace

/// Each thing that a person can do on the Curves page, in the real window.
class CurvesWindowTest : public QObject {
    Q_OBJECT

  private slots:
    void searchLeavesTheRowsThatMatch();
    void escapeTakesTheSearchBack();
    void searchWithoutAMatchSaysSo();
    void allAndNoneWorkOnWhatTheSearchLeaves();
    void undoTakesBackTheLastChangeOfThisPage();
    void draggedSliderIsOneStepToUndo();
    void nonsenseIsMarkedAndExplainedInPlace();
    void tauDecidesOnTheGreyZone();
    void nonsenseTauIsExplainedInItsTile();
    void kinkOfReluIsPaintedAtZero();
    void lineOfLeakyFollowsItsSlider();
    void crossHairIsDraggedThroughBothPlots();
    void pictureIsExportedAtTheChosenSize();
    void pictureThatCannotBeWrittenIsExplained();
    void exportFormClosesWithEscapeAndWithItsPage();
    void pictureAndDataAreCopied();
    void pageIsMadeAnewInAnotherLanguage();
    void pageFitsASmallWindowAndLargeText();
    void statusSaysWhatTheKeysDo();
    void propertiesFitTheSmallestWindow_data();
    void propertiesFitTheSmallestWindow();
};

void CurvesWindowTest::searchLeavesTheRowsThatMatch() {
    CurvesWindow test;
    QTest::keyClick(test.window.get(), Qt::Key_F, Qt::ControlModifier);
    auto* search = test.find<QLineEdit>("functionSearch");
    QVERIFY(search->hasFocus());
    QTest::keyClicks(search, QStringLiteral("SWISH"));
    QVERIFY(test.isRowVisible("siluRow"));
    QVERIFY(test.isRowVisible("hardswishRow"));
    QVERIFY(!test.isRowVisible("reluRow"));
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(test.find<SwatchToggle>("siluToggle")->hasFocus());
    QTest::keyClick(test.find<SwatchToggle>("siluToggle"), Qt::Key_Down);
    QVERIFY(test.find<SwatchToggle>("hardswishToggle")->hasFocus());
}

void CurvesWindowTest::escapeTakesTheSearchBack() {
    CurvesWindow test;
    auto* search = test.find<QLineEdit>("functionSearch");
    search->setFocus();
    QTest::keyClicks(search, QStringLiteral("tanh"));
    QVERIFY(!test.isRowVisible("reluRow"));
    QTest::keyClick(search, Qt::Key_Escape);
    QVERIFY(search->text().isEmpty());
    QVERIFY(test.isRowVisible("reluRow"));
}

void CurvesWindowTest::searchWithoutAMatchSaysSo() {
    CurvesWindow test;
    auto* message = test.find<QLabel>("noFunctionFound");
    QVERIFY(!message->isVisible());
    QTest::keyClicks(test.find<QLineEdit>("functionSearch"), QStringLiteral("xyz"));
    QVERIFY(message->isVisible());
    QVERIFY(message->text().contains(QStringLiteral("xyz")));
}

void CurvesWindowTest::allAndNoneWorkOnWhatTheSearchLeaves() {
    CurvesWindow test;
    test.find<QToolButton>("showNone")->click();
    QCOMPARE(test.shownCount(), std::size_t{0});
    QCOMPARE(test.find<QLabel>("shownFunctionCount")->text(), QStringLiteral("0 of 19 shown"));
    test.find<QToolButton>("showAll")->click();
    QCOMPARE(test.shownCount(), std::size_t{19});
    QCOMPARE(test.functions()->series().size(), std::size_t{19});
    QTest::keyClicks(test.find<QLineEdit>("functionSearch"), QStringLiteral("relu"));
    test.find<QToolButton>("showNone")->click();
    QCOMPARE(test.shownCount(), std::size_t{15}); // but ReLU, Leaky ReLU, PReLU, ReLU6
}

void CurvesWindowTest::undoTakesBackTheLastChangeOfThisPage() {
    CurvesWindow test;
    test.document.edit(QStringLiteral("seed"),
                       [](Experiment& experiment) { ++experiment.network.seed; });
    const Experiment experiment = test.document.experiment();
    test.find<SwatchToggle>("tanhToggle")->click();
    test.enter("eluAlphaField", QStringLiteral("2"));
    QCOMPARE(test.find<QAction>("undo")->text(), QStringLiteral("&Undo: ELU: α"));
    const auto press = [&](Qt::KeyboardModifiers modifiers) {
        QTest::keyClick(test.functions(), Qt::Key_Z, modifiers);
    };
    test.functions()->setFocus();
    press(Qt::ControlModifier);
    QCOMPARE(test.find<NumberField>("eluAlphaField")->text(), QStringLiteral("1"));
    press(Qt::ControlModifier);
    QVERIFY(!test.find<SwatchToggle>("tanhToggle")->isChecked());
    QVERIFY(!test.find<QAction>("undo")->isEnabled());
    press(Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(test.find<SwatchToggle>("tanhToggle")->isChecked());
    QVERIFY(test.document.experiment() == experiment);
    test.window->setPage(Page::Training);
    QCOMPARE(test.find<QAction>("undo")->text(), QStringLiteral("&Undo: seed"));
}

void CurvesWindowTest::draggedSliderIsOneStepToUndo() {
    CurvesWindow test;
    auto* slider = test.find<ValueSlider>("leakyReluNegativeSlopeSlider");
    const int middle = slider->height() / 2;
    const auto at = [&](double share) {
        return QPoint(static_cast<int>(share * slider->width()), middle);
    };
    slider->setNumber(0.0);
    QTest::mousePress(slider, Qt::LeftButton, {}, at(0.05));
    for (const double share : {0.2, 0.4, 0.6}) {
        QTest::mouseMove(slider, at(share));
    }
    QTest::mouseRelease(slider, Qt::LeftButton, {}, at(0.6));
    const auto* field = test.find<NumberField>("leakyReluNegativeSlopeField");
    QVERIFY(field->value() > 0.2);
    QCOMPARE(test.curves.undoStack().count(), 1);
    test.find<QAction>("undo")->trigger();
    QCOMPARE(field->value(), 0.01);
    QCOMPARE(slider->number(), 0.01);
}

void CurvesWindowTest::nonsenseIsMarkedAndExplainedInPlace() {
    CurvesWindow test;
    const std::size_t steps = static_cast<std::size_t>(test.curves.undoStack().count());
    test.enter("eluAlphaField", QStringLiteral("one"));
    const auto* field = test.find<NumberField>("eluAlphaField");
    QCOMPARE(field->text(), QStringLiteral("one"));
    QVERIFY(field->property("bad").toBool());
    const auto labels = test.find<QWidget>("eluAlpha")->findChildren<QLabel*>();
    QVERIFY(std::ranges::any_of(labels, [&](const QLabel* label) {
        return label->isVisible() && label->text() == field->problem();
    }));
    QCOMPARE(static_cast<std::size_t>(test.curves.undoStack().count()), steps);
    // Another change, elsewhere, leaves what was typed alone.
    test.find<SwatchToggle>("tanhToggle")->click();
    QCOMPARE(field->text(), QStringLiteral("one"));
}

void CurvesWindowTest::tauDecidesOnTheGreyZone() {
    CurvesWindow test;
    const auto greyZones = [&] {
        return std::ranges::count(test.derivatives()->zones(), false, &Zone::hatched);
    };
    QCOMPARE(greyZones(), 0);
    // sigmoid's f' is less than a fifth of its peak beyond |x| = 2.887.
    test.enter("tauField", QStringLiteral("0.2"));
    QCOMPARE(greyZones(), 1);
    const auto zone = std::ranges::find(test.derivatives()->zones(), false, &Zone::hatched);
    QVERIFY2(std::abs(zone->from - 2.887) < 0.05, qPrintable(QString::number(zone->from)));
    const QString legend = test.find<ZoneLegend>("gradientZoneLegend")->text();
    QVERIFY2(legend.contains(QStringLiteral("20 %")), qPrintable(legend));
    QTest::keyClick(test.derivatives(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(greyZones(), 0);
    QCOMPARE(test.find<NumberField>("tauField")->text(), QStringLiteral("0.01"));
}

void CurvesWindowTest::nonsenseTauIsExplainedInItsTile() {
    CurvesWindow test;
    test.enter("tauField", QStringLiteral("2"));
    QVERIFY(test.find<QLabel>("tauProblem")->isVisible());
    QCOMPARE(test.find<NumberField>("tauField")->text(), QStringLiteral("2"));
    QCOMPARE(test.curves.tau(), 0.01);
}

void CurvesWindowTest::kinkOfReluIsPaintedAtZero() {
    CurvesWindow test;
    test.find<QToolButton>("showNone")->click();
    test.find<SwatchToggle>("reluToggle")->click();
    test.curves.setCrossHair(3.9);
    QVERIFY(test.isPaintedAt("ReLU", {0.0, 0.0}));
    QVERIFY(test.isPaintedAt("ReLU", {-2.5, 0.0}));
    QVERIFY(test.isPaintedAt("ReLU", {2.5, 2.5}));
    QVERIFY(!test.isPaintedAt("ReLU", {-0.5, 0.3}));
    QVERIFY(!test.isPaintedAt("ReLU", {0.8, 0.2}));
}

void CurvesWindowTest::lineOfLeakyFollowsItsSlider() {
    CurvesWindow test;
    test.find<QToolButton>("showNone")->click();
    test.find<SwatchToggle>("leakyReluToggle")->click();
    test.curves.setCrossHair(3.9);
    auto* slider = test.find<ValueSlider>("leakyReluNegativeSlopeSlider");
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_End);
    QCOMPARE(test.find<NumberField>("leakyReluNegativeSlopeField")->value(), 0.5);
    QVERIFY(test.isPaintedAt("Leaky ReLU", {-2.0, -1.0}));
    QVERIFY(!test.isPaintedAt("Leaky ReLU", {-2.0, -0.02}));
    QTest::keyClick(slider, Qt::Key_Home);
    QVERIFY(test.isPaintedAt("Leaky ReLU", {-2.0, 0.0}));
    QVERIFY(!test.isPaintedAt("Leaky ReLU", {-2.0, -1.0}));
}

void CurvesWindowTest::crossHairIsDraggedThroughBothPlots() {
    CurvesWindow test;
    Plot* plot = test.derivatives();
    const qreal y = plot->plotArea().center().y();
    const QPoint from(static_cast<int>(plot->toPixels({test.curves.crossHair(), 0.0}).x()),
                      static_cast<int>(y));
    const QPoint to(static_cast<int>(plot->toPixels({1.5, 0.0}).x()), static_cast<int>(y));
    QTest::mousePress(plot, Qt::LeftButton, {}, from);
    QTest::mouseMove(plot, (from + to) / 2);
    QTest::mouseMove(plot, to);
    QTest::mouseRelease(plot, Qt::LeftButton, {}, to);
    QVERIFY(std::abs(test.curves.crossHair() - 1.5) < 0.05);
    QCOMPARE(test.functions()->crossHair(), test.derivatives()->crossHair());
    QCOMPARE(test.find<NumberField>("crossHairField")->value(), test.curves.crossHair());
}

void CurvesWindowTest::pictureIsExportedAtTheChosenSize() {
    CurvesWindow test;
    test.theme.setChoice(ThemeChoice::Dark);
    QTemporaryDir folder;
    test.dialogs.answer = folder.filePath(QStringLiteral("curves.png"));
    test.functions()->setFocus();
    QTest::keyClick(test.functions(), Qt::Key_E, Qt::ControlModifier);
    test.enter("exportWidth", QStringLiteral("huge"));
    QVERIFY(!test.find<QPushButton>("exportSave")->isEnabled());
    test.enterOnly("exportWidth", QStringLiteral("640"));
    test.enterOnly("exportHeight", QStringLiteral("360"));
    test.click("exportSave");
    QTRY_VERIFY(test.find<QWidget>("exportForm") == nullptr);
    const QImage picture(test.dialogs.answer);
    QCOMPARE(picture.size(), QSize(1280, 720));
    QCOMPARE(picture.pixelColor(2, 2), Theme::light().color(Tone::Tile));
    QCOMPARE(test.find<QLabel>("activity")->text(), QStringLiteral("Saved “curves.png”."));
}

void CurvesWindowTest::pictureThatCannotBeWrittenIsExplained() {
    CurvesWindow test;
    test.dialogs.answer = QStringLiteral("/no/such/folder/curves.png");
    test.functions()->setFocus();
    QTest::keyClick(test.functions(), Qt::Key_E, Qt::ControlModifier);
    test.click("exportSave");
    QTRY_VERIFY(
        test.find<QLabel>("exportNote")->text().contains(QStringLiteral("could not be written")));
    QVERIFY(test.find<QWidget>("exportForm")->isVisible());
}

void CurvesWindowTest::exportFormClosesWithEscapeAndWithItsPage() {
    CurvesWindow test;
    const auto isOpen = [&] {
        const auto* form = test.find<QWidget>("exportForm");
        return form != nullptr && form->isVisible();
    };
    const auto open = [&] {
        test.derivatives()->setFocus();
        QTest::keyClick(test.derivatives(), Qt::Key_E, Qt::ControlModifier);
    };
    open();
    QVERIFY(isOpen());
    QTest::keyClick(test.find<NumberField>("exportWidth"), Qt::Key_Escape);
    QVERIFY(!isOpen());
    QVERIFY(test.derivatives()->hasFocus());
    open();
    test.window->setPage(Page::Training);
    QVERIFY(!isOpen());
}

void CurvesWindowTest::pictureAndDataAreCopied() {
    CurvesWindow test;
    test.functions()->setFocus();
    QTest::keyClick(test.functions(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->image().size(), test.functions()->size());
    QTest::keyClick(test.functions(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    const QStringList lines = QGuiApplication::clipboard()->text().split(QLatin1Char('\n'));
    QCOMPARE(lines.front(), QStringLiteral("x\tReLU\tLeaky ReLU\tELU\tsigmoid\tSwish (SiLU)"));
    const QStringList last = lines[lines.size() - 2].split(QLatin1Char('\t'));
    QCOMPARE(last.mid(0, 4), QStringList({"4", "4", "4", "4"}));
    QVERIFY(std::abs(last.at(4).toDouble() - 0.98201379) < 1e-6);
    QVERIFY(std::abs(last.at(5).toDouble() - 3.92805516) < 1e-6);
}

void CurvesWindowTest::pageIsMadeAnewInAnotherLanguage() {
    CurvesWindow test;
    test.enter("eluAlphaField", QStringLiteral("2"));
    test.language.setCode(QStringLiteral("zh_CN"));
    QCOMPARE(test.find<NumberField>("eluAlphaField")->value(), 2.0);
    QCOMPARE(test.functions()->accessibleName(), QStringLiteral("激活函数"));
    QCOMPARE(test.find<QLabel>("shownFunctionCount")->text(), QStringLiteral("显示 5 / 19"));
    test.language.setCode(QStringLiteral("en"));
    QCOMPARE(test.functions()->accessibleName(), QStringLiteral("Activation functions"));
}

void CurvesWindowTest::pageFitsASmallWindowAndLargeText() {
    CurvesWindow test;
    test.window->resize(1024, 640);
    test.theme.setTextScale(ThemeController::maximumTextScale);
    QCoreApplication::processEvents();
    const QRect window = test.window->rect();
    for (const Plot* plot : {test.functions(), test.derivatives()}) {
        const QRect place(plot->mapTo(test.window.get(), QPoint()), plot->size());
        QVERIFY(place.left() >= 0 && place.right() <= window.right());
        QVERIFY2(plot->plotArea().width() > 200 && plot->plotArea().height() > 60,
                 qPrintable(QString::number(plot->plotArea().height())));
    }
    // The list is a drawer now, and Ctrl+F opens it.
    QVERIFY(!test.find<QWidget>("functionList")->isVisible());
    test.window->activateWindow(); // without a window manager it may lose to its old content
    QTRY_VERIFY(test.window->isActiveWindow());
    QTest::keyClick(test.window.get(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(test.find<QWidget>("functionList")->isVisible());
    QTRY_VERIFY(test.find<QLineEdit>("functionSearch")->hasFocus());
    test.find<SwatchToggle>("tanhToggle")->click();
    QCOMPARE(test.functions()->series().size(), std::size_t{6});
    QTest::keyClick(test.find<QLineEdit>("functionSearch"), Qt::Key_Escape);
    QVERIFY(!test.find<QWidget>("functionList")->isVisible());
}

void CurvesWindowTest::statusSaysWhatTheKeysDo() {
    CurvesWindow test;
    const auto* status = test.find<QLabel>("activity");
    QVERIFY2(status->text().startsWith(QStringLiteral("5 functions")), qPrintable(status->text()));
    test.window->setPage(Page::Training);
    QVERIFY(!status->text().contains(QStringLiteral("functions")));
}

void CurvesWindowTest::propertiesFitTheSmallestWindow_data() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("showsAll");
    for (const char* language : {"en", "zh_CN"}) {
        QTest::addRow("%s", language) << language << false;
        QTest::addRow("%s, all functions", language) << language << true;
    }
}

void CurvesWindowTest::propertiesFitTheSmallestWindow() {
    QFETCH(QString, language);
    QFETCH(bool, showsAll);
    CurvesWindow test;
    test.language.setCode(language);
    test.window->resize(1024, 640);
    for (std::size_t i = 0; showsAll && i < test.curves.functions().size(); ++i) {
        test.curves.setShown(i, true);
    }
    auto* table = test.find<QTableView>("propertiesTable");
    QTRY_COMPARE(table->model()->rowCount(), static_cast<int>(test.shownCount()));
    QTRY_COMPARE(table->verticalScrollBar()->maximum(), 0);
    QCOMPARE(table->horizontalScrollBar()->maximum(), 0);
    for (int column = 0; column < table->model()->columnCount(); ++column) {
        QVERIFY(table->columnWidth(column) > 0);
    }
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::CurvesWindowTest)
#include "curves_window_test.moc"

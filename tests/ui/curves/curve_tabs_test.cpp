// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/curves_model.h"
#include "ui/curves/tabs/code_view.h"
#include "ui/curves/tabs/curve_tabs.h"
#include "ui/curves/tabs/evaluation_model.h"
#include "ui/curves/tabs/formula_view.h"
#include "ui/curves/tabs/function_picker.h"
#include "ui/curves/tabs/number_boxes.h"
#include "ui/curves/tabs/number_editor.h"
#include "ui/curves/tabs/properties_model.h"

#include <QClipboard>
#include <QDeadlineTimer>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>
#include <QTest>

#include <algorithm>
#include <array>
#include <ctime>
#include <functional>
#include <numeric>
#include <vector>

namespace reluscope::ui {

namespace {

/// Computing time of this thread so far.
double threadMilliseconds() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) * 1e-6;
}

enum Tab { Properties, Evaluate, Code };

struct ShownTabs {
    CurvesModel model;
    CurveTabs tabs{model};

    explicit ShownTabs(Tab tab) {
        tabs.resize(1080, 260);
        tabs.setCurrentIndex(indexOf(tab));
        tabs.show();
        static_cast<void>(QTest::qWaitForWindowActive(&tabs));
    }

    /// Where a tab stands, whatever others there are.
    int indexOf(Tab tab) const {
        constexpr std::array names{"Properties", "Evaluate", "Code"};
        for (int i = 0; i < tabs.count(); ++i) {
            if (tabs.tabText(i) == QLatin1String(names[static_cast<std::size_t>(tab)])) {
                return i;
            }
        }
        return -1;
    }

    template <class Widget>
    Widget* find(const char* name) const {
        return tabs.findChild<Widget*>(QLatin1String(name));
    }

    std::size_t functionIndex(std::string_view id) const {
        const auto functions = model.functions();
        const auto found = std::ranges::find_if(
            functions, [id](const CurveFunction& own) { return own.activation.info->id == id; });
        return static_cast<std::size_t>(found - functions.begin());
    }

    void write(const QString& numbers) {
        auto* editor = find<NumberEditor>("numbersField");
        editor->selectAll();
        QTest::keyClicks(editor, numbers);
    }
    void paste(const QString& numbers) {
        auto* editor = find<NumberEditor>("numbersField");
        QGuiApplication::clipboard()->setText(numbers);
        editor->selectAll();
        editor->paste();
    }

    QAbstractItemModel* table() const { return find<QTableView>("evaluationTable")->model(); }
    QString cell(int row, int column) const {
        return table()->index(row, column).data().toString();
    }
    QString note() const { return find<QLabel>("numbersNote")->text(); }
    QString boxes(const char* name) const {
        return find<NumberBoxes>(name)->accessibleDescription();
    }
    void pick(const char* picker, const QString& name) {
        auto* box = find<FunctionPicker>(picker);
        box->setFocus();
        QTest::keyClicks(box, name); // a combo box goes to what is typed
    }
};

} // namespace

class CurveTabsTest : public QObject {
    Q_OBJECT

  private slots:
    void arrowsAndControlTabChangeTheTab();
    void theModelKeepsWhatWasChosenAndTyped();
    void propertiesFollowTheModel();
    void propertiesAreNotComputedOutOfSight();
    void numbersAreEvaluatedAsTheyAreTyped();
    void nonsenseIsNamedAndTheRestEvaluated();
    void pastedColumnsAndWideSignsAreRead();
    void oneFunctionCanBePicked();
    void inPlaceOverwritesTheInput();
    void inPlaceSpeaksOfAllNumbers();
    void faultsAreCounted();
    void powersOfTenHaveRoom();
    void undoLeavesTheFirstNumbers();
    void aSecondPasteFollowsTheFirst();
    void inPlaceIsOnlyPromisedWherePytorchHasIt();
    void copiedTableIsForSpreadsheets();
    void thousandsOfNumbersDoNotHoldTheWindowUp();
    void codeFollowsTheParameters();
    void codeIsCopied();
    void emptyPageSaysWhatToDo();
};

void CurveTabsTest::arrowsAndControlTabChangeTheTab() {
    ShownTabs test(Properties);
    auto* bar = test.find<QTabBar>("curveTabBar");
    bar->setFocus();
    QTest::keyClick(bar, Qt::Key_Right);
    QCOMPARE(test.tabs.currentIndex(), 1);
    QTest::keyClick(bar, Qt::Key_Left);
    QCOMPARE(test.tabs.currentIndex(), 0);
    QTest::keyClick(test.find<QTableView>("propertiesTable"), Qt::Key_Tab, Qt::ControlModifier);
    QCOMPARE(test.tabs.currentIndex(), 1);
    // From within the text, where Tab alone goes on to the next control, too.
    auto* editor = test.find<NumberEditor>("numbersField");
    editor->setFocus();
    QTest::keyClick(editor, Qt::Key_Tab, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(test.tabs.currentIndex(), 0);
}

void CurveTabsTest::theModelKeepsWhatWasChosenAndTyped() {
    ShownTabs test(Evaluate);
    test.write(QStringLiteral("2 3"));
    CurveTabs again(test.model);
    QCOMPARE(again.currentIndex(), test.indexOf(Evaluate));
    QCOMPARE(again.findChild<NumberEditor*>(QStringLiteral("numbersField"))->toPlainText(),
             QStringLiteral("2 3"));
}

void CurveTabsTest::propertiesFollowTheModel() {
    ShownTabs test(Properties);
    const QAbstractItemModel* table = test.find<QTableView>("propertiesTable")->model();
    QTRY_COMPARE(table->rowCount(), 5);
    constexpr int eluRow = 2;
    QCOMPARE(table->index(eluRow, PropertiesModel::Range).data().toString(),
             QStringLiteral("(−1, ∞)"));
    test.model.setParameter(test.functionIndex("elu"), 2.5);
    QTRY_COMPARE(table->index(eluRow, PropertiesModel::Range).data().toString(),
                 QStringLiteral("(−2.5, ∞)"));
    const auto saturation = [&] {
        return table->index(eluRow, PropertiesModel::Saturates).data().toString();
    };
    const QString before = saturation();
    test.model.setTau(0.1);
    QTRY_VERIFY(saturation() != before);
    test.model.setShown(test.functionIndex("tanh"), true);
    QTRY_COMPARE(table->rowCount(), 6);
}

void CurveTabsTest::propertiesAreNotComputedOutOfSight() {
    ShownTabs test(Properties);
    const QAbstractItemModel* table = test.find<QTableView>("propertiesTable")->model();
    QTRY_COMPARE(table->rowCount(), 5);
    test.tabs.setCurrentIndex(test.indexOf(Code));
    test.model.setShown(test.functionIndex("tanh"), true);
    QCoreApplication::processEvents();
    QCOMPARE(table->rowCount(), 5);
    test.tabs.setCurrentIndex(test.indexOf(Properties));
    QTRY_COMPARE(table->rowCount(), 6);
}

void CurveTabsTest::numbersAreEvaluatedAsTheyAreTyped() {
    ShownTabs test(Evaluate);
    QTRY_COMPARE(test.table()->rowCount(), 3); // −1, 0, 1 to begin with
    QCOMPARE(test.cell(0, xColumn), QStringLiteral("−1"));
    test.write(QStringLiteral("-2; 5e-1 inf"));
    QTRY_COMPARE(test.cell(0, xColumn), QStringLiteral("−2"));
    QTRY_COMPARE(test.table()->rowCount(), 3);
    QCOMPARE(test.cell(0, 1), QStringLiteral("0"));
    QCOMPARE(test.cell(1, 1), QStringLiteral("0.5"));
    QCOMPARE(test.cell(1, 2), QStringLiteral("1"));
    QCOMPARE(test.cell(2, 1), QStringLiteral("∞"));
    QCOMPARE(test.note(), QStringLiteral("3 numbers"));
    // Leaky ReLU follows its parameter.
    test.model.setParameter(test.functionIndex("leaky_relu"), 0.25);
    QTRY_COMPARE(test.cell(0, 3), QStringLiteral("−0.5"));
}

void CurveTabsTest::nonsenseIsNamedAndTheRestEvaluated() {
    ShownTabs test(Evaluate);
    test.write(QStringLiteral("1, two, 3"));
    QTRY_VERIFY(
        test.note().contains(QStringLiteral("“two” is not a float32 number (line 1, number 2)")));
    QCOMPARE(test.table()->rowCount(), 2);
    QCOMPARE(test.cell(1, xColumn), QStringLiteral("3"));
    auto* editor = test.find<NumberEditor>("numbersField");
    QCOMPARE(editor->toPlainText(), QStringLiteral("1, two, 3"));
    QCOMPARE(editor->extraSelections().size(), 1);
    QCOMPARE(editor->extraSelections().front().cursor.selectedText(), QStringLiteral("two"));
    QCOMPARE(editor->accessibleDescription(), test.note());

    test.paste(QStringLiteral("1\n2,,3\nx"));
    QTRY_VERIFY(test.note().contains(QStringLiteral("(line 2, number 2)")));
    QVERIFY(test.note().contains(QStringLiteral("1 more")));
    test.write(QStringLiteral("4"));
    QTRY_COMPARE(test.note(), QStringLiteral("1 number"));
    QVERIFY(editor->extraSelections().empty());
}

void CurveTabsTest::pastedColumnsAndWideSignsAreRead() {
    ShownTabs test(Evaluate);
    test.paste(QStringLiteral("−1\r\n０．５，２；\t3、4\n"));
    QTRY_COMPARE(test.table()->rowCount(), 5);
    QCOMPARE(test.cell(0, xColumn), QStringLiteral("−1"));
    QCOMPARE(test.cell(1, xColumn), QStringLiteral("0.5"));
    QCOMPARE(test.cell(4, xColumn), QStringLiteral("4"));
}

void CurveTabsTest::oneFunctionCanBePicked() {
    ShownTabs test(Evaluate);
    QTRY_COMPARE(test.table()->columnCount(), 11);
    test.pick("evaluatedFunction", QStringLiteral("sigmoid"));
    QTRY_COMPARE(test.table()->columnCount(), 3);
    QTRY_COMPARE(test.cell(1, 1), QStringLiteral("0.5"));
    // What is no longer shown cannot stay picked.
    test.model.setShown(test.functionIndex("sigmoid"), false);
    QTRY_COMPARE(test.table()->columnCount(), 9);
    QCOMPARE(test.find<FunctionPicker>("evaluatedFunction")->currentIndex(), 0);
}

void CurveTabsTest::inPlaceOverwritesTheInput() {
    ShownTabs test(Evaluate);
    QTRY_COMPARE(test.boxes("inputBoxes"), QStringLiteral("−1, 0, 1"));
    QCOMPARE(test.boxes("resultBoxes"), QStringLiteral("0, 0, 1"));
    QCOMPARE(test.boxes("overwrittenBoxes"), QStringLiteral("0, 0, 1"));
    const QString caption = test.find<QLabel>("inPlaceCaption")->text();
    QVERIFY2(caption.contains(QStringLiteral("nn.ReLU(inplace=True), torch.relu_")),
             qPrintable(caption));
    QVERIFY(test.find<QLabel>("inPlaceConsequence")->text().contains(QStringLiteral("x = −1")));
}

void CurveTabsTest::inPlaceSpeaksOfAllNumbers() {
    ShownTabs test(Evaluate);
    test.write(QStringLiteral("1 ").repeated(64) + QStringLiteral("-3"));
    QTRY_COMPARE(test.table()->rowCount(), 65);
    QVERIFY(test.find<QLabel>("inPlaceConsequence")->text().contains(QStringLiteral("x = −3")));
}

void CurveTabsTest::faultsAreCounted() {
    ShownTabs test(Evaluate);
    test.write(QStringLiteral("abc"));
    QTRY_VERIFY(test.note().endsWith(QStringLiteral("(line 1, number 1).")));
    test.write(QStringLiteral("abc 1 def"));
    QTRY_VERIFY(test.note().endsWith(QStringLiteral("1 more fault. The others are evaluated.")));
    test.write(QStringLiteral("abc 1 def ghi"));
    QTRY_VERIFY(test.note().contains(QStringLiteral("2 more faults.")));
}

void CurveTabsTest::powersOfTenHaveRoom() {
    ShownTabs test(Evaluate);
    test.write(QStringLiteral("-42.8"));
    QTRY_COMPARE(test.table()->rowCount(), 1);
    const auto* table = test.find<QTableView>("evaluationTable");
    for (int column = 0; column < test.table()->columnCount(); ++column) {
        const QString text = test.table()->index(0, column).data().toString();
        QVERIFY2(table->columnWidth(column) > table->fontMetrics().horizontalAdvance(text) + 10,
                 qPrintable(text));
    }
}

void CurveTabsTest::undoLeavesTheFirstNumbers() {
    ShownTabs test(Evaluate);
    auto* editor = test.find<NumberEditor>("numbersField");
    const QString first = editor->toPlainText();
    editor->undo();
    QCOMPARE(editor->toPlainText(), first);
    test.write(QStringLiteral("5"));
    editor->undo();
    editor->undo();
    QCOMPARE(editor->toPlainText(), first);
}

void CurveTabsTest::aSecondPasteFollowsTheFirst() {
    ShownTabs test(Evaluate);
    auto* editor = test.find<NumberEditor>("numbersField");
    test.paste(QStringLiteral("1，").repeated(6000));
    editor->insertNumbers(QStringLiteral("2"));
    QTRY_COMPARE(test.table()->rowCount(), 6001);
    QVERIFY(editor->toPlainText().endsWith(QLatin1Char('2')));
    QVERIFY(editor->document()->blockCount() > 1); // wide commas end numbers, too
    test.paste(QStringLiteral("1 ").repeated(6000));
    test.paste(QStringLiteral("3")); // in place of all
    QTRY_COMPARE(test.table()->rowCount(), 1);
    QCOMPARE(editor->toPlainText(), QStringLiteral("3"));
}

void CurveTabsTest::inPlaceIsOnlyPromisedWherePytorchHasIt() {
    ShownTabs test(Evaluate);
    test.model.setShown(test.functionIndex("gelu"), true);
    QTRY_COMPARE(test.table()->columnCount(), 13);
    test.pick("evaluatedFunction", QStringLiteral("GELU"));
    QTRY_COMPARE(test.table()->columnCount(), 3);
    QVERIFY(
        test.find<QLabel>("inPlaceCaption")->text().contains(QStringLiteral("PyTorch has none")));
    QTRY_COMPARE(test.boxes("overwrittenBoxes"), QStringLiteral("−0.1587, 0, 0.8413"));
}

void CurveTabsTest::copiedTableIsForSpreadsheets() {
    ShownTabs test(Evaluate);
    test.pick("evaluatedFunction", QStringLiteral("Leaky"));
    test.write(QStringLiteral("-1 0.1"));
    QTRY_COMPARE(test.table()->rowCount(), 2);
    QTest::mouseClick(test.find<QPushButton>("copyTableButton"), Qt::LeftButton);
    QTRY_COMPARE(QGuiApplication::clipboard()->text(),
                 QStringLiteral("x\tLeaky ReLU f\tLeaky ReLU f'\n-1\t-0.01\t0.01\n0.1\t0.1\t1\n"));
}

void CurveTabsTest::thousandsOfNumbersDoNotHoldTheWindowUp() {
    ShownTabs test(Evaluate);
    QString column;
    constexpr int count = 20'000;
    for (int i = 0; i < count; ++i) {
        column += QString::number(i - count / 2) + QLatin1Char('\n');
    }
    // The window's own work in each turn of the event loop, whatever else keeps the machine busy.
    std::vector<double> turns;
    const auto turn = [&](const std::function<void()>& begin) {
        const double before = threadMilliseconds();
        begin();
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        turns.push_back(threadMilliseconds() - before);
    };
    QDeadlineTimer deadline(30'000);
    turn([&] { test.paste(column); });
    while (test.table()->rowCount() != count && !deadline.hasExpired()) {
        turn([] {});
    }
    QCOMPARE(test.table()->rowCount(), count);
    QCOMPARE(test.cell(count - 1, 1), QStringLiteral("9999"));
    for (int i = 0; i < 20; ++i) {
        turn([&] { test.model.setParameter(test.functionIndex("elu"), 1.0 + i); });
        QTest::qWait(5);
    }
    // In one piece, it would all be in one turn.
    const double longest = *std::ranges::max_element(turns);
    const double total = std::accumulate(turns.begin(), turns.end(), 0.0);
    QVERIFY2(longest < total / 4,
             qPrintable(QStringLiteral("%1 of %2 ms").arg(longest).arg(total)));

    auto* editor = test.find<NumberEditor>("numbersField");
    editor->undo(); // as one step
    QTRY_COMPARE(test.table()->rowCount(), 3);
}

void CurveTabsTest::codeFollowsTheParameters() {
    ShownTabs test(Code);
    auto* pytorch = test.find<CodeView>("pytorchCode");
    QTRY_VERIFY(pytorch->toPlainText().contains(QStringLiteral("nn.ReLU()")));
    test.pick("codeFunction", QStringLiteral("ELU"));
    QTRY_VERIFY(pytorch->toPlainText().contains(QStringLiteral("nn.ELU(1.0)")));
    test.model.setParameter(test.functionIndex("elu"), 2.5);
    QTRY_VERIFY(pytorch->toPlainText().contains(QStringLiteral("nn.ELU(2.5)")));
    QVERIFY(test.find<CodeView>("cppCode")->toPlainText().contains(
        QStringLiteral("activation.parameters = {2.5}; // alpha")));
    QVERIFY(test.find<FormulaView>("formulaView")
                ->accessibleDescription()
                .endsWith(QStringLiteral("a = 2.5")));
}

void CurveTabsTest::codeIsCopied() {
    ShownTabs test(Code);
    const auto copied = [&](const char* button) {
        QTest::mouseClick(test.find<QPushButton>(button), Qt::LeftButton);
        return QGuiApplication::clipboard()->text();
    };
    QTRY_COMPARE(copied("copyFormulaButton"),
                 QStringLiteral("f(x) = max(0, x)\nf'(x) = 1 if x > 0, else 0"));
    QVERIFY(copied("copyPytorchButton").startsWith(QStringLiteral("import torch\n")));
    QVERIFY(copied("copyCppButton").contains(QStringLiteral("findActivation(\"relu\")")));
}

void CurveTabsTest::emptyPageSaysWhatToDo() {
    for (const Tab tab : {Properties, Evaluate, Code}) {
        ShownTabs test(tab);
        for (std::size_t i = 0; i < test.model.functions().size(); ++i) {
            test.model.setShown(i, false);
        }
        QTest::qWait(20);
        QVERIFY(test.tabs.isVisible());
        if (tab == Properties) {
            QVERIFY(!test.find<QTableView>("propertiesTable")->isVisible());
        } else if (tab == Evaluate) {
            QTRY_VERIFY(!test.find<QPushButton>("copyTableButton")->isEnabled());
            QVERIFY(test.note().startsWith(QStringLiteral("Tick a function")));
        } else {
            QVERIFY(!test.find<CodeView>("cppCode")->isVisible());
        }
    }
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::CurveTabsTest)
#include "curve_tabs_test.moc"

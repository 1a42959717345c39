// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/curves_model.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <array>
#include <set>

namespace reluscope::ui {

namespace {

std::size_t indexOf(std::string_view id) {
    const auto table = activationTable();
    return static_cast<std::size_t>(std::ranges::find(table, id, &ActivationInfo::id) -
                                    table.begin());
}

double parameterOf(const CurvesModel& model, std::size_t function) {
    return model.functions()[function].activation.parameters.front();
}

} // namespace

class CurvesModelTest : public QObject {
    Q_OBJECT

  private slots:
    void parameterIsUndoneAndRedone();
    void stepsOfADragAreUndoneTogether();
    void dragsAreUndoneOneByOne();
    void severalShownAtOnceAreOneStep();
    void tauIsUndone();
    void sameValueIsNoStep();
    void functionComesBackInItsStyle();
    void shownFunctionsNeverShareAStyle();
    void undoLeavesTheStylesOfRunsAlone();
};

void CurvesModelTest::parameterIsUndoneAndRedone() {
    CurvesModel model;
    const std::size_t leaky = indexOf("leaky_relu");
    const double before = parameterOf(model, leaky);
    model.setParameter(leaky, 0.3);
    QCOMPARE(model.undoStack().undoText(), QStringLiteral("Leaky ReLU: negative slope"));
    QSignalSpy changed(&model, &CurvesModel::changed);
    model.undoStack().undo();
    QCOMPARE(parameterOf(model, leaky), before);
    model.undoStack().redo();
    QCOMPARE(parameterOf(model, leaky), 0.3);
    QCOMPARE(changed.size(), 2);
}

void CurvesModelTest::stepsOfADragAreUndoneTogether() {
    CurvesModel model;
    const std::size_t elu = indexOf("elu");
    for (const double value : {1.1, 1.2, 1.3}) {
        model.setParameter(elu, value, true);
    }
    model.setParameter(elu, 1.3); // the button is let go
    QCOMPARE(model.undoStack().count(), 1);
    model.undoStack().undo();
    QCOMPARE(parameterOf(model, elu), 1.0);
}

void CurvesModelTest::dragsAreUndoneOneByOne() {
    CurvesModel model;
    const std::size_t elu = indexOf("elu");
    for (const double value : {1.5, 2.0}) {
        model.setParameter(elu, value - 0.1, true);
        model.setParameter(elu, value, true);
        model.setParameter(elu, value);
    }
    QCOMPARE(model.undoStack().count(), 2);
    model.undoStack().undo();
    QCOMPARE(parameterOf(model, elu), 1.5);
}

void CurvesModelTest::severalShownAtOnceAreOneStep() {
    CurvesModel model;
    const std::size_t before = model.shownFunctions().size();
    const std::array functions{indexOf("tanh"), indexOf("sine"), indexOf("relu")};
    model.setShown(functions, true);
    QCOMPARE(model.shownFunctions().size(), before + 2);
    QCOMPARE(model.undoStack().count(), 1);
    model.undoStack().undo();
    QCOMPARE(model.shownFunctions().size(), before);
    QVERIFY(model.functions()[indexOf("relu")].shown);
}

void CurvesModelTest::tauIsUndone() {
    CurvesModel model;
    QCOMPARE(model.tau(), 0.01);
    model.setTau(0.2);
    QCOMPARE(model.tau(), 0.2);
    model.undoStack().undo();
    QCOMPARE(model.tau(), 0.01);
}

void CurvesModelTest::sameValueIsNoStep() {
    CurvesModel model;
    QSignalSpy changed(&model, &CurvesModel::changed);
    model.setTau(model.tau());
    model.setShown(indexOf("relu"), true);
    model.setParameter(indexOf("elu"), 1.0);
    QVERIFY(!model.undoStack().canUndo());
    QVERIFY(changed.isEmpty());
}

void CurvesModelTest::functionComesBackInItsStyle() {
    CurvesModel model;
    const std::size_t sigmoid = indexOf("sigmoid");
    const int style = model.functions()[sigmoid].style;
    model.setShown(sigmoid, false);
    model.setShown(indexOf("elu"), false);
    model.setShown(sigmoid, true);
    QCOMPARE(model.functions()[sigmoid].style, style);
}

void CurvesModelTest::shownFunctionsNeverShareAStyle() {
    CurvesModel model;
    model.setRunActivations({findActivation("relu"), findActivation("tanh")});
    for (std::size_t i = 0; i < model.functions().size(); ++i) {
        model.setShown(i, false);
        model.setShown((7 * i) % model.functions().size(), true);
    }
    model.undoStack().undo();
    model.undoStack().undo();
    std::set<int> styles;
    for (const CurveFunction& function : model.shownFunctions()) {
        QVERIFY(styles.insert(function.style).second);
    }
}

void CurvesModelTest::undoLeavesTheStylesOfRunsAlone() {
    CurvesModel model;
    const std::size_t tanh = indexOf("tanh");
    model.setShown(tanh, true);
    model.setRunActivations({findActivation("tanh")});
    QCOMPARE(model.functions()[tanh].style, 0);
    model.setTau(0.5);
    model.undoStack().undo();
    QCOMPARE(model.functions()[tanh].style, 0);
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::CurvesModelTest)
#include "curves_model_test.moc"

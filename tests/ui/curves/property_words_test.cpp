// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activation/gradient_zones.h"
#include "ui/curves/tabs/properties_model.h"
#include "ui/curves/tabs/property_words.h"

#include <QTest>

namespace reluscope::ui {

namespace {

CurveFunction function(std::string_view id) {
    return {Activation(*findActivation(id)), true, 0};
}

CurveFunction function(std::string_view id, double parameter) {
    CurveFunction made = function(id);
    made.activation.parameters[0] = parameter;
    return made;
}

/// The row of a function that is alone in the table.
QStringList rowOf(const CurveFunction& function) {
    PropertiesModel model;
    model.setFunctions({function}, almostNoGradientShare);
    QStringList texts;
    for (int column = 0; column < model.columnCount(); ++column) {
        texts << model.index(0, column).data().toString();
    }
    return texts;
}

} // namespace

class PropertyWordsTest : public QObject {
    Q_OBJECT

  private slots:
    void rowsAreThoseOfThePicture();
    void parametersChangeTheWords();
    void bothSidesMaySaturate();
    void everyCellOfEveryFunctionHasWords();
    void headersExplainTheirRule();
};

void PropertyWordsTest::rowsAreThoseOfThePicture() {
    QCOMPARE(rowOf(function("relu")),
             QStringLiteral("ReLU|[0, ∞)|yes|no, kink at 0|no|below 0, exactly|1|0.399")
                 .split(QLatin1Char('|')));
    QCOMPARE(rowOf(function("leaky_relu", 0.1)),
             QStringLiteral("Leaky ReLU|(−∞, ∞)|yes|no, kink at 0|no|nowhere|1|0.359")
                 .split(QLatin1Char('|')));
    QCOMPARE(rowOf(function("elu")),
             QStringLiteral("ELU|(−1, ∞)|yes|f' yes, f'' no|nearly|below −4.6|1|0.161")
                 .split(QLatin1Char('|')));
    QCOMPARE(rowOf(function("silu")),
             QStringLiteral("Swish (SiLU)|[−0.278, ∞)|no|yes|no|below −6.1|1.100|0.207")
                 .split(QLatin1Char('|')));
    QCOMPARE(
        rowOf(function("sigmoid")),
        QStringLiteral("sigmoid|(0, 1)|yes|yes|no|beyond ±6|0.25|0.500").split(QLatin1Char('|')));
}

void PropertyWordsTest::parametersChangeTheWords() {
    const QStringList elu = rowOf(function("elu", 2));
    QCOMPARE(elu[PropertiesModel::Range], QStringLiteral("(−2, ∞)"));
    QCOMPARE(elu[PropertiesModel::Smooth], QStringLiteral("no, kink at 0"));
    QCOMPARE(elu[PropertiesModel::Steepest], QStringLiteral("2"));
    const QStringList silu = rowOf(function("silu", 2));
    QCOMPARE(silu[PropertiesModel::Range], QStringLiteral("[−0.139, ∞)"));
    QCOMPARE(silu[PropertiesModel::Saturates], QStringLiteral("below −3.1"));
    const QStringList line = rowOf(function("leaky_relu", 1));
    QCOMPARE(line[PropertiesModel::Smooth], QStringLiteral("yes"));
    QCOMPARE(line[PropertiesModel::Centred], QStringLiteral("yes"));
    QCOMPARE(line[PropertiesModel::Mean], QStringLiteral("0"));
    const QStringList flat = rowOf(function("leaky_relu", 0));
    QCOMPARE(flat[PropertiesModel::Range], QStringLiteral("[0, ∞)"));
    QCOMPARE(flat[PropertiesModel::Saturates], QStringLiteral("below 0, exactly"));
}

void PropertyWordsTest::bothSidesMaySaturate() {
    QCOMPARE(rowOf(function("relu6"))[PropertiesModel::Saturates],
             QStringLiteral("below 0, above 6, exactly"));
    QCOMPARE(rowOf(function("relu6"))[PropertiesModel::Smooth],
             QStringLiteral("no, kinks at 0 and 6"));
    QCOMPARE(rowOf(function("hardtanh"))[PropertiesModel::Saturates],
             QStringLiteral("beyond ±1, exactly"));
    QCOMPARE(rowOf(function("hardtanh"))[PropertiesModel::Smooth],
             QStringLiteral("no, kinks at ±1"));
    QCOMPARE(saturationWords({std::nullopt, FlatTail{2, false}}), QStringLiteral("above 2"));
}

void PropertyWordsTest::everyCellOfEveryFunctionHasWords() {
    std::vector<CurveFunction> all;
    for (const ActivationInfo& info : activationTable()) {
        all.push_back({Activation(info), true, 0});
    }
    PropertiesModel model;
    model.setFunctions(all, almostNoGradientShare);
    QCOMPARE(model.rowCount(), static_cast<int>(all.size()));
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column) {
            const QString text = model.index(row, column).data().toString();
            QVERIFY(!text.isEmpty() && !text.contains(QLatin1Char('%')));
        }
    }
    QVERIFY(model.leastMean() <= 0 && model.largestMean() > 0.7);
}

void PropertyWordsTest::headersExplainTheirRule() {
    const PropertiesModel model;
    for (int column = 0; column < model.columnCount(); ++column) {
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
    }
    const QString rule =
        model.headerData(PropertiesModel::Centred, Qt::Horizontal, Qt::ToolTipRole).toString();
    QVERIFY2(rule.contains(QStringLiteral("0.01")) && rule.contains(QStringLiteral("0.25")),
             qPrintable(rule));
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::PropertyWordsTest)
#include "property_words_test.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activation/activation.h"
#include "ui/curves/tabs/equations.h"
#include "ui/curves/tabs/formula_layout.h"

#include <QImage>
#include <QPainter>
#include <QTest>

namespace reluscope::ui {

namespace {

/// A formula as text that shows how it was understood.
QString outline(const FormulaNode& node) {
    using Kind = FormulaNode::Kind;
    const auto parts = [&] {
        QString text;
        for (const FormulaNode& part : node.parts) {
            text += outline(part);
        }
        return text;
    };
    switch (node.kind) {
    case Kind::Text:
        return node.text;
    case Kind::Variable:
        return QLatin1Char('_') + node.text;
    case Kind::Row:
        return parts();
    case Kind::Group:
        return QLatin1Char('(') + parts() + QLatin1Char(')');
    case Kind::Raised:
        return QStringLiteral("^{") + parts() + QLatin1Char('}');
    case Kind::Root:
        return QStringLiteral("√{") + parts() + QLatin1Char('}');
    case Kind::Fraction:
        return QStringLiteral("{%1 over %2}").arg(outline(node.parts[0]), outline(node.parts[1]));
    case Kind::Cases:
        break;
    }
    QStringList cases;
    for (std::size_t i = 0; i < node.parts.size(); i += 2) {
        cases << outline(node.parts[i]) + QStringLiteral(" | ") + outline(node.parts[i + 1]);
    }
    return QLatin1Char('{') + cases.join(QStringLiteral("; ")) + QLatin1Char('}');
}

QString outlineOf(const char16_t* equation) {
    return outline(parseFormula(QString::fromUtf16(equation))).remove(QChar(0x2009));
}

Activation activation(std::string_view id, double parameter) {
    Activation made(*findActivation(id));
    made.parameters[0] = parameter;
    return made;
}

} // namespace

class FormulaTest : public QObject {
    Q_OBJECT

  private slots:
    void slashDividesTheProductBeforeIt();
    void exponentsAreRaised();
    void casesHaveConditions();
    void lettersAreSlantedAndNamesAreNot();
    void parametersAreShownAsTheyAre();
    void choiceSelectsTheForm();
    void everyFormulaIsUnderstoodAndHasASize();
    void fractionIsHigherThanItsParts();
};

void FormulaTest::slashDividesTheProductBeforeIt() {
    QCOMPARE(outlineOf(u"1 / (1 + e⁻ˣ)"), QStringLiteral("{1 over 1 + e^{−_x}}"));
    QCOMPARE(outlineOf(u"1 − x (x + 3) / 6"), QStringLiteral("1 − {_x(_x + 3) over 6}"));
    QCOMPARE(outlineOf(u"1 / (1 + |x|)²"), QStringLiteral("{1 over (1 + |_x|)^{2}}"));
    QCOMPARE(outlineOf(u"(2x + 3) / 6"), QStringLiteral("{2_x + 3 over 6}"));
    QCOMPARE(outlineOf(u"√(2/π) x"), QStringLiteral("√{{2 over π}}_x"));
}

void FormulaTest::exponentsAreRaised() {
    QCOMPARE(outlineOf(u"a (eˣ − 1)"), QStringLiteral("_a(e^{_x} − 1)"));
    QCOMPARE(outlineOf(u"ln(1 + e^(b x)) / b"), QStringLiteral("{ln(1 + e^{_b_x}) over _b}"));
    // There a slash is easier to read than a bar.
    QCOMPARE(outlineOf(u"e^(x / a)"), QStringLiteral("e^{_x/_a}"));
}

void FormulaTest::casesHaveConditions() {
    QCOMPARE(outlineOf(u"f(x) = x if x > 0, else a x"),
             QStringLiteral("_f(_x) = {_x | _x > 0; _a_x | otherwise}"));
    QCOMPARE(outlineOf(u"f'(x) = 0 if x < −3, 1 if x > 3, else (2x + 3) / 6"),
             QStringLiteral("_f′(_x) = {0 | _x < −3; 1 | _x > 3; {2_x + 3 over 6} | otherwise}"));
}

void FormulaTest::lettersAreSlantedAndNamesAreNot() {
    QCOMPARE(outlineOf(u"f(x) = x tanh(ln(1 + eˣ))"),
             QStringLiteral("_f(_x) = _xtanh(ln(1 + e^{_x}))"));
    const LetterNames names = letterNames(activation("elu", 1));
    QCOMPARE(outline(parseFormula(QStringLiteral("a x"), names)).remove(QChar(0x2009)),
             QStringLiteral("_α_x"));
    QVERIFY(letterNames(activation("leaky_relu", 1)).isEmpty());
}

void FormulaTest::parametersAreShownAsTheyAre() {
    const QStringList equations = equationsOf(activation("elu", 1.5));
    QCOMPARE(equations.size(), 3);
    QCOMPARE(equations[2], QStringLiteral("a = 1.5"));
    QVERIFY(equationsOf(activation("selu", 0)).contains(QStringLiteral("a = 1.67326, s = 1.0507")));
    // A remark is no equation.
    QCOMPARE(
        equationsOf(activation("prelu", 0.25)),
        (QStringList{QStringLiteral("f(x) = x if x > 0, else a x"),
                     QStringLiteral("f'(x) = 1 if x > 0, else a"), QStringLiteral("a = 0.25")}));
}

void FormulaTest::choiceSelectsTheForm() {
    QCOMPARE(equationsOf(activation("gelu", 0)).front(), QStringLiteral("f(x) = x Φ(x)"));
    QCOMPARE(equationsOf(activation("gelu", 1)),
             (QStringList{QStringLiteral("f(x) = x σ(2u), u = √(2/π) (x + 0.044715 x³)"),
                          QStringLiteral("f'(x) = σ(2u) + 2 x u' σ'(2u)")}));
}

void FormulaTest::everyFormulaIsUnderstoodAndHasASize() {
    QFont font;
    font.setPixelSize(16);
    const FormulaLayout layout(font);
    for (const ActivationInfo& info : activationTable()) {
        for (const QString& equation : equationsOf(Activation(info))) {
            const FormulaNode node = parseFormula(equation);
            const QString read = outline(node);
            // What only the one-line form needs is gone.
            for (const char* sign : {" if ", "else", " / ", "^(", "√("}) {
                QVERIFY2(!read.contains(QString::fromUtf8(sign)), qPrintable(read));
            }
            const FormulaExtent extent = layout.measure(node);
            QVERIFY(extent.width > 16 && extent.width < 480);
            QVERIFY(extent.ascent > 0 && extent.descent >= 0);
        }
    }
}

void FormulaTest::fractionIsHigherThanItsParts() {
    QFont font;
    font.setPixelSize(20);
    const FormulaLayout layout(font);
    const auto heightOf = [&](const char16_t* text) {
        const FormulaExtent extent = layout.measure(parseFormula(QString::fromUtf16(text)));
        return extent.ascent + extent.descent;
    };
    QVERIFY(heightOf(u"1 / x") > 1.8 * heightOf(u"x"));

    // The ink stays within what was measured.
    const FormulaNode node = parseFormula(QStringLiteral("f(x) = x if x > 0, else 1 / (1 + e⁻ˣ)"));
    const FormulaExtent extent = layout.measure(node);
    constexpr int margin = 20;
    QImage image(static_cast<int>(extent.width) + 2 * margin,
                 static_cast<int>(extent.ascent + extent.descent) + 2 * margin,
                 QImage::Format_Grayscale8);
    image.fill(Qt::white);
    {
        QPainter painter(&image);
        layout.draw(painter, node, {margin, margin + extent.ascent});
    }
    int ink = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qGray(image.pixel(x, y)) < 128) {
                ++ink;
                QVERIFY(x >= margin - 2 && x < image.width() - margin + 3);
                QVERIFY(y >= margin - 2 && y < image.height() - margin + 3);
            }
        }
    }
    QVERIFY(ink > 200);
}

} // namespace reluscope::ui

QTEST_MAIN(reluscope::ui::FormulaTest)
#include "formula_test.moc"

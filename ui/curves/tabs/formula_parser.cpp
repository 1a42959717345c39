// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/tabs/formula_parser.h"

#include <QCoreApplication>
#include <QStringList>

#include <iterator>
#include <utility>

namespace reluscope::ui {

namespace {

using Kind = FormulaNode::Kind;

const QString raisedCharacters = QStringLiteral("ˣ⁻⁰¹²³⁴⁵⁶⁷⁸⁹");
const QString loweredCharacters = QStringLiteral("x−0123456789");
const QString thinSpace = QStringLiteral("\u2009");

FormulaNode textNode(const QString& text) {
    return {Kind::Text, text};
}

/// A row of one part is that part; a group that stands alone needs no parentheses.
FormulaNode unwrapped(std::vector<FormulaNode> parts) {
    if (parts.size() == 1 && parts.front().kind == Kind::Group) {
        return {Kind::Row, {}, std::move(parts.front().parts)};
    }
    return {Kind::Row, {}, std::move(parts)};
}

class ExpressionParser {
  public:
    ExpressionParser(const QString& text, const LetterNames& names)
        : m_text(text)
        , m_names(names) {}

    /// To the end, or to the parenthesis that closes it, which is taken too.
    std::vector<FormulaNode> row(bool slashesStay = false) {
        std::vector<FormulaNode> parts;
        std::size_t term = 0; // where the product begins that a slash divides
        while (!isAtEnd() && !take(QStringLiteral(")"))) {
            if (const QString sign = takeOperator(); !sign.isEmpty()) {
                parts.push_back(textNode(sign));
                term = parts.size();
            } else if (take(QStringLiteral(" / ")) || take(QStringLiteral("/"))) {
                if (slashesStay) {
                    parts.push_back(textNode(QStringLiteral("/")));
                } else {
                    divide(parts, term);
                }
            } else if (take(QStringLiteral(" "))) {
                parts.push_back(textNode(thinSpace));
            } else {
                parts.push_back(factor());
            }
        }
        return parts;
    }

  private:
    bool isAtEnd() const { return m_at >= m_text.size(); }
    QChar next() const { return isAtEnd() ? QChar() : m_text.at(m_at); }

    bool take(const QString& expected) {
        const bool isThere = QStringView(m_text).mid(m_at).startsWith(expected);
        m_at += isThere ? expected.size() : 0;
        return isThere;
    }

    /// A sign between two terms, with its spaces.
    QString takeOperator() {
        for (const char16_t* sign : {u" + ", u" − ", u" = ", u" > ", u" < ", u" ≤ ", u" ≥ "}) {
            if (const QString text = QString::fromUtf16(sign); take(text)) {
                return text;
            }
        }
        return take(QStringLiteral(", ")) ? QStringLiteral(", ") : QString();
    }

    void divide(std::vector<FormulaNode>& parts, std::size_t term) {
        const auto first = parts.begin() + static_cast<std::ptrdiff_t>(term);
        std::vector<FormulaNode> numerator(std::make_move_iterator(first),
                                           std::make_move_iterator(parts.end()));
        parts.erase(first, parts.end());
        std::vector<FormulaNode> denominator{factor()};
        if (raisedCharacters.contains(next())) {
            denominator.push_back(factor());
        }
        parts.push_back({Kind::Fraction,
                         {},
                         {unwrapped(std::move(numerator)), unwrapped(std::move(denominator))}});
    }

    FormulaNode factor() {
        if (take(QStringLiteral("("))) {
            return {Kind::Group, {}, row()};
        }
        if (take(QStringLiteral("^("))) {
            return {Kind::Raised, {}, row(true)};
        }
        if (take(QStringLiteral("√("))) {
            return {Kind::Root, {}, row()};
        }
        if (take(QStringLiteral("'"))) {
            return textNode(QStringLiteral("′"));
        }
        if (raisedCharacters.contains(next())) {
            return raised();
        }
        return word();
    }

    FormulaNode raised() {
        QString lowered;
        while (!isAtEnd() && raisedCharacters.contains(next())) {
            lowered += loweredCharacters.at(raisedCharacters.indexOf(next()));
            ++m_at;
        }
        return {Kind::Raised, {}, ExpressionParser(lowered, m_names).row()};
    }

    /// Letters that belong together, or else one character.
    FormulaNode word() {
        const auto isLatin = [](QChar character) {
            return character >= QLatin1Char('a') && character <= QLatin1Char('z');
        };
        QString letters;
        while (!isAtEnd() && isLatin(next())) {
            letters += next();
            ++m_at;
        }
        if (letters.isEmpty()) {
            return textNode(m_text.at(m_at++));
        }
        // Euler's number is no variable.
        const bool isVariable = letters.size() == 1 && letters != QLatin1String("e");
        return {isVariable ? Kind::Variable : Kind::Text, m_names.value(letters, letters)};
    }

    QString m_text;
    const LetterNames& m_names;
    qsizetype m_at = 0;
};

FormulaNode parseExpression(const QString& text, const LetterNames& names) {
    return {Kind::Row, {}, ExpressionParser(text, names).row()};
}

/// "A if C, B if D, else E"
FormulaNode parseCases(const QString& text, const LetterNames& names) {
    FormulaNode cases{Kind::Cases, {}, {}};
    for (const QString& one : text.split(QStringLiteral(", "))) {
        const QString otherwise = QStringLiteral("else ");
        if (one.startsWith(otherwise)) {
            cases.parts.push_back(parseExpression(one.mid(otherwise.size()), names));
            cases.parts.push_back(textNode(QCoreApplication::translate("core", "otherwise")));
        } else {
            const QStringList sides = one.split(QStringLiteral(" if "));
            cases.parts.push_back(parseExpression(sides.value(0), names));
            cases.parts.push_back(parseExpression(sides.value(1), names));
        }
    }
    return cases;
}

} // namespace

FormulaNode parseFormula(const QString& equation, const LetterNames& names) {
    const QString equals = QStringLiteral(" = ");
    const qsizetype at = equation.indexOf(equals);
    if (at < 0 || !equation.contains(QStringLiteral(" if "))) {
        return parseExpression(equation, names);
    }
    FormulaNode whole = parseExpression(equation.left(at), names);
    whole.parts.push_back(textNode(equals));
    whole.parts.push_back(parseCases(equation.mid(at + equals.size()), names));
    return whole;
}

} // namespace reluscope::ui

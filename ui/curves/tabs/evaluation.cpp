// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/tabs/evaluation.h"

#include "core/io/number_list.h"
#include "ui/curves/exact_float.h"
#include "ui/plot/tick_text.h"
#include "ui/session/display_names.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace reluscope::ui {

namespace {

/// As numbers are written in files; what has no part in any number becomes a question mark, and all
/// stays in its place.
char plainCharacter(QChar character) {
    constexpr char16_t firstFullWidth = 0xFF01;
    constexpr char16_t lastFullWidth = 0xFF5E;
    constexpr char16_t ideographicComma = 0x3001;
    constexpr char16_t minusSign = 0x2212;
    const char16_t code = character.unicode();
    if (code >= firstFullWidth && code <= lastFullWidth) {
        return static_cast<char>(code - firstFullWidth + '!');
    }
    if (code == ideographicComma) {
        return ',';
    }
    if (code == minusSign) {
        return '-';
    }
    if (code == '\n') {
        return '\n';
    }
    return character.isSpace() ? ' ' : code < 0x80 ? static_cast<char>(code) : '?';
}

constexpr std::string_view separators = ",;";

/// Follows how many lines and numbers have gone by.
class PlaceCounter {
  public:
    explicit PlaceCounter(const std::string& text)
        : m_text(text) {}

    /// Of the next number, which begins at `position`.
    NumberFault placeAt(std::size_t position, std::size_t length) {
        for (; m_passed < position; ++m_passed) {
            if (m_text[m_passed] == '\n') {
                ++m_line;
                m_number = 0;
            }
        }
        ++m_number;
        return {static_cast<qsizetype>(position), static_cast<qsizetype>(length), m_line, m_number};
    }

  private:
    const std::string& m_text;
    std::size_t m_passed = 0;
    int m_line = 1;
    int m_number = 0;
};

void readNumbers(const QString& numbers, Evaluation& evaluation) {
    std::string text(static_cast<std::size_t>(numbers.size()), ' ');
    std::ranges::transform(numbers, text.begin(), plainCharacter);
    NumberListReader reader(text, separators);
    PlaceCounter counter(text);
    while (const auto number = reader.next()) {
        if (evaluation.x.size() == Evaluation::mostNumbers) {
            evaluation.isCutShort = true;
            return;
        }
        const auto position = static_cast<std::size_t>(number->text.data() - text.data());
        const NumberFault place = counter.placeAt(position, number->text.size());
        if (number->value) {
            evaluation.x.push_back(*number->value);
        } else {
            ++evaluation.faultCount;
            evaluation.firstFault = evaluation.firstFault.value_or(place);
        }
    }
}

} // namespace

bool endsNumber(QChar character) {
    const char plain = plainCharacter(character);
    return plain == ' ' || plain == '\n' || separators.find(plain) != std::string_view::npos;
}

Evaluation evaluate(const QString& numbers, const std::vector<CurveFunction>& functions) {
    Evaluation evaluation;
    readNumbers(numbers, evaluation);
    const auto hasPower = [](const std::vector<float>& values) {
        return std::ranges::any_of(values, isWrittenWithPower);
    };
    evaluation.hasPowers = hasPower(evaluation.x);
    for (const CurveFunction& function : functions) {
        EvaluatedFunction& own = evaluation.functions.emplace_back(
            EvaluatedFunction{function.activation, function.style, {}, {}});
        own.f.resize(evaluation.x.size());
        own.slope.resize(evaluation.x.size());
        own.activation.apply<float>(evaluation.x, own.f);
        own.activation.differentiate<float>(evaluation.x, own.slope);
        evaluation.hasPowers = evaluation.hasPowers || hasPower(own.f) || hasPower(own.slope);
    }
    return evaluation;
}

QString spreadsheetText(const Evaluation& evaluation) {
    QString table = QStringLiteral("x");
    for (const EvaluatedFunction& function : evaluation.functions) {
        const QString name = functionName(*function.activation.info);
        table += QStringLiteral("\t%1 f\t%1 f'").arg(name);
    }
    table += QLatin1Char('\n');
    for (std::size_t i = 0; i < evaluation.x.size(); ++i) {
        table += exactFloat(evaluation.x[i]);
        for (const EvaluatedFunction& function : evaluation.functions) {
            table += QLatin1Char('\t') + exactFloat(function.f[i]);
            table += QLatin1Char('\t') + exactFloat(function.slope[i]);
        }
        table += QLatin1Char('\n');
    }
    return table;
}

} // namespace reluscope::ui

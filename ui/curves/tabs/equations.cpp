// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/tabs/equations.h"

#include "core/activation/activation.h"
#include "ui/controls/number_text.h"
#include "ui/session/display_names.h"

namespace reluscope::ui {

namespace {

const QString equals = QStringLiteral(" = ");

/// Core's text is an equation, its other forms behind the word that chooses them, "tanh: ...", and
/// remarks, all apart by semicolons.
QStringList equationsOf(const Activation& activation, std::string_view text) {
    const QStringList statements = toQString(text).split(QStringLiteral("; "));
    QStringList equations{statements.front()};
    const auto parameters = activation.info->parameters;
    const QString chosen = !parameters.empty() && parameters[0].isChoice()
                               ? toQString(parameters[0].wordOf(activation.parameters[0]))
                               : QString();
    for (const QString& statement : statements.mid(1)) {
        const qsizetype colon = statement.indexOf(QStringLiteral(": "));
        if (colon >= 0) {
            if (statement.left(colon) == chosen) {
                const QString name = equations.front().section(equals, 0, 0);
                equations.front() = name + equals + statement.mid(colon + 2);
            }
        } else if (statement.contains(equals)) {
            equations << statement;
        }
    }
    return equations;
}

} // namespace

QStringList equationsOf(const Activation& activation) {
    QStringList equations = equationsOf(activation, activation.info->formula);
    QStringList derivative = equationsOf(activation, activation.info->derivative);
    equations.insert(1, derivative.takeFirst());
    equations += derivative;
    for (std::size_t i = 0; i < activation.info->parameters.size(); ++i) {
        const ActivationParameter& parameter = activation.info->parameters[i];
        if (!parameter.symbol.empty()) {
            equations << toQString(parameter.symbol) + equals + exactText(activation.parameters[i]);
        }
    }
    return equations;
}

LetterNames letterNames(const Activation& activation) {
    LetterNames names;
    for (const ActivationParameter& parameter : activation.info->parameters) {
        if (parameter.id == "alpha" || parameter.id == "beta") {
            names.insert(toQString(parameter.symbol), shortParameterName(parameter));
        }
    }
    return names;
}

} // namespace reluscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/curves/tabs/formula_node.h"

#include <QHash>
#include <QString>

namespace reluscope::ui {

/// How a letter of core's formulas is written: "a" as "α".
using LetterNames = QHash<QString, QString>;

/// Reads an equation as core writes it on one line: "f(x) = x if x > 0, else a (eˣ − 1)". Products
/// are written with spaces, exponents raised or as e^(...), quotients with slashes. What it does
/// not know it takes for text.
FormulaNode parseFormula(const QString& equation, const LetterNames& names = {});

} // namespace reluscope::ui

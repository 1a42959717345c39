// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace reluscope::ui {

/// A piece of a formula.
struct FormulaNode {
    enum class Kind {
        Text,     ///< upright: figures, operators, names of functions
        Variable, ///< slanted: a single letter
        Row,      ///< its parts from left to right
        Group,    ///< a row in parentheses
        Fraction, ///< numerator, denominator
        Raised,   ///< an exponent
        Root,     ///< a square root
        Cases     ///< pairs of a value and its condition behind a brace
    };

    Kind kind = Kind::Row;
    QString text = {};
    std::vector<FormulaNode> parts = {};

    bool operator==(const FormulaNode&) const = default;
};

} // namespace reluscope::ui

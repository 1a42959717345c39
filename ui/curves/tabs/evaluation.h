// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/curves/curves_model.h"

#include <QString>

#include <cstddef>
#include <optional>
#include <vector>

namespace reluscope::ui {

/// A part of a list that is no number.
struct NumberFault {
    qsizetype position = 0; ///< in the text
    qsizetype length = 0;   ///< 0 where a number is missing
    int line = 1;           ///< from 1
    int number = 1;         ///< place on the line, from 1
};

struct EvaluatedFunction {
    Activation activation;
    int style = 0;
    std::vector<float> f;
    std::vector<float> slope; ///< f'
};

/// What became of a list of numbers. What can't be read is left out, and the rest evaluated by the
/// float32 kernels that training uses.
struct Evaluation {
    std::vector<float> x;
    std::vector<EvaluatedFunction> functions;
    std::optional<NumberFault> firstFault;
    std::size_t faultCount = 0;
    bool isCutShort = false; ///< there are more than mostNumbers
    bool hasPowers = false;  ///< some number is written with a power of ten

    static constexpr std::size_t mostNumbers = 100'000;
};

/// Reads numbers apart by white space, commas or semicolons, typed in whatever width, and evaluates
/// them. It may take long, and needs nothing of the window.
Evaluation evaluate(const QString& numbers, const std::vector<CurveFunction>& functions);

/// Whether a number ends before it: white space or a separator.
bool endsNumber(QChar character);

/// A table for spreadsheets: x, and f and f' of each function, in columns apart by tabs.
QString spreadsheetText(const Evaluation& evaluation);

} // namespace reluscope::ui

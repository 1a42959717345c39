// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/csv_table.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace reluscope {

/// A table taken apart into what a network sees and what it is to say.
struct CsvColumns {
    std::vector<float> features; ///< rows x features, all finite
    std::vector<std::string> featureNames;
    std::vector<std::string> target; ///< the text of each row's target, never empty
    std::size_t targetColumn = 0;    ///< in the table, for csvNumber() of a target that is a number
};

/// Takes the column called `target` as the target and all others as numeric features, in their
/// order. Throws InputError as csvNumber() does, and for a target that is no column, is empty in a
/// row, or is the only column.
CsvColumns splitTarget(const CsvTable& table, std::string_view target);

/// The number in a cell, as the nearest float: decimal, with a point whatever the locale, blanks
/// around it allowed. Throws InputError, with a place such as "line 3, column "age"", for
/// everything else: NaN, infinities, what exceeds the range of floats and what is closer to 0 than
/// doubles are.
float csvNumber(const CsvTable& table, std::size_t row, std::size_t column);

} // namespace reluscope

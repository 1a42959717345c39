// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/csv_table.h"
#include "core/network/loss.h"

#include <cstddef>
#include <string>
#include <vector>

namespace reluscope {

/// A column, as something to be learned.
struct CsvColumn {
    std::string name;
    bool isNumbers = false;           ///< every cell is one
    Task task = Task::Classification; ///< what its cells look like

    friend bool operator==(const CsvColumn&, const CsvColumn&) = default;
};

/// What a table offers to somebody who is to choose the target.
struct CsvOutline {
    std::vector<CsvColumn> columns;
    std::size_t target = 0; ///< the likeliest
};

/// Looks through a table. A column is a matter of classes if it has words in it, or a few whole
/// numbers from 0 only. The target is likely the one column of words, since features must be
/// numbers; else the column called so ("target", "label", "class", "species", "y"); else the last.
CsvOutline outlineOf(const CsvTable& table);

} // namespace reluscope

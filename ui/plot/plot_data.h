// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace reluscope::ui {

class Plot;

/// What the lines of a plot are drawn from, as a table for a spreadsheet: x and a column for each
/// visible line, tabs between them, empty cells where a line has no sample. The two sides of a jump
/// are two rows with the same x. Where the y axis has names they are the rows, and the cells hold
/// the x of each line there. Numbers read back exactly.
[[nodiscard]] QString dataTable(const Plot& plot);

} // namespace reluscope::ui

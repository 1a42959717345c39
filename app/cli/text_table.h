// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace reluscope::cli {

enum class Align { Left, Right };

/// A column of a table in a terminal.
struct Column {
    std::string title;
    Align align;
    std::size_t width = 0; ///< at least; titles and cells that are wider go beyond
};

using TableRow = std::vector<std::string>; ///< a cell for each column

/// How many places of a terminal a UTF-8 text takes; the wide characters of East Asia take two.
std::size_t displayWidth(std::string_view text);

/// One line of a table, with its line end and without blanks before it.
std::string tableHeader(std::span<const Column> columns);
std::string tableLine(std::span<const Column> columns, const TableRow& row);

/// A whole table, its columns as wide as their widest cell.
std::string tableText(std::vector<Column> columns, std::span<const TableRow> rows);

} // namespace reluscope::cli

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace reluscope {

/// A table of texts under named columns.
struct CsvTable {
    std::vector<std::string> columns;  ///< their names, all different, without blanks around them
    std::string text;                  ///< the cells of all rows, one behind another
    std::vector<std::size_t> cellEnds; ///< where each cell ends in `text`: rows x columns
    std::vector<std::size_t> lines;    ///< on which each row begins in the file, counted from 1

    std::size_t rowCount() const noexcept { return lines.size(); }

    /// As the file has it, blanks included, but without quotation marks around it.
    std::string_view cell(std::size_t row, std::size_t column) const;
};

/// Reads a whole CSV file (RFC 4180) in UTF-8, with or without a byte order mark. Its first line
/// names the columns, and of comma, semicolon and tab the one that stands there most often, outside
/// quotation marks, separates cells. Lines end with LF or CRLF, the last one need not; empty lines
/// are passed over. At most 100,000 columns.
///
/// Throws InputError with a place such as "line 3" for text of another form, for names that are
/// empty or given twice, for rows with more or fewer cells than there are columns, and where there
/// are no rows.
CsvTable parseCsv(std::string_view text);

/// `text` without the spaces and tabs around it.
std::string_view withoutBlanks(std::string_view text);

} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csv_columns.h"
#include "tests/fuzz/fuzz_target.h"

#include <algorithm>
#include <cmath>

namespace reluscope::test {
namespace {

void appendQuoted(std::string& csv, std::string_view cell, bool isLast) {
    csv += '"';
    for (const char c : cell) {
        csv.append(c == '"' ? 2 : 1, c);
    }
    csv += isLast ? "\"\n" : "\",";
}

/// The table as a file again, with every cell in quotation marks.
std::string csvOf(const CsvTable& table) {
    std::string csv;
    const std::size_t columnCount = table.columns.size();
    for (std::size_t column = 0; column < columnCount; ++column) {
        appendQuoted(csv, table.columns[column], column + 1 == columnCount);
    }
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        for (std::size_t column = 0; column < columnCount; ++column) {
            appendQuoted(csv, table.cell(row, column), column + 1 == columnCount);
        }
    }
    return csv;
}

void checkColumns(const CsvTable& table, const CsvColumns& columns) {
    require(columns.target.size() == table.rowCount());
    require(columns.featureNames.size() + 1 == table.columns.size());
    require(columns.features.size() == table.rowCount() * columns.featureNames.size());
    require(
        std::ranges::all_of(columns.features, [](float value) { return std::isfinite(value); }));
}

} // namespace

/// A table that is accepted stands a round trip, and splits into columns of the right size.
void tryInput(std::span<const std::uint8_t> input) {
    const std::string text(input.begin(), input.end());
    const auto table = accepted([&] { return parseCsv(text); });
    if (!table) {
        return;
    }
    const CsvTable again = parseCsv(csvOf(*table));
    require(again.columns == table->columns);
    require(again.text == table->text);
    require(again.cellEnds == table->cellEnds);

    const std::string& target = table->columns.back();
    if (const auto columns = accepted([&] { return splitTarget(*table, target); })) {
        checkColumns(*table, *columns);
    }
}

} // namespace reluscope::test

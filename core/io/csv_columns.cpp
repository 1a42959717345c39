// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csv_columns.h"

#include "core/input_error.h"
#include "core/io/json_value.h"
#include "core/io/nearest_name.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <system_error>

namespace reluscope {
namespace {

std::string quoted(std::string_view text) {
    return "\"" + printable(text) + "\"";
}

std::string placeOf(const CsvTable& table, std::size_t row, std::size_t column) {
    return "line " + std::to_string(table.lines[row]) + ", column " + quoted(table.columns[column]);
}

/// Nothing where `text` is no number, or one beyond the range of `Number`.
template <class Number>
std::optional<Number> wholeTextAs(std::string_view text) {
    Number number = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc() || stop != end || !std::isfinite(number)) {
        return {};
    }
    return number;
}

std::optional<float> finiteFloat(std::string_view text) {
    if (text.starts_with('+') && !text.starts_with("+-")) {
        text.remove_prefix(1); // which std::from_chars does not know
    }
    if (const auto number = wholeTextAs<float>(text)) {
        return number;
    }
    // To std::from_chars a number that rounds to 0 is as much out of range as one too large.
    const auto number = wholeTextAs<double>(text);
    if (number && std::abs(*number) < 1) {
        return static_cast<float>(*number);
    }
    return {};
}

std::size_t findColumn(const CsvTable& table, std::string_view name) {
    const auto found = std::ranges::find(table.columns, name);
    if (found == table.columns.end()) {
        const std::vector<std::string_view> names(table.columns.begin(), table.columns.end());
        throw InputError({}, {}, "there is no column " + quoted(name),
                         "the nearest is " + quoted(nearestName(name, names)));
    }
    return static_cast<std::size_t>(found - table.columns.begin());
}

} // namespace

CsvColumns splitTarget(const CsvTable& table, std::string_view target) {
    CsvColumns result;
    result.targetColumn = findColumn(table, target);
    result.featureNames = table.columns;
    result.featureNames.erase(result.featureNames.begin() +
                              static_cast<std::ptrdiff_t>(result.targetColumn));
    if (result.featureNames.empty()) {
        throw InputError({}, {}, "there is no column beside the target " + quoted(target),
                         "at least one column of numbers");
    }
    result.features.reserve(table.rowCount() * result.featureNames.size());
    result.target.reserve(table.rowCount());
    for (std::size_t row = 0; row < table.rowCount(); ++row) {
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            if (column != result.targetColumn) {
                result.features.push_back(csvNumber(table, row, column));
            }
        }
        const std::string_view text = withoutBlanks(table.cell(row, result.targetColumn));
        if (text.empty()) {
            throw InputError({}, placeOf(table, row, result.targetColumn), "the target is empty",
                             "the class or the number of this row");
        }
        result.target.emplace_back(text);
    }
    return result;
}

float csvNumber(const CsvTable& table, std::size_t row, std::size_t column) {
    const std::string_view text = withoutBlanks(table.cell(row, column));
    if (const auto number = finiteFloat(text)) {
        return *number;
    }
    throw InputError({}, placeOf(table, row, column),
                     text.empty() ? "the cell is empty" : "is " + quoted(text),
                     "a finite number such as -0.5 or 1e-3");
}

} // namespace reluscope

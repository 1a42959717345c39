// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csv_outline.h"

#include "core/input_error.h"
#include "core/io/csv_columns.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <set>
#include <string_view>

namespace reluscope {
namespace {

/// More different whole numbers than this are a quantity, not classes.
constexpr std::size_t mostClasses = 20;

CsvColumn lookThrough(const CsvTable& table, std::size_t column) {
    CsvColumn found{.name = table.columns[column]};
    std::set<float> classes;
    bool areClasses = true;
    try {
        for (std::size_t row = 0; row < table.rowCount(); ++row) {
            const float number = csvNumber(table, row, column);
            areClasses = areClasses && number >= 0 && number == std::floor(number);
            if (areClasses) {
                classes.insert(number);
                areClasses = classes.size() <= mostClasses;
            }
        }
    } catch (const InputError&) {
        return found;
    }
    found.isNumbers = true;
    found.task = areClasses ? Task::Classification : Task::Regression;
    return found;
}

bool isCalledTarget(std::string_view name) {
    constexpr std::array<std::string_view, 5> names{"target", "label", "class", "species", "y"};
    std::string lower(name);
    std::ranges::transform(lower, lower.begin(), [](unsigned char letter) {
        return static_cast<char>(std::tolower(letter));
    });
    return std::ranges::find(names, lower) != names.end();
}

std::size_t likelyTarget(const std::vector<CsvColumn>& columns) {
    const auto isWords = [](const CsvColumn& column) { return !column.isNumbers; };
    const auto words = std::ranges::find_if(columns, isWords);
    if (std::ranges::count_if(columns, isWords) == 1) {
        return static_cast<std::size_t>(words - columns.begin());
    }
    const auto called = std::ranges::find_if(columns, isCalledTarget, &CsvColumn::name);
    return called == columns.end() ? columns.size() - 1
                                   : static_cast<std::size_t>(called - columns.begin());
}

} // namespace

CsvOutline outlineOf(const CsvTable& table) {
    CsvOutline outline;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        outline.columns.push_back(lookThrough(table, column));
    }
    outline.target = likelyTarget(outline.columns);
    return outline;
}

} // namespace reluscope

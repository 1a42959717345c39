// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/sweep_csv_lines.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <sstream>

namespace reluscope::test {

std::string textOf(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<std::string> timelessLines(const std::filesystem::path& csv) {
    std::vector<std::string> lines;
    std::istringstream stream(textOf(csv));
    for (std::string line; std::getline(stream, line);) {
        lines.push_back(line.substr(0, line.rfind(',')));
    }
    return lines;
}

std::vector<std::map<std::string, std::string>> rowsOf(const std::filesystem::path& csv) {
    const auto cellsOf = [](const std::string& line) {
        std::vector<std::string> cells;
        std::istringstream stream(line + ',');
        for (std::string cell; std::getline(stream, cell, ',');) {
            cells.push_back(cell);
        }
        return cells;
    };
    std::istringstream stream(textOf(csv));
    std::string line;
    std::getline(stream, line);
    const std::vector<std::string> columns = cellsOf(line);
    std::vector<std::map<std::string, std::string>> rows;
    while (std::getline(stream, line)) {
        const std::vector<std::string> cells = cellsOf(line);
        EXPECT_EQ(cells.size(), columns.size()) << line;
        auto& row = rows.emplace_back();
        for (std::size_t i = 0; i < std::min(cells.size(), columns.size()); ++i) {
            row[columns[i]] = cells[i];
        }
    }
    return rows;
}

} // namespace reluscope::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/text_table.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace reluscope::cli {
namespace {

/// Characters of East Asian width "wide" (Unicode annex 11), to the accuracy that names need.
bool isWide(std::uint32_t character) {
    struct Block {
        std::uint32_t first;
        std::uint32_t last;
    };
    constexpr std::array<Block, 7> blocks{{{0x1100, 0x115F},
                                           {0x2E80, 0xA4CF},
                                           {0xAC00, 0xD7A3},
                                           {0xF900, 0xFAFF},
                                           {0xFE30, 0xFE6F},
                                           {0xFF00, 0xFF60},
                                           {0x1F300, 0x3FFFD}}};
    return std::ranges::any_of(blocks, [character](const Block& block) {
        return block.first <= character && character <= block.last;
    });
}

std::string joined(std::span<const Column> columns, const TableRow& row) {
    constexpr std::string_view gap = "  ";
    std::string line;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const std::size_t taken = displayWidth(row[i]);
        const std::string blanks(columns[i].width - std::min(taken, columns[i].width), ' ');
        line += i == 0 ? std::string_view() : gap;
        line += columns[i].align == Align::Left ? row[i] + blanks : blanks + row[i];
    }
    line.erase(line.find_last_not_of(' ') + 1);
    return line + '\n';
}

TableRow titles(std::span<const Column> columns) {
    TableRow row;
    for (const Column& column : columns) {
        row.push_back(column.title);
    }
    return row;
}

} // namespace

std::size_t displayWidth(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        std::uint32_t character = length == 1 ? lead : lead & (0x7FU >> length);
        for (++i; i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U; ++i) {
            character = character << 6U | (static_cast<unsigned char>(text[i]) & 0x3FU);
        }
        width += isWide(character) ? 2 : 1;
    }
    return width;
}

std::string tableHeader(std::span<const Column> columns) {
    return joined(columns, titles(columns));
}

std::string tableLine(std::span<const Column> columns, const TableRow& row) {
    return joined(columns, row);
}

std::string tableText(std::vector<Column> columns, std::span<const TableRow> rows) {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        columns[i].width = std::max(columns[i].width, displayWidth(columns[i].title));
        for (const TableRow& row : rows) {
            columns[i].width = std::max(columns[i].width, displayWidth(row[i]));
        }
    }
    std::string text = tableHeader(columns);
    for (const TableRow& row : rows) {
        text += tableLine(columns, row);
    }
    return text;
}

} // namespace reluscope::cli

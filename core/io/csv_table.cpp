// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/csv_table.h"

#include "core/input_error.h"
#include "core/io/json_value.h"
#include "core/io/utf8.h"

#include <algorithm>
#include <array>
#include <unordered_set>
#include <utility>

namespace reluscope {
namespace {

constexpr std::string_view separators = ",;\t"; // the first wins where two are equally frequent

std::string lineNumber(std::size_t line) {
    return "line " + std::to_string(line);
}

std::size_t countLineFeeds(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::count(text, '\n'));
}

/// The separator that the first line of `text` uses, empty ones aside.
char separatorOf(std::string_view text) {
    text.remove_prefix(std::min(text.find_first_not_of("\r\n"), text.size()));
    std::array<std::size_t, separators.size()> counts{};
    bool quoted = false;
    for (const char c : text) {
        if (c == '"') {
            quoted = !quoted; // twice for a doubled one, which changes nothing
        } else if (c == '\n' && !quoted) {
            break;
        } else if (const auto found = separators.find(c);
                   found != std::string_view::npos && !quoted) {
            ++counts[found];
        }
    }
    const auto most = std::ranges::max_element(counts) - counts.begin();
    return separators[static_cast<std::size_t>(most)];
}

/// Takes a text apart, cell after cell.
class CellReader {
  public:
    explicit CellReader(std::string_view text)
        : m_text(text)
        , m_separator(separatorOf(text)) {
        skipEmptyLines();
    }

    bool atEnd() const noexcept { return m_at == m_text.size(); }
    std::size_t line() const noexcept { return m_line; }

    /// Appends the next cell to `cell`. Tells whether its row goes on; if not, the next cell is the
    /// first one of the next row, unless atEnd().
    bool readCell(std::string& cell) {
        if (!atEnd() && m_text[m_at] == '"') {
            readQuoted(cell);
        } else {
            readPlain(cell);
        }
        if (atEnd()) {
            return false;
        }
        if (m_text[m_at] == m_separator) {
            ++m_at;
            return true;
        }
        if (!skipLineEnd()) {
            throw InputError({}, lineNumber(m_line), "text follows a closing quotation mark",
                             "a quotation mark within quoted text is doubled");
        }
        skipEmptyLines();
        return false;
    }

  private:
    void readPlain(std::string& cell) {
        const char stops[] = {m_separator, '"', '\r', '\n'};
        const std::size_t end =
            std::min(m_text.find_first_of({stops, std::size(stops)}, m_at), m_text.size());
        cell += m_text.substr(m_at, end - m_at);
        m_at = end;
        if (!atEnd() && m_text[m_at] == '"') {
            throw InputError({}, lineNumber(m_line), "a quotation mark in the middle of a cell",
                             "quotation marks around the whole cell, and those within it doubled");
        }
    }

    void readQuoted(std::string& cell) {
        const std::size_t firstLine = m_line;
        do {
            ++m_at; // the opening mark, or the second one of two
            const std::size_t mark = m_text.find('"', m_at);
            if (mark == std::string_view::npos) {
                throw InputError({}, lineNumber(firstLine), "a quotation mark is never closed",
                                 "one before and one behind the cell");
            }
            // With the first one of two, which stands for itself.
            const bool doubled = m_text.substr(mark + 1).starts_with('"');
            const std::string_view piece = m_text.substr(m_at, mark + (doubled ? 1 : 0) - m_at);
            cell += piece;
            m_line += countLineFeeds(piece);
            m_at = mark + 1;
        } while (!atEnd() && m_text[m_at] == '"');
    }

    bool skipLineEnd() {
        const std::string_view rest = m_text.substr(m_at);
        if (rest.starts_with('\r') && !rest.starts_with("\r\n")) {
            throw InputError({}, lineNumber(m_line), "a carriage return without a line feed",
                             "lines that end with LF or CRLF");
        }
        const std::size_t length = rest.starts_with('\n') ? 1 : rest.starts_with('\r') ? 2 : 0;
        m_at += length;
        m_line += length > 0 ? 1 : 0;
        return length > 0;
    }

    void skipEmptyLines() {
        while (skipLineEnd()) {
        }
    }

    std::string_view m_text;
    char m_separator;
    std::size_t m_at = 0;
    std::size_t m_line = 1;
};

std::vector<std::string> readColumns(CellReader& reader) {
    constexpr std::size_t mostColumns = 100'000;
    const std::string place = lineNumber(reader.line());
    std::vector<std::string> columns;
    std::unordered_set<std::string> seen;
    for (bool more = true; more;) {
        if (columns.size() == mostColumns) {
            throw InputError({}, place, "too many columns",
                             "at most " + std::to_string(mostColumns));
        }
        std::string cell;
        more = reader.readCell(cell);
        std::string name(withoutBlanks(cell));
        if (name.empty()) {
            throw InputError({}, place,
                             "column " + std::to_string(columns.size() + 1) + " has no name",
                             "a first line that names all columns");
        }
        if (!seen.insert(name).second) {
            throw InputError({}, place, "\"" + printable(name) + "\" is the name of two columns",
                             "a first line that gives each column a name of its own");
        }
        columns.push_back(std::move(name));
    }
    return columns;
}

void readRow(CellReader& reader, CsvTable& table) {
    const std::size_t line = reader.line();
    const std::size_t columnCount = table.columns.size();
    std::size_t count = 0;
    for (bool more = true; more; ++count) {
        if (count == columnCount) {
            throw InputError({}, lineNumber(line), "the row has more cells than there are columns",
                             std::to_string(columnCount) + ", as in the first line");
        }
        more = reader.readCell(table.text);
        table.cellEnds.push_back(table.text.size());
    }
    if (count < columnCount) {
        throw InputError({}, lineNumber(line),
                         "the row ends after " + std::to_string(count) +
                             (count == 1 ? " cell" : " cells"),
                         std::to_string(columnCount) + ", as in the first line");
    }
    table.lines.push_back(line);
}

} // namespace

std::string_view CsvTable::cell(std::size_t row, std::size_t column) const {
    const std::size_t index = row * columns.size() + column;
    const std::size_t begin = index == 0 ? 0 : cellEnds[index - 1];
    return std::string_view(text).substr(begin, cellEnds[index] - begin);
}

CsvTable parseCsv(std::string_view text) {
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    if (text.starts_with(byteOrderMark)) {
        text.remove_prefix(byteOrderMark.size());
    }
    // A zero byte is well-formed, but stands in no text; in UTF-16 every other byte is one.
    if (const std::size_t bad = std::min(findInvalidUtf8(text), text.find('\0'));
        bad != std::string_view::npos) {
        throw InputError({}, lineNumber(countLineFeeds(text.substr(0, bad)) + 1),
                         "the file is no text in UTF-8", "a CSV file in UTF-8");
    }
    CellReader reader(text);
    if (reader.atEnd()) {
        throw InputError({}, lineNumber(1), "the file is empty",
                         "a line with the names of the columns, then a line for each row");
    }
    CsvTable table;
    table.columns = readColumns(reader);
    if (reader.atEnd()) {
        throw InputError({}, lineNumber(reader.line()), "no rows follow the names of the columns",
                         "a line for each row");
    }
    while (!reader.atEnd()) {
        readRow(reader, table);
    }
    return table;
}

std::string_view withoutBlanks(std::string_view text) {
    constexpr std::string_view blanks = " \t";
    const std::size_t begin = std::min(text.find_first_not_of(blanks), text.size());
    const std::size_t end = text.find_last_not_of(blanks) + 1; // npos + 1 is 0: all blank
    return text.substr(begin, std::max(begin, end) - begin);
}

} // namespace reluscope

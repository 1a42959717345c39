// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/json_value.h"

#include "core/input_error.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace reluscope {
namespace {

using Json = nlohmann::json;

bool isContinuationByte(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

std::string lineAndColumn(std::string_view document, std::size_t offset) {
    const std::string_view before = document.substr(0, offset);
    const auto line = std::ranges::count(before, '\n') + 1;
    const std::size_t lineStart = before.rfind('\n') + 1; // npos + 1 is 0: the first line
    const std::string_view ahead = before.substr(lineStart);
    const auto column =
        std::ranges::count_if(ahead, [](char byte) { return !isContinuationByte(byte); }) + 1;
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

/// Builds the value from the events of nlohmann's parser, which reads without recursion.
class ValueBuilder : public nlohmann::json_sax<Json> {
  public:
    explicit ValueBuilder(std::string_view document)
        : m_document(document) {}

    JsonValue take() { return std::move(m_root); }

    bool null() override {
        add(JsonValue::Kind::Null);
        return true;
    }
    bool boolean(bool value) override {
        add(JsonValue::Kind::Boolean).boolean = value;
        return true;
    }
    bool number_integer(number_integer_t value) override {
        return addNumber(static_cast<double>(value), {}, std::to_string(value));
    }
    bool number_unsigned(number_unsigned_t value) override {
        return addNumber(static_cast<double>(value), value, std::to_string(value));
    }
    bool number_float(number_float_t value, const string_t& spelling) override {
        return addNumber(value, {}, spelling);
    }
    bool string(string_t& value) override {
        add(JsonValue::Kind::String).text = std::move(value);
        return true;
    }
    bool binary(binary_t&) override { return false; } // no part of JSON text

    bool start_object(std::size_t) override { return open(JsonValue::Kind::Object); }
    bool end_object() override { return close(); }
    bool start_array(std::size_t) override { return open(JsonValue::Kind::List); }
    bool end_array() override { return close(); }

    bool key(string_t& name) override {
        Container& object = m_open.back();
        const bool isNew = object.seen.insert(name).second;
        object.value->names.push_back(std::move(name));
        if (!isNew) {
            throw InputError({}, path(), "the field is given twice", "once");
        }
        return true;
    }

    bool parse_error(std::size_t position, const std::string&,
                     const nlohmann::detail::exception& error) override {
        // what() reads "[json.exception...] parse error at line 1, column 2: PROBLEM; expected X",
        // without the middle part for numbers out of range.
        std::string_view problem = error.what();
        problem.remove_prefix(problem.find("] ") + 2);
        if (problem.starts_with("parse error at ")) {
            problem.remove_prefix(problem.find(": ") + 2);
        }
        constexpr std::string_view separator = "; expected ";
        std::string_view expected;
        if (const auto found = problem.rfind(separator); found != std::string_view::npos) {
            expected = problem.substr(found + separator.size());
            problem = problem.substr(0, found);
        }
        const std::size_t offset = position == 0 ? 0 : position - 1;
        throw InputError({}, lineAndColumn(m_document, offset), printable(problem),
                         printable(expected));
    }

  private:
    /// A list or an object that is not closed yet.
    struct Container {
        JsonValue* value;
        std::unordered_set<std::string> seen; ///< names of an object, for a quick look
    };

    JsonValue& add(JsonValue::Kind kind) {
        JsonValue& value = m_open.empty() ? m_root : m_open.back().value->elements.emplace_back();
        value.kind = kind;
        return value;
    }

    bool addNumber(double number, std::optional<std::uint64_t> whole, std::string spelling) {
        JsonValue& value = add(JsonValue::Kind::Number);
        value.number = number;
        value.whole = whole;
        value.text = std::move(spelling);
        return true;
    }

    bool open(JsonValue::Kind kind) {
        constexpr std::size_t maxDepth = 32;
        if (m_open.size() == maxDepth) {
            throw InputError({}, {}, "the document nests too deeply",
                             "at most " + std::to_string(maxDepth) + " levels");
        }
        m_open.push_back({&add(kind), {}});
        return true;
    }

    bool close() {
        m_open.pop_back();
        return true;
    }

    /// Of the field whose name was read last: "runs[1].activation".
    std::string path() const {
        std::string path;
        for (const Container& container : m_open) {
            const JsonValue& value = *container.value;
            if (value.kind == JsonValue::Kind::List) {
                path += "[" + std::to_string(value.elements.size() - 1) + "]";
            } else {
                path += (path.empty() ? "" : ".") + printable(value.names.back());
            }
        }
        return path;
    }

    std::string_view m_document;
    JsonValue m_root;
    std::vector<Container> m_open; ///< outermost first; only the last one grows, so no value moves
};

} // namespace

JsonValue parseJson(std::string_view document) {
    // JSON has none, and nlohmann's parser would take it for the end, whatever follows.
    if (const std::size_t zero = document.find('\0'); zero != std::string_view::npos) {
        throw InputError({}, lineAndColumn(document, zero), "a zero byte", "text");
    }
    ValueBuilder builder(document);
    Json::sax_parse(document, &builder);
    return builder.take();
}

std::string printable(std::string_view text) {
    constexpr std::size_t longest = 160;
    std::string result(text.substr(0, longest));
    if (text.size() > longest) {
        // Never half a character.
        while (!result.empty() && isContinuationByte(text[result.size()])) {
            result.pop_back();
        }
        result += "...";
    }
    std::ranges::replace_if(
        result, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, '?');
    return result;
}

} // namespace reluscope

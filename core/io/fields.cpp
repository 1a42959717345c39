// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/fields.h"

#include "core/io/nearest_name.h"

#include <algorithm>
#include <sstream>
#include <utility>

namespace reluscope {
namespace {

std::string quoted(std::string_view text) {
    return "\"" + printable(text) + "\"";
}

/// "is -1", "is the text "nan"", "is a list": a value that is not what it should be.
std::string whatItIs(const JsonValue& value) {
    switch (value.kind) {
    case JsonValue::Kind::Null:
        return "is null";
    case JsonValue::Kind::Boolean:
        return value.boolean ? "is true" : "is false";
    case JsonValue::Kind::Number:
        return "is " + printable(value.text);
    case JsonValue::Kind::String:
        return "is the text " + quoted(value.text);
    case JsonValue::Kind::List:
        return "is a list of " + std::to_string(value.elements.size());
    case JsonValue::Kind::Object:
        break;
    }
    return "is an object";
}

std::string joined(std::span<const std::string_view> names) {
    std::string list;
    for (const std::string_view name : names) {
        list += (list.empty() ? "" : ", ") + std::string(name);
    }
    return list;
}

/// What to write instead of `name`, if it is a slip of one of `known`, and everything that is.
std::string suggestion(std::string_view name, std::span<const std::string_view> known) {
    return "the nearest is " + quoted(nearestName(name, known)) + " of: " + joined(known);
}

std::string rangeText(NumberRange range) {
    std::ostringstream text;
    text << "a number from " << range.minimum << " to " << range.maximum;
    return text.str();
}

std::string rangeText(const std::string& what, WholeRange range) {
    std::string text = what + " from " + std::to_string(range.minimum);
    if (range.maximum != WholeRange{}.maximum) {
        text += " to " + std::to_string(range.maximum);
    }
    return text;
}

} // namespace

double asNumber(const JsonValue& value, const std::string& place, NumberRange range) {
    if (value.kind != JsonValue::Kind::Number || value.number < range.minimum ||
        value.number > range.maximum) {
        throw InputError({}, place, whatItIs(value), rangeText(range));
    }
    return value.number;
}

std::uint64_t asWhole(const JsonValue& value, const std::string& place, WholeRange range) {
    if (!value.whole || *value.whole < range.minimum || *value.whole > range.maximum) {
        throw InputError({}, place, whatItIs(value), rangeText("a whole number", range));
    }
    return *value.whole;
}

bool asFlag(const JsonValue& value, const std::string& place) {
    if (value.kind != JsonValue::Kind::Boolean) {
        throw InputError({}, place, whatItIs(value), "true or false");
    }
    return value.boolean;
}

const std::string& asText(const JsonValue& value, const std::string& place) {
    if (value.kind != JsonValue::Kind::String) {
        throw InputError({}, place, whatItIs(value), "a text in quotation marks");
    }
    return value.text;
}

const std::vector<JsonValue>& asList(const JsonValue& value, const std::string& place,
                                     WholeRange size) {
    if (value.kind != JsonValue::Kind::List || value.elements.size() < size.minimum ||
        value.elements.size() > size.maximum) {
        throw InputError({}, place, whatItIs(value), rangeText("a list with a length", size));
    }
    return value.elements;
}

InputError notAvailable(const std::string& place, std::string_view name,
                        std::span<const std::string_view> available) {
    return {{}, place, quoted(name) + " is not available", suggestion(name, available)};
}

Fields::Fields(const JsonValue& value, std::string place)
    : m_object(value)
    , m_place(std::move(place)) {
    if (value.kind != JsonValue::Kind::Object) {
        throw InputError({}, m_place, whatItIs(value), "an object, { ... }");
    }
}

void Fields::allowOnly(std::span<const std::string_view> known) const {
    for (const std::string& name : m_object.names) {
        if (std::ranges::find(known, name) == known.end()) {
            throw InputError({}, place(name), "unknown field", suggestion(name, known));
        }
    }
}

std::string Fields::place(std::string_view name) const {
    return (m_place.empty() ? "" : m_place + ".") + printable(name);
}

const JsonValue* Fields::find(std::string_view name) const noexcept {
    const auto found = std::ranges::find(m_object.names, name);
    return found == m_object.names.end()
               ? nullptr
               : &m_object.elements[static_cast<std::size_t>(found - m_object.names.begin())];
}

const JsonValue& Fields::require(std::string_view name) const {
    const JsonValue* value = find(name);
    if (value == nullptr) {
        throw InputError({}, place(name), "the field is missing", "this field is needed");
    }
    return *value;
}

double Fields::number(std::string_view name, double fallback, NumberRange range) const {
    const JsonValue* value = find(name);
    return value == nullptr ? fallback : asNumber(*value, place(name), range);
}

std::uint64_t Fields::whole(std::string_view name, std::uint64_t fallback, WholeRange range) const {
    const JsonValue* value = find(name);
    return value == nullptr ? fallback : asWhole(*value, place(name), range);
}

bool Fields::flag(std::string_view name, bool fallback) const {
    const JsonValue* value = find(name);
    return value == nullptr ? fallback : asFlag(*value, place(name));
}

std::string Fields::text(std::string_view name) const {
    const JsonValue* value = find(name);
    return value == nullptr ? std::string() : asText(*value, place(name));
}

} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/input_error.h"
#include "core/io/json_value.h"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace reluscope {

/// What a number may be, both ends included.
struct NumberRange {
    double minimum;
    double maximum;
};

struct WholeRange {
    std::uint64_t minimum = 0;
    std::uint64_t maximum = std::numeric_limits<std::uint64_t>::max();
};

// A value of a document as what it has to be, or else InputError at `place`.
double asNumber(const JsonValue& value, const std::string& place, NumberRange range);
std::uint64_t asWhole(const JsonValue& value, const std::string& place, WholeRange range);
bool asFlag(const JsonValue& value, const std::string& place);
const std::string& asText(const JsonValue& value, const std::string& place);
const std::vector<JsonValue>& asList(const JsonValue& value, const std::string& place,
                                     WholeRange size);

/// Says that `place` names something that is not there: the nearest of `available`, and all.
InputError notAvailable(const std::string& place, std::string_view name,
                        std::span<const std::string_view> available);

/// The fields of one object of a document, with the path that leads to it. Refers to the
/// document, which must outlive it.
class Fields {
  public:
    /// Throws InputError where `value` is no object.
    Fields(const JsonValue& value, std::string place);

    /// Refuses the first field that is not one of `known`, and names the nearest one that is.
    void allowOnly(std::span<const std::string_view> known) const;
    void allowOnly(std::initializer_list<std::string_view> known) const {
        allowOnly(std::span(known.begin(), known.size()));
    }

    /// The path of one of its fields: "training.batch_size".
    std::string place(std::string_view name) const;

    const JsonValue* find(std::string_view name) const noexcept; ///< null where it is missing
    const JsonValue& require(std::string_view name) const;

    // A field as what it has to be, or `fallback` where it is missing.
    double number(std::string_view name, double fallback, NumberRange range) const;
    std::uint64_t whole(std::string_view name, std::uint64_t fallback, WholeRange range) const;
    bool flag(std::string_view name, bool fallback) const;
    std::string text(std::string_view name) const; ///< empty where it is missing

  private:
    const JsonValue& m_object;
    std::string m_place;
};

/// The row of `table` (rows have an `id`) that the text `value` names.
template <class Row>
const Row& chosen(std::span<const Row> table, const JsonValue& value, const std::string& place) {
    const std::string& id = asText(value, place);
    std::vector<std::string_view> available;
    for (const Row& row : table) {
        if (row.id == id) {
            return row;
        }
        available.push_back(row.id);
    }
    throw notAvailable(place, id, available);
}

} // namespace reluscope

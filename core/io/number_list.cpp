// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/number_list.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <system_error>

namespace reluscope {
namespace {

constexpr std::string_view whiteSpace = " \t\n\v\f\r";

template <class Real>
std::from_chars_result parse(std::string_view text, Real& number) {
    return std::from_chars(text.data(), text.data() + text.size(), number);
}

bool contains(std::string_view characters, char one) {
    return characters.find(one) != std::string_view::npos;
}

} // namespace

std::optional<float> parseFloat(std::string_view text) {
    if (text.starts_with('+') && !text.starts_with("+-")) {
        text.remove_prefix(1);
    }
    float number = 0;
    const auto [end, error] = parse(text, number);
    if (end != text.data() + text.size()) {
        return std::nullopt;
    }
    if (error == std::errc::result_out_of_range) {
        // from_chars does not say which end of the range it is; what is too small rounds to zero.
        double wide = 0;
        if (parse(text, wide).ec != std::errc() || std::abs(wide) > 1) {
            return std::nullopt;
        }
        return std::copysign(0.0F, static_cast<float>(wide));
    }
    return error == std::errc() ? std::optional(number) : std::nullopt;
}

NumberListReader::NumberListReader(std::string_view text, std::string_view separators)
    : m_rest(text)
    , m_separators(separators) {
    skipWhiteSpace();
}

std::optional<ListedNumber> NumberListReader::next() {
    if (m_rest.empty()) {
        return std::nullopt;
    }
    const auto end = std::ranges::find_if(m_rest, [this](char character) {
        return contains(whiteSpace, character) || contains(m_separators, character);
    });
    const auto size = static_cast<std::size_t>(end - m_rest.begin());
    const std::string_view text = m_rest.substr(0, size);
    m_rest.remove_prefix(size);
    skipWhiteSpace();
    if (isAtSeparator()) {
        m_rest.remove_prefix(1);
        skipWhiteSpace();
    }
    return ListedNumber{text, parseFloat(text)};
}

bool NumberListReader::isAtSeparator() const {
    return !m_rest.empty() && contains(m_separators, m_rest.front());
}

void NumberListReader::skipWhiteSpace() {
    m_rest.remove_prefix(std::min(m_rest.find_first_not_of(whiteSpace), m_rest.size()));
}

} // namespace reluscope

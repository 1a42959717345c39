// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace reluscope {

/// Where `text` stops being well-formed UTF-8 (The Unicode Standard, table 3-7: neither surrogates
/// nor longer spellings than need be), in bytes; npos if it is all well-formed.
std::size_t findInvalidUtf8(std::string_view text) noexcept;

} // namespace reluscope

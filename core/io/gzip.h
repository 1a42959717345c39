// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace reluscope {

/// Whether `bytes` begin as a gzip file does.
bool isGzip(std::span<const std::uint8_t> bytes) noexcept;

/// What a whole gzip file holds (RFC 1952; several members in a row are joined). Throws InputError
/// where it is cut short or damaged, and where it would inflate to more than `limit` bytes, of
/// which no more than that is ever allocated; LoadingStopped soon after `stop` is requested.
std::vector<std::uint8_t> inflateGzip(std::span<const std::uint8_t> bytes, std::size_t limit,
                                      const std::stop_token& stop = {});

} // namespace reluscope

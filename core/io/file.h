// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <stop_token>
#include <vector>

namespace reluscope {

/// All bytes of a file as they stand. Throws InputError, with the file, where it cannot be read or
/// is larger than `limit` bytes; LoadingStopped soon after `stop` is requested.
std::vector<std::uint8_t> readFile(const std::filesystem::path& path, std::size_t limit,
                                   const std::stop_token& stop = {});

/// The same of a file that may be compressed with gzip, which its first bytes tell, not its name.
/// The result is what was compressed, and `limit` holds for both sizes.
std::vector<std::uint8_t> readInflatedFile(const std::filesystem::path& path, std::size_t limit,
                                           const std::stop_token& stop = {});

} // namespace reluscope

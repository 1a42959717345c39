// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <span>
#include <stop_token>
#include <string_view>
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

/// Writes a whole file, over one that is there; a reader never finds half of it. Throws InputError,
/// with the file, where that fails.
void writeFile(const std::filesystem::path& path, std::span<const std::uint8_t> bytes);

/// A text file that grows line by line, so that what is finished is kept whatever comes.
class LineFile {
  public:
    enum class Begin { Empty, AtEnd };

    /// Starts an empty file, or goes on with one. Throws InputError, with the file, as write()
    /// does.
    explicit LineFile(std::filesystem::path path, Begin begin = Begin::Empty);

    void write(std::string_view lines);

  private:
    std::filesystem::path m_path;
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> m_file;
};

} // namespace reluscope

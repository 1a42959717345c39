// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/file.h"

#include "core/cpu/huge_pages.h"
#include "core/input_error.h"
#include "core/io/byte_size.h"
#include "core/io/gzip.h"
#include "core/io/loading_stopped.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <memory>
#include <string>
#include <system_error>
#include <utility>

namespace reluscope {
namespace {

struct Closer {
    void operator()(std::FILE* file) const noexcept { std::fclose(file); }
};

InputError unreadable(const std::filesystem::path& path, int error) {
    return {path.string(),
            {},
            "cannot be read: " + std::generic_category().message(error),
            error == ENOENT ? "a file that exists" : "a readable file"};
}

InputError unwritable(const std::filesystem::path& path, int error) {
    return {path.string(),
            {},
            "cannot be written: " + std::generic_category().message(error),
            "a place that can be written to"};
}

} // namespace

std::vector<std::uint8_t> readFile(const std::filesystem::path& path, std::size_t limit,
                                   const std::stop_token& stop) {
    constexpr std::size_t chunk = std::size_t{256} << 10;
    const std::unique_ptr<std::FILE, Closer> file(std::fopen(path.c_str(), "rb"));
    if (!file) {
        throw unreadable(path, errno);
    }
    // The size is only a hint: pipes have none, and a file may grow while it is read.
    std::error_code noSize;
    const std::uintmax_t size = std::filesystem::file_size(path, noSize);
    std::vector<std::uint8_t> bytes;
    reserveInHugePages(
        bytes, noSize ? 0 : static_cast<std::size_t>(std::min<std::uintmax_t>(size, limit)));

    std::vector<std::uint8_t> buffer(chunk);
    while (const std::size_t got = std::fread(buffer.data(), 1, chunk, file.get())) {
        throwIfStopped(stop);
        if (got > limit - bytes.size()) {
            throw InputError(path.string(), {}, "the file is too large",
                             "at most " + byteSizeText(limit));
        }
        bytes.insert(bytes.end(), buffer.begin(),
                     buffer.begin() + static_cast<std::ptrdiff_t>(got));
    }
    if (std::ferror(file.get()) != 0) {
        throw unreadable(path, errno);
    }
    return bytes;
}

std::vector<std::uint8_t> readInflatedFile(const std::filesystem::path& path, std::size_t limit,
                                           const std::stop_token& stop) {
    std::vector<std::uint8_t> bytes = readFile(path, limit, stop);
    if (!isGzip(bytes)) {
        return bytes;
    }
    try {
        return inflateGzip(bytes, limit, stop);
    } catch (const InputError& error) {
        throw error.inFile(path.string());
    }
}

void writeFile(const std::filesystem::path& path, std::span<const std::uint8_t> bytes) {
    const std::filesystem::path unfinished = path.string() + ".part";
    std::unique_ptr<std::FILE, Closer> file(std::fopen(unfinished.c_str(), "wb"));
    if (!file) {
        throw unwritable(path, errno);
    }
    const bool isWritten = std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size();
    // Closing writes too, and may be what fails.
    const bool isClosed = std::fclose(file.release()) == 0;
    const int error = errno;
    std::error_code failure;
    if (!isWritten || !isClosed) {
        std::filesystem::remove(unfinished, failure);
        throw unwritable(path, error);
    }
    std::filesystem::rename(unfinished, path, failure);
    if (failure) {
        std::error_code ignored;
        std::filesystem::remove(unfinished, ignored);
        throw unwritable(path, failure.value());
    }
}

LineFile::LineFile(std::filesystem::path path, Begin begin)
    : m_path(std::move(path))
    , m_file(std::fopen(m_path.c_str(), begin == Begin::Empty ? "wb" : "ab"), &std::fclose) {
    if (!m_file) {
        throw unwritable(m_path, errno);
    }
}

void LineFile::write(std::string_view lines) {
    if (std::fwrite(lines.data(), 1, lines.size(), m_file.get()) != lines.size() ||
        std::fflush(m_file.get()) != 0) {
        throw unwritable(m_path, errno);
    }
}

} // namespace reluscope

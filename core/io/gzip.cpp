// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/gzip.h"

#include "core/cpu/huge_pages.h"
#include "core/input_error.h"
#include "core/io/byte_size.h"
#include "core/io/loading_stopped.h"

#define ZLIB_CONST // its input is const, then
#include <zlib.h>

#include <algorithm>
#include <new>
#include <string>

namespace reluscope {
namespace {

constexpr std::size_t outputChunk = std::size_t{256} << 10;

/// zlib's state, released whichever way the function is left.
class Inflater {
  public:
    Inflater() {
        constexpr int gzipOnly = 16; // zlib's way to say so, added to the size of the window
        if (inflateInit2(&m_stream, gzipOnly + MAX_WBITS) != Z_OK) {
            throw std::bad_alloc();
        }
    }
    ~Inflater() { inflateEnd(&m_stream); }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    z_stream& stream() noexcept { return m_stream; }

  private:
    z_stream m_stream{};
};

/// How much to allocate first: what the last four bytes say the size is, modulo 2^32. They may lie,
/// so no more than deflate can pack into the input, nor than the caller allows.
std::size_t firstGuess(std::span<const std::uint8_t> bytes, std::size_t limit) {
    constexpr std::size_t bestRatio = 1032;
    std::size_t said = 0;
    for (std::size_t i = 0; i < 4 && i < bytes.size(); ++i) {
        said = (said << 8) | bytes[bytes.size() - 1 - i];
    }
    return std::min({said, bytes.size() * bestRatio, limit});
}

InputError cutShort(std::size_t offset) {
    return {{},
            "byte " + std::to_string(offset),
            "the compressed data ends too soon",
            "a complete gzip file"};
}

} // namespace

bool isGzip(std::span<const std::uint8_t> bytes) noexcept {
    return bytes.size() >= 2 && bytes[0] == 0x1f && bytes[1] == 0x8b;
}

std::vector<std::uint8_t> inflateGzip(std::span<const std::uint8_t> bytes, std::size_t limit,
                                      const std::stop_token& stop) {
    Inflater inflater;
    z_stream& stream = inflater.stream();
    std::vector<std::uint8_t> output;
    reserveInHugePages(output, firstGuess(bytes, limit));
    std::size_t read = 0;
    std::size_t written = 0;
    std::uint8_t overflow = 0; // where the byte past the limit would go

    for (bool complete = false; !complete;) {
        throwIfStopped(stop);
        if (written == output.capacity()) {
            reserveInHugePages(output, std::min(limit, std::max(2 * written, outputChunk)));
        }
        // Piece by piece: the zeros are still in the cache when zlib writes over them, and the time
        // between stop checks is short.
        output.resize(std::min(output.capacity(), written + outputChunk));
        // zlib counts in 32 bits.
        constexpr std::size_t inputChunk = std::size_t{1} << 30;
        const std::size_t space = output.size() - written;
        const std::size_t given = std::min(bytes.size() - read, inputChunk);
        stream.next_in = bytes.data() + read;
        stream.avail_in = static_cast<uInt>(given);
        stream.next_out = space > 0 ? output.data() + written : &overflow;
        stream.avail_out = space > 0 ? static_cast<uInt>(space) : 1;
        const int status = inflate(&stream, Z_NO_FLUSH);
        read += given - stream.avail_in;
        if (space == 0 && stream.avail_out == 0) {
            throw InputError({}, {}, "inflates to more than " + byteSizeText(limit),
                             "a file that fits into memory");
        }
        written += space > 0 ? space - stream.avail_out : 0;

        if (status == Z_STREAM_END) {
            complete = read == bytes.size();
            inflateReset(&stream); // another member follows
        } else if (status == Z_BUF_ERROR ||
                   (status == Z_OK && read == bytes.size() && stream.avail_out > 0)) {
            throw cutShort(read);
        } else if (status != Z_OK) {
            throw InputError({}, "byte " + std::to_string(read),
                             std::string("the compressed data is damaged (") +
                                 (stream.msg != nullptr ? stream.msg : "zlib error") + ")",
                             "an intact gzip file");
        }
    }
    output.resize(written);
    return output;
}

} // namespace reluscope

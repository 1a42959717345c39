// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/gzip.h"

#include "core/cpu/huge_pages.h"
#include "core/input_error.h"
#include "core/io/byte_size.h"
#include "core/io/loading_stopped.h"

#include <isa-l/igzip_lib.h>

#include <algorithm>
#include <memory>
#include <string>

namespace reluscope {
namespace {

constexpr std::size_t outputChunk = std::size_t{256} << 10;

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

const char* whatIsWrong(int status) {
    switch (status) {
    case ISAL_INVALID_WRAPPER:
    case ISAL_UNSUPPORTED_METHOD:
        return "header";
    case ISAL_INCORRECT_CHECKSUM:
        return "checksum";
    default:
        return "content";
    }
}

InputError damaged(std::size_t offset, int status) {
    return {{},
            "byte " + std::to_string(offset),
            std::string("the compressed data is damaged (") + whatIsWrong(status) + ")",
            "an intact gzip file"};
}

/// Before a member of a gzip file, of which there are `bytes` from `begin` on.
void startMember(inflate_state& state, std::span<const std::uint8_t> bytes, std::size_t begin) {
    // ISA-L would wait for a whole header before it looks at the first bytes.
    if (bytes.size() - begin >= 2 && !isGzip(bytes.subspan(begin))) {
        throw damaged(begin, ISAL_INVALID_WRAPPER);
    }
    isal_inflate_init(&state);
    state.crc_flag = ISAL_GZIP;
}

} // namespace

bool isGzip(std::span<const std::uint8_t> bytes) noexcept {
    return bytes.size() >= 2 && bytes[0] == 0x1f && bytes[1] == 0x8b;
}

std::vector<std::uint8_t> inflateGzip(std::span<const std::uint8_t> bytes, std::size_t limit,
                                      const std::stop_token& stop) {
    const auto state = std::make_unique<inflate_state>();
    startMember(*state, bytes, 0);
    std::vector<std::uint8_t> output;
    reserveInHugePages(output, firstGuess(bytes, limit));
    std::size_t read = 0;
    std::size_t written = 0;
    std::uint8_t overflow = 0; // where the byte past the limit would go

    for (bool isComplete = false; !isComplete;) {
        throwIfStopped(stop);
        if (written == output.capacity()) {
            reserveInHugePages(output, std::min(limit, std::max(2 * written, outputChunk)));
        }
        // Piece by piece: the zeros are still in the cache when content is written over them, and
        // the time between stop checks is short.
        const std::size_t end = std::min(output.capacity(), written + outputChunk);
        populatePages(output.data() + output.size(), end - output.size());
        output.resize(end);
        // ISA-L counts in 32 bits.
        constexpr std::size_t inputChunk = std::size_t{1} << 30;
        const std::size_t space = output.size() - written;
        const std::size_t given = std::min(bytes.size() - read, inputChunk);
        state->next_in = const_cast<std::uint8_t*>(bytes.data() + read); // only ever read
        state->avail_in = static_cast<std::uint32_t>(given);
        state->next_out = space > 0 ? output.data() + written : &overflow;
        state->avail_out = space > 0 ? static_cast<std::uint32_t>(space) : 1;
        const int status = isal_inflate(state.get());
        read += given - state->avail_in;
        if (space == 0 && state->avail_out == 0) {
            throw InputError({}, {}, "inflates to more than " + byteSizeText(limit),
                             "a file that fits into memory");
        }
        written += space > 0 ? space - state->avail_out : 0;

        if (status < ISAL_DECOMP_OK) {
            throw damaged(read, status);
        }
        if (state->block_state == ISAL_BLOCK_FINISH) {
            isComplete = read == bytes.size();
            if (!isComplete) {
                startMember(*state, bytes, read);
            }
        } else if (read == bytes.size() && state->avail_out > 0) {
            throw cutShort(read);
        }
    }
    output.resize(written);
    return output;
}

} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/idx.h"

#include "core/input_error.h"

#include <array>
#include <string>

namespace reluscope {
namespace {

constexpr std::size_t magicSize = 4;
constexpr std::size_t sizeField = 4; // a dimension: 32 bits, most significant byte first
constexpr std::uint8_t unsignedByteType = 0x08;

/// What a kind of IDX file holds, for its error messages.
struct Kind {
    const char* what;  ///< "an IDX file of images"
    const char* magic; ///< its first four bytes
};

constexpr Kind imageKind = {"an IDX file of byte images", "00 00 08 03"};
constexpr Kind labelKind = {"an IDX file of byte labels", "00 00 08 01"};

std::string byteNumber(std::size_t offset) {
    return "byte " + std::to_string(offset);
}

std::string hexadecimal(std::span<const std::uint8_t> bytes) {
    constexpr char digits[] = "0123456789abcdef";
    std::string text;
    for (const std::uint8_t byte : bytes) {
        text += text.empty() ? "" : " ";
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

std::size_t bigEndian(std::span<const std::uint8_t> bytes, std::size_t offset) {
    return (std::size_t{bytes[offset]} << 24) | (std::size_t{bytes[offset + 1]} << 16) |
           (std::size_t{bytes[offset + 2]} << 8) | std::size_t{bytes[offset + 3]};
}

/// Checks the header against the bytes that are really there, before anyone trusts its numbers.
template <std::size_t dimensionCount>
std::array<std::size_t, dimensionCount> parseHeader(std::span<const std::uint8_t> bytes,
                                                    const Kind& kind) {
    constexpr std::size_t headerSize = magicSize + dimensionCount * sizeField;
    const std::string expected = std::string(kind.what) + ", which begins " + kind.magic;
    if (bytes.empty()) {
        throw InputError({}, byteNumber(0), "the file is empty", expected);
    }
    if (bytes.size() < magicSize) {
        throw InputError({}, byteNumber(bytes.size()), "the file ends within its first 4 bytes",
                         expected);
    }
    if (bytes[0] != 0 || bytes[1] != 0 || bytes[2] != unsignedByteType ||
        bytes[3] != dimensionCount) {
        throw InputError({}, byteNumber(0),
                         "the file begins " + hexadecimal(bytes.first(magicSize)), expected);
    }
    if (bytes.size() < headerSize) {
        throw InputError({}, byteNumber(bytes.size()), "the file ends within its header",
                         "a header of " + std::to_string(headerSize) + " bytes");
    }

    std::array<std::size_t, dimensionCount> dimensions{};
    for (std::size_t i = 0; i < dimensionCount; ++i) {
        const std::size_t offset = magicSize + i * sizeField;
        dimensions[i] = bigEndian(bytes, offset);
        if (dimensions[i] == 0) {
            throw InputError({}, byteNumber(offset), "a dimension is 0", "at least 1");
        }
    }

    const std::size_t present = bytes.size() - headerSize;
    std::size_t promised = 1;
    std::string shape;
    for (std::size_t i = 0; i < dimensionCount; ++i) {
        shape += (i == 0 ? "" : " x ") + std::to_string(dimensions[i]);
        // Three sizes of 32 bits may overflow 64, so the product stops where it exceeds the file.
        if (dimensions[i] > present / promised) {
            throw InputError({}, byteNumber(magicSize + i * sizeField),
                             "the header promises " + shape +
                                 (i + 1 < dimensionCount ? " x ..." : "") + " bytes, but " +
                                 std::to_string(present) + " follow it",
                             "a complete file");
        }
        promised *= dimensions[i];
    }
    if (promised < present) {
        throw InputError({}, byteNumber(headerSize + promised),
                         "the header promises " + shape + " bytes, but " + std::to_string(present) +
                             " follow it",
                         "a file that ends here");
    }
    return dimensions;
}

} // namespace

IdxImages parseIdxImages(std::span<const std::uint8_t> bytes) {
    const auto [count, rows, columns] = parseHeader<3>(bytes, imageKind);
    return {count, rows, columns, bytes.last(count * rows * columns)};
}

std::span<const std::uint8_t> parseIdxLabels(std::span<const std::uint8_t> bytes) {
    const auto [count] = parseHeader<1>(bytes, labelKind);
    return bytes.last(count);
}

} // namespace reluscope

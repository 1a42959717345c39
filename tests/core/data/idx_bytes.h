// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <vector>

namespace reluscope::test {

using Bytes = std::vector<std::uint8_t>;

/// An IDX file of unsigned bytes: dimensions as the header is to say them, whatever follows.
inline Bytes idxBytes(std::initializer_list<std::uint32_t> dimensions, const Bytes& values) {
    Bytes bytes = {0, 0, 8, static_cast<std::uint8_t>(dimensions.size())};
    for (const std::uint32_t size : dimensions) {
        for (const int shift : {24, 16, 8, 0}) {
            bytes.push_back(static_cast<std::uint8_t>(size >> shift));
        }
    }
    bytes.insert(bytes.end(), values.begin(), values.end());
    return bytes;
}

/// `count` values 0, 1, 2, ..., 255, 0, ...
inline Bytes countingBytes(std::size_t count) {
    Bytes bytes(count);
    for (std::size_t i = 0; i < count; ++i) {
        bytes[i] = static_cast<std::uint8_t>(i);
    }
    return bytes;
}

} // namespace reluscope::test

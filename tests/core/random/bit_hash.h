// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

namespace reluscope::test {

/// FNV-1a over the bits of `values`: equal for equal bits, and short enough to write into a test.
template <class Value>
std::uint64_t bitHash(std::span<const Value> values) {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const Value& value : values) {
        unsigned char bytes[sizeof(Value)];
        std::memcpy(bytes, &value, sizeof(Value));
        for (const unsigned char byte : bytes) {
            hash = (hash ^ byte) * 0x100000001b3;
        }
    }
    return hash;
}

} // namespace reluscope::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/random/counter_generator.h"

namespace reluscope {

std::array<std::uint32_t, 4> philox4x32(std::array<std::uint32_t, 4> counter,
                                        std::array<std::uint32_t, 2> key) noexcept {
    constexpr int rounds = 10;
    constexpr std::uint64_t multiplier0 = 0xD2511F53;
    constexpr std::uint64_t multiplier1 = 0xCD9E8D57;
    constexpr std::uint32_t keyStep0 = 0x9E3779B9; // the golden ratio
    constexpr std::uint32_t keyStep1 = 0xBB67AE85; // sqrt(3) - 1

    for (int round = 0; round < rounds; ++round) {
        const std::uint64_t product0 = multiplier0 * counter[0];
        const std::uint64_t product1 = multiplier1 * counter[2];
        counter = {static_cast<std::uint32_t>(product1 >> 32) ^ counter[1] ^ key[0],
                   static_cast<std::uint32_t>(product1),
                   static_cast<std::uint32_t>(product0 >> 32) ^ counter[3] ^ key[1],
                   static_cast<std::uint32_t>(product0)};
        key = {key[0] + keyStep0, key[1] + keyStep1};
    }
    return counter;
}

std::uint64_t bitsDraw(std::uint64_t seed, Draw purpose, std::uint32_t a, std::uint32_t b,
                       std::uint32_t c) noexcept {
    const auto words =
        philox4x32({a, b, c, static_cast<std::uint32_t>(purpose)},
                   {static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)});
    return (std::uint64_t{words[1]} << 32) | words[0];
}

double uniformDraw(std::uint64_t seed, Draw purpose, std::uint32_t a, std::uint32_t b,
                   std::uint32_t c) noexcept {
    // 52 bits and a half cell fill the 53 bits of a double: with one bit more the last cell's
    // midpoint would round to 1.
    const auto cell = static_cast<double>(bitsDraw(seed, purpose, a, b, c) >> 12);
    return (cell + 0.5) * 0x1p-52;
}

} // namespace reluscope

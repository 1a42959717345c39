// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/random/permutation.h"

#include <cstddef>
#include <numeric>
#include <utility>

namespace reluscope {
namespace {

/// floor(bits / 2^64 * bound): a number below `bound`, without the division of a remainder.
std::uint32_t below(std::uint32_t bound, std::uint64_t bits) noexcept {
    const std::uint64_t high = (bits >> 32) * bound;
    const std::uint64_t low = (bits & 0xFFFFFFFF) * bound;
    return static_cast<std::uint32_t>((high + (low >> 32)) >> 32);
}

} // namespace

void permutation(std::uint64_t seed, Draw purpose, std::uint32_t round,
                 std::span<std::uint32_t> order) noexcept {
    std::iota(order.begin(), order.end(), 0U);
    for (std::size_t left = order.size(); left > 1; --left) {
        const auto count = static_cast<std::uint32_t>(left);
        const std::uint64_t bits = bitsDraw(seed, purpose, round, count - 1, 0);
        std::swap(order[count - 1], order[below(count, bits)]);
    }
}

} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/random/counter_generator.h"

#include <cstdint>
#include <span>

namespace reluscope {

/// Fills `order` with 0, 1, ..., size - 1 in a random order, which (seed, purpose, round) decides
/// alone. For batches the purpose is Draw::BatchOrder and the round is the epoch.
/// Fisher & Yates' shuffle; the odds of a position are off by less than 2^-32, relatively.
void permutation(std::uint64_t seed, Draw purpose, std::uint32_t round,
                 std::span<std::uint32_t> order) noexcept;

} // namespace reluscope

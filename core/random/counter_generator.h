// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

namespace reluscope {

/// What a random number is for. Each purpose has numbers of its own, so that drawing more for one
/// never moves another. The values are part of every result: never renumber them.
enum class Draw : std::uint32_t {
    Weight = 0,     ///< (layer, out, in)
    Bias = 1,       ///< (layer, out, 0)
    BatchOrder = 2, ///< (epoch, position, 0)
    Point = 3,      ///< (split, example, which of its numbers)
    Noise = 4,      ///< (split, example, coordinate)
    Split = 5,      ///< (0, position, 0)
};

/// 64 bits, uniform: the number at the place (a, b, c) of the stream that `seed` and `purpose`
/// name. There is no state: the same arguments give the same bits, in any order, on any thread.
std::uint64_t bitsDraw(std::uint64_t seed, Draw purpose, std::uint32_t a, std::uint32_t b,
                       std::uint32_t c) noexcept;

/// The same as a number uniform in (0, 1), never either end: the midpoint of one of 2^52 equal
/// cells, so that 1 - u is one too, exactly.
double uniformDraw(std::uint64_t seed, Draw purpose, std::uint32_t a, std::uint32_t b,
                   std::uint32_t c) noexcept;

/// Philox4x32-10, the counter-based generator under both draws: Salmon, Moraes, Dror & Shaw,
/// "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
std::array<std::uint32_t, 4> philox4x32(std::array<std::uint32_t, 4> counter,
                                        std::array<std::uint32_t, 2> key) noexcept;

} // namespace reluscope

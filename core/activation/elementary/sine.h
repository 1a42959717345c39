// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activation/elementary/arithmetic.h"

#include <bit>
#include <cstdint>
#include <type_traits>

namespace reluscope::elementary {

/// Up to it three parts of π are enough for nearSine.
inline constexpr float farFrom0 = 0x1p16F;

/// Holds n times the first part of π exactly: float with a fused multiply-add, else double.
using Turning = std::conditional_t<hasFma, float, double>;

/// sin(x + quarters π/2) for |x| ≤ farFrom0 and no quarter or one, within 2 units in the last
/// place, near its zeros as well, and never beyond ±1. x + quarters π/2 is n π + r (Cody and Waite
/// 1980), and sin r a polynomial; minimax.
inline float nearSine(float x, int quarters) {
    using Bits = std::conditional_t<hasFma, std::uint32_t, std::uint64_t>;
    // Numbers this large are whole: what is added to it is rounded, and stands in the last bits.
    constexpr Turning shift = hasFma ? 0x1.8p23 : 0x1.8p52;
    constexpr auto perPi = static_cast<Turning>(0x1.45f306dc9c883p-2);
    constexpr auto pi1 = static_cast<Turning>(hasFma ? 0x1.921fb4p1 : 0x1.921fb544p1);
    constexpr auto pi2 = static_cast<Turning>(hasFma ? 0x1.4442dp-23 : 0x1.0b4611a6p-33);
    constexpr auto pi3 = static_cast<Turning>(hasFma ? 0x1.846988p-47 : 0x1.3198a2e037073p-68);
    const Turning wide{x};
    const Turning phase = static_cast<Turning>(quarters) / 2;
    const Turning shifted = multiplyAdd(wide, perPi, phase) + shift;
    const Turning n = shifted - shift - phase;
    const Turning r = multiplyAdd(n, -pi3, multiplyAdd(n, -pi2, multiplyAdd(n, -pi1, wide)));

    const Turning square = r * r;
    const Turning curve = polynomial(square, Turning{-0.16666657F}, Turning{0.008333049F},
                                     Turning{-0.00019809273F}, Turning{2.6051684e-06F});
    const auto even = static_cast<float>(multiplyAdd(square * curve, r, r));
    // Every other half turn changes the sign.
    const auto turns = static_cast<std::uint32_t>(std::bit_cast<Bits>(shifted));
    return std::bit_cast<float>(std::bit_cast<std::uint32_t>(even) ^ (turns << 31U));
}

} // namespace reluscope::elementary

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activation/elementary/arithmetic.h"

#include <cstdint>

namespace reluscope::elementary {

/// Up to it three parts of π/2 are enough for nearSine.
inline constexpr float farFrom0 = 0x1p20F;

/// sin(x + quarters π/2) for |x| ≤ farFrom0, within 1.5 units in the last place, near its zeros
/// as well: x is n π/2 + r, and r, at
/// most π/4, is taken in double (Cody and Waite 1980); minimax.
inline float nearSine(float x, std::int32_t quarters) {
    // Numbers this large are whole: what is added to it is rounded.
    constexpr double shift = 0x1.8p52;
    constexpr double perHalfPi = 0x1.45f306dc9c883p-1;
    // n times the first two, of 33 bits each, is exact.
    constexpr double halfPi1 = 0x1.921fb544p0;
    constexpr double halfPi2 = 0x1.0b4611a6p-34;
    constexpr double halfPi3 = 0x1.3198a2e037073p-69;
    const double wide = x;
    const double n = multiplyAdd(wide, perHalfPi, shift) - shift;
    const double rest =
        multiplyAdd(n, -halfPi3, multiplyAdd(n, -halfPi2, multiplyAdd(n, -halfPi1, wide)));
    const std::int32_t quarter = static_cast<std::int32_t>(n) + quarters;

    const auto r = static_cast<float>(rest);
    const float square = r * r;
    const float sine =
        multiplyAdd(square * r, polynomial(square, -0.16666655F, 0.008332191F, -0.00019518618F), r);
    const float cosine = multiplyAdd(
        square * square, polynomial(square, 0.041666646F, -0.0013887301F, 2.4430668e-05F),
        multiplyAdd(square, -0.5F, 1.0F));
    const float positive = (quarter & 1) != 0 ? cosine : sine;
    return (quarter & 2) != 0 ? -positive : positive;
}

} // namespace reluscope::elementary

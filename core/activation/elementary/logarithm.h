// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activation/elementary/arithmetic.h"

namespace reluscope::elementary {

/// ln(1 + e) / e for 0 ≤ e ≤ 1, within 2 units in the last place: ln(1 + e) is 2 artanh u with
/// u = e / (2 + e), and artanh u / u a polynomial in u²; minimax.
inline float logarithmRatio(float e) {
    const float u = e * (1 / (2 + e));
    const float square = u * u;
    const float curve = polynomial(square, 0.33333206F, 0.20010868F, 0.13999332F, 0.14013182F);
    // e / u is 2 / (1 − u).
    return multiplyAdd((1 - u) * square, curve, 1 - u);
}

inline long double logarithmRatio(long double e) {
    return e == 0 ? 1 : std::log1p(e) / e;
}

} // namespace reluscope::elementary

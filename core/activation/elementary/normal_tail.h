// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activation/elementary/arithmetic.h"

#include <numbers>

namespace reluscope::elementary {

/// r(a) = Φ(−a) e^(a²/2), which falls as 1 / a does, and r(a) − φ(0) a.
template <class Working>
struct NormalTail {
    Working ratio;
    Working slope;
};

template <class Working>
inline constexpr Working densityAt0 =
    std::numbers::inv_sqrtpi_v<Working> / std::numbers::sqrt2_v<Working>;

/// For 0 ≤ a ≤ 18, within 2.5 units in the last place: times a + k, r is a polynomial in
/// (a − k) / (a + k) (Shepherd and Laframboise 1981); minimax.
inline NormalTail<float> normalTail(float a) {
    constexpr float k = 2.1875F; // for which the first coefficient is nearly a float
    const float inverse = inverseOfSum(a, k);
    const float curve =
        polynomial((a - k) * inverse, 0.68707615F, -0.37339497F, 0.067147404F, 0.031065507F,
                   -0.008347298F, -0.0062652244F, 1.7767526e-04F, 0.0013592651F, 4.194926e-04F,
                   -1.4734063e-04F, -1.2974891e-04F, -2.3560247e-05F);
    const Parts<float> ratio = product(inverse, curve);
    constexpr Parts<float> density{densityAt0<float>,
                                   static_cast<float>(densityAt0<double> - densityAt0<float>)};
    const Parts<float> line = product(density.high, a);
    const float rest = ratio.low - multiplyAdd(density.low, a, line.low);
    return {ratio.high, ratio.high - line.high + rest};
}

/// a may be as large as 150.
inline NormalTail<long double> normalTail(long double a) {
    constexpr long double perUnit = std::numbers::sqrt2_v<long double> / 2;
    const long double ratio = std::erfc(a * perUnit) / 2 * std::exp(a * a / 2);
    return {ratio, ratio - densityAt0<long double> * a};
}

} // namespace reluscope::elementary

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
    constexpr float k = 1.96875F; // for which the first coefficient is nearly a float
    const float sum = a + k;
    const float lost = k - sum + a; // in rounding, where a < k: later it matters less
    const float rounded = 1 / sum;
    const float inverse = multiplyAdd(-lost * rounded, rounded, rounded);
    const float curve =
        polynomial((a - k) * inverse, 0.66970414F, -0.32394445F, 0.022563621F, 0.037027262F,
                   0.00095179444F, -0.006571138F, -0.0022905339F, 6.473941e-04F, 8.711718e-04F,
                   1.9906396e-04F, -1.4095529e-04F, -7.390254e-05F);
    return {inverse * curve, multiplyAdd(inverse, curve, -densityAt0<float> * a)};
}

/// a may be as large as 150.
inline NormalTail<long double> normalTail(long double a) {
    constexpr long double perUnit = std::numbers::sqrt2_v<long double> / 2;
    const long double ratio = std::erfc(a * perUnit) / 2 * std::exp(a * a / 2);
    return {ratio, ratio - densityAt0<long double> * a};
}

} // namespace reluscope::elementary

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activation/moments.h"

#include <cmath>

namespace reluscope {

enum class ZeroCentred { No, Nearly, Yes };

// Largest means, in standard deviations of f(z), that count as zero-centred and as nearly so.
inline constexpr double zeroCentredBelow = 0.01;
inline constexpr double nearlyZeroCentredBelow = 0.25;

/// By the moments under z ~ N(0, 1).
inline ZeroCentred zeroCentred(const ActivationMoments& moments) {
    const double distance = std::abs(moments.value);
    if (distance < zeroCentredBelow * moments.deviation()) {
        return ZeroCentred::Yes;
    }
    return distance < nearlyZeroCentredBelow * moments.deviation() ? ZeroCentred::Nearly
                                                                   : ZeroCentred::No;
}

} // namespace reluscope

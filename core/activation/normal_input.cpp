// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activation/normal_input.h"

#include <cmath>
#include <numbers>

namespace reluscope {

double NormalInput::probability(double from, double to) const {
    const double lower = (from - mean) / deviation / std::numbers::sqrt2;
    const double upper = (to - mean) / deviation / std::numbers::sqrt2;
    // In a tail the difference of two numbers near 1 would leave nothing.
    if (lower > 0) {
        return (std::erfc(lower) - std::erfc(upper)) / 2;
    }
    if (upper < 0) {
        return (std::erfc(-upper) - std::erfc(-lower)) / 2;
    }
    return (std::erf(upper) - std::erf(lower)) / 2;
}

} // namespace reluscope

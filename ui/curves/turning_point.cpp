// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/turning_point.h"

#include "core/activation/activation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <vector>

namespace reluscope::ui {

namespace {

// Swish with b = 0.05 still has its minimum (at −25.6) inside.
constexpr double searchReach = 50.0;
constexpr int searchCount = 2001;

double slopeAt(const Activation& activation, double x) {
    const std::array z{x};
    std::array<double, 1> slope{};
    activation.differentiate<double>(z, slope);
    return slope[0];
}

/// Where f' changes sign between the two: at a kink exactly, or else by bisection.
double zeroOfSlope(const Activation& activation, double falling, double rising) {
    for (const double kink : activation.info->kinks) {
        if (kink >= falling && kink <= rising) {
            return kink;
        }
    }
    for (double middle = std::midpoint(falling, rising); middle > falling && middle < rising;
         middle = std::midpoint(falling, rising)) {
        (slopeAt(activation, middle) < 0.0 ? falling : rising) = middle;
    }
    return rising;
}

} // namespace

std::optional<TurningPoint> singleMinimum(const Activation& activation) {
    if (activation.isMonotone()) {
        return std::nullopt;
    }
    std::vector<double> x(searchCount);
    for (int i = 0; i < searchCount; ++i) {
        x[static_cast<std::size_t>(i)] =
            std::lerp(-searchReach, searchReach, static_cast<double>(i) / (searchCount - 1));
    }
    std::vector<double> slope(x.size());
    activation.differentiate<double>(x, slope);

    const auto turnsUp = [](double left, double right) { return left < 0.0 && right > 0.0; };
    const auto turn = std::ranges::adjacent_find(slope, turnsUp);
    if (turn == slope.end() || std::adjacent_find(turn + 1, slope.end(), turnsUp) != slope.end()) {
        return std::nullopt;
    }
    const auto index = static_cast<std::size_t>(turn - slope.begin());
    const std::array z{zeroOfSlope(activation, x[index], x[index + 1])};
    std::array<double, 1> f{};
    activation.apply<double>(z, f);
    return TurningPoint{z[0], f[0]};
}

} // namespace reluscope::ui

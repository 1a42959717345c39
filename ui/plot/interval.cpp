// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/interval.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace reluscope::ui {

namespace {

/// Tolerates that 0.3 / 0.1 is a little more than 3.
constexpr double slack = 1.0 + 1e-9;

template <std::size_t N>
double roundUp(double value, const std::array<double, N>& mantissas) {
    const double decade = std::pow(10.0, std::floor(std::log10(value)));
    for (const double mantissa : mantissas) {
        if (value <= mantissa * decade * slack) {
            return mantissa * decade;
        }
    }
    return 10.0 * decade;
}

double logStepUp(double value) {
    return roundUp(value, std::array{1.0, 2.0, 5.0});
}

double logStepDown(double value) {
    return 1.0 / logStepUp(1.0 / value);
}

} // namespace

std::optional<Interval> extentOf(std::span<const double> values, Scale scale) {
    std::optional<Interval> extent;
    for (const double value : values) {
        if (!std::isfinite(value) || (scale == Scale::Log && value <= 0.0)) {
            continue;
        }
        if (!extent) {
            extent = Interval{value, value};
        }
        extent->lower = std::min(extent->lower, value);
        extent->upper = std::max(extent->upper, value);
    }
    return extent;
}

std::optional<Interval> unite(std::optional<Interval> a, std::optional<Interval> b) {
    if (!a || !b) {
        return a ? a : b;
    }
    return Interval{std::min(a->lower, b->lower), std::max(a->upper, b->upper)};
}

double stepUp(double value) {
    return roundUp(value, std::array{1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0});
}

double roundStep(double value) {
    return roundUp(value, std::array{1.0, 2.0, 2.5, 5.0});
}

Interval grownInSteps(Interval current, Interval data, Scale scale) {
    const bool log = scale == Scale::Log;
    const auto up = [log](double value) { return log ? logStepUp(value) : stepUp(value); };
    if (data.upper > current.upper) {
        current.upper = log || data.upper > 0.0 ? up(data.upper) : 0.0;
    }
    if (data.lower < current.lower) {
        current.lower = log ? logStepDown(data.lower) : data.lower < 0.0 ? -up(-data.lower) : 0.0;
    }
    return current;
}

Interval padded(Interval data, double fraction, Scale scale) {
    if (scale == Scale::Log) {
        const double factor =
            data.size() > 0.0 ? std::pow(data.upper / data.lower, fraction) : std::sqrt(10.0);
        return {data.lower / factor, data.upper * factor};
    }
    const double margin = data.size() > 0.0 ? fraction * data.size() : 0.5;
    return {data.lower - margin, data.upper + margin};
}

} // namespace reluscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/ticks.h"

#include "ui/plot/plot.h"
#include "ui/plot/tick_text.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace reluscope::ui {

namespace {

bool isMultiple(double value, double step) {
    const double ratio = value / step;
    return std::abs(ratio - std::round(ratio)) < 1e-6;
}

/// The step that gives at most `count` intervals; the next one instead if only that one puts a
/// tick on both ends, as 25 does for 0 to 50.
double linearStep(Interval range, int count, bool integers) {
    const double step = roundStep(range.size() / (count + 1));
    const double next = roundStep(step * 1.1);
    const auto landsOnEnds = [&](double candidate) {
        return isMultiple(range.lower, candidate) && isMultiple(range.upper, candidate);
    };
    const bool better = !landsOnEnds(step) && landsOnEnds(next) && range.size() / next >= 1.99;
    const double chosen = better ? next : step;
    return integers ? std::max(1.0, chosen == 2.5 ? 5.0 : chosen) : chosen;
}

std::vector<double> linearValues(Interval range, int count, bool integers) {
    const double step = linearStep(range, count, integers);
    std::vector<double> values;
    const double first = std::ceil(range.lower / step - 1e-9);
    const double last = std::floor(range.upper / step + 1e-9);
    for (double i = first; i <= last; ++i) {
        values.push_back(i * step);
    }
    return values;
}

template <std::size_t N>
std::vector<double> logValues(Interval range, int stride, const std::array<double, N>& mantissas) {
    std::vector<double> values;
    const int first = static_cast<int>(std::floor(std::log10(range.lower)));
    const int last = static_cast<int>(std::ceil(std::log10(range.upper)));
    for (int exponent = first; exponent <= last; ++exponent) {
        if (exponent % stride != 0) {
            continue;
        }
        for (const double mantissa : mantissas) {
            const double value = mantissa * std::pow(10.0, exponent);
            if (value >= range.lower * (1.0 - 1e-9) && value <= range.upper * (1.0 + 1e-9)) {
                values.push_back(value);
            }
        }
    }
    return values;
}

std::vector<double> logValues(Interval range, int count) {
    const double decades = std::log10(range.upper / range.lower);
    if (decades < 0.7) {
        return linearValues(range, count, false); // 1-2-5 would leave one tick or none
    }
    if (decades * 3.0 <= count) {
        return logValues(range, 1, std::array{1.0, 2.0, 5.0});
    }
    if (decades * 2.0 <= count) {
        return logValues(range, 1, std::array{1.0, 3.0});
    }
    const int stride = std::max(1, static_cast<int>(std::ceil(decades / (count + 1))));
    return logValues(range, stride, std::array{1.0});
}

/// Enough digits to tell neighbouring ticks apart after zooming far in.
int digitsFor(const std::vector<double>& values) {
    if (values.size() < 2) {
        return 3;
    }
    const double largest = std::max(std::abs(values.front()), std::abs(values.back()));
    const double step = std::abs(values[1] - values[0]);
    const double ratio = std::log10(std::max(1.0, largest / step));
    return std::clamp(static_cast<int>(std::ceil(ratio)) + 2, 3, 15);
}

} // namespace

std::vector<Tick> ticksFor(Interval range, const AxisOptions& options, int count) {
    std::vector<Tick> ticks;
    if (!options.names.empty()) {
        for (const auto& [value, name] : options.names) {
            if (range.contains(value)) {
                ticks.push_back({value, name});
            }
        }
        return ticks;
    }
    std::vector<double> values = options.scale == Scale::Log
                                     ? logValues(range, count)
                                     : linearValues(range, count, options.integers);
    if (options.zeroPlace > 0.0) {
        std::erase_if(values, [&](double value) { return value < 9.999 * options.zeroPlace; });
        if (range.contains(options.zeroPlace)) {
            ticks.push_back({options.zeroPlace, tickText(0.0)});
        }
    }
    const int digits = digitsFor(values);
    ticks.reserve(values.size());
    for (const double value : values) {
        ticks.push_back({value, tickText(value, digits)});
    }
    if (!ticks.empty() && !options.lastTick.isEmpty()) {
        ticks.back().label = options.lastTick.arg(ticks.back().label);
    }
    return ticks;
}

} // namespace reluscope::ui

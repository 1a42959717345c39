// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activation/curve_sampling.h"

#include "core/activation/activation.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <span>

namespace reluscope::ui {

namespace {

constexpr int sampleCount = 240;

/// Two sides of f' that differ by less, as a share of sup |f'|, differ by rounding only.
constexpr double jumpTolerance = 1e-5;

std::vector<float> gridOver(Interval range, std::span<const double> kinks) {
    std::vector<float> grid;
    grid.reserve(sampleCount + kinks.size());
    for (int i = 0; i < sampleCount; ++i) {
        grid.push_back(static_cast<float>(
            std::lerp(range.lower, range.upper, static_cast<double>(i) / (sampleCount - 1))));
    }
    for (const double kink : kinks) {
        if (range.contains(kink)) {
            grid.push_back(static_cast<float>(kink));
        }
    }
    std::ranges::sort(grid);
    const auto repeated = std::unique(grid.begin(), grid.end());
    grid.erase(repeated, grid.end());
    return grid;
}

std::vector<SlopeJump> jumpsWithin(const Activation& activation, Interval range) {
    constexpr float infinity = std::numeric_limits<float>::infinity();
    std::vector<SlopeJump> jumps;
    for (const double kink : activation.info->kinks) {
        const auto at = static_cast<float>(kink);
        const std::array z{std::nextafter(at, -infinity), at, std::nextafter(at, infinity)};
        std::array<float, 3> slope{};
        activation.differentiate<float>(z, slope);
        const auto [below, taken, above] = slope;
        if (range.contains(kink) &&
            std::abs(above - below) > jumpTolerance * activation.supDerivative()) {
            jumps.push_back({kink, below, above, taken});
        }
    }
    return jumps;
}

std::vector<double> widened(const std::vector<float>& values) {
    return {values.begin(), values.end()};
}

} // namespace

CurveSamples sampleCurve(const Activation& activation, Interval range) {
    const std::vector<float> z = gridOver(range, activation.info->kinks);
    std::vector<float> values(z.size());
    CurveSamples samples;
    samples.x = widened(z);
    activation.apply<float>(z, values);
    samples.f = widened(values);
    activation.differentiate<float>(z, values);
    samples.slope = widened(values);
    samples.active.resize(z.size());
    activation.markActive<float>(z, samples.active);
    samples.jumps = jumpsWithin(activation, range);
    return samples;
}

BrokenLine slopeLine(const CurveSamples& samples) {
    BrokenLine line;
    line.x.reserve(samples.x.size() + 2 * samples.jumps.size());
    line.y.reserve(line.x.capacity());
    const auto add = [&line](double x, double y) {
        line.x.push_back(x);
        line.y.push_back(y);
    };
    for (std::size_t i = 0; i < samples.x.size(); ++i) {
        const double x = samples.x[i];
        const auto jump = std::ranges::find(samples.jumps, x, &SlopeJump::x);
        if (jump == samples.jumps.end()) {
            add(x, samples.slope[i]);
            continue;
        }
        // The side that is not taken ends a hair away, so that a reading at x gets the other one.
        constexpr double infinity = std::numeric_limits<double>::infinity();
        constexpr double gap = std::numeric_limits<double>::quiet_NaN();
        if (jump->taken == jump->below) {
            const double next = std::nextafter(x, infinity);
            add(x, jump->below);
            add(next, gap);
            add(next, jump->above);
        } else {
            const double previous = std::nextafter(x, -infinity);
            add(previous, jump->below);
            add(previous, gap);
            add(x, jump->above);
        }
    }
    return line;
}

CurvePoint pointAt(const Activation& activation, double x) {
    const std::array z{static_cast<float>(x)};
    std::array<float, 1> f{};
    std::array<float, 1> slope{};
    std::array<unsigned char, 1> active{};
    activation.apply<float>(z, f);
    activation.differentiate<float>(z, slope);
    activation.markActive<float>(z, active);
    return {f[0], slope[0], active[0] != 0};
}

} // namespace reluscope::ui

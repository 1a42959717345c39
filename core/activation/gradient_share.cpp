// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activation/gradient_share.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <span>

namespace reluscope {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

/// A number between the two, one of which may be infinite.
double within(double from, double to) {
    if (std::isinf(from)) {
        return std::isinf(to) ? 0 : to - 1;
    }
    return std::isinf(to) ? from + 1 : std::midpoint(from, to);
}

bool isInZeroSet(const Activation& activation, double z) {
    unsigned char isActive = 0;
    activation.markActive<double>(std::span(&z, 1), std::span(&isActive, 1));
    return isActive == 0;
}

double slopeAt(const Activation& activation, double z) {
    double slope = 0;
    activation.differentiate<double>(std::span(&z, 1), std::span(&slope, 1));
    return slope;
}

struct Point {
    double z;
    double slope;
};

/// The samples, and both sides of each kink, so that f' is smooth between neighbours that differ.
std::vector<Point> pointsOf(const Activation& activation, const NormalSamples& samples) {
    std::vector<Point> points;
    points.reserve(samples.z.size() + 2 * activation.info->kinks.size());
    for (std::size_t i = 0; i < samples.z.size(); ++i) {
        points.push_back({samples.z[i], samples.slope[i]});
    }
    for (const double kink : activation.info->kinks) {
        for (const double side :
             {std::nextafter(kink, -infinity), std::nextafter(kink, infinity)}) {
            points.push_back({side, slopeAt(activation, side)});
        }
    }
    std::ranges::sort(points, {}, &Point::z);
    return points;
}

/// Where f' takes \p level between two points on either side of it, by false position in the
/// Illinois variant.
double crossing(const Activation& activation, Point from, Point to, double level) {
    constexpr int mostSteps = 100;
    constexpr double closeEnough = 1e-13;
    double lower = from.slope - level;
    double upper = to.slope - level;
    double z = from.z;
    for (int step = 0; step < mostSteps; ++step) {
        const double previous = z;
        z = (from.z * upper - to.z * lower) / (upper - lower);
        const double value = slopeAt(activation, z) - level;
        if (value == 0 || std::abs(z - previous) <= closeEnough * std::abs(z)) {
            break;
        }
        if ((value < 0) == (upper < 0)) {
            to.z = z;
            upper = value;
            lower /= 2;
        } else {
            from.z = to.z;
            lower = upper;
            to.z = z;
            upper = value;
        }
    }
    return z;
}

} // namespace

std::vector<Stretch> zeroSetOf(const Activation& activation) {
    std::vector<double> ends{-infinity};
    ends.insert(ends.end(), activation.info->kinks.begin(), activation.info->kinks.end());
    ends.push_back(infinity);
    std::vector<Stretch> set;
    for (std::size_t i = 0; i + 1 < ends.size(); ++i) {
        if (isInZeroSet(activation, within(ends[i], ends[i + 1]))) {
            set.push_back({ends[i], ends[i + 1]});
        }
    }
    return set;
}

double shareWithoutGradient(const Activation& activation, const NormalInput& input) {
    double share = 0;
    for (const Stretch& stretch : zeroSetOf(activation)) {
        share += input.probability(stretch.from, stretch.to);
    }
    return share;
}

double shareWithLittleGradient(const Activation& activation, const NormalInput& input,
                               const NormalSamples& samples, double tau) {
    const double threshold = tau * activation.supDerivative();
    if (threshold == 0) {
        return shareWithoutGradient(activation, input); // no |f'| is below 0
    }
    const std::vector<Point> points = pointsOf(activation, samples);
    std::vector<Stretch> low;
    const auto add = [&](double from, double to) {
        if (!low.empty() && low.back().to == from) {
            low.back().to = to;
        } else {
            low.push_back({from, to});
        }
    };
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const Point& from = points[i];
        const Point& to = points[i + 1];
        std::array<double, 4> ends{from.z, to.z, to.z, to.z};
        std::size_t count = 1;
        for (const double level : {-threshold, threshold}) {
            if ((from.slope < level && to.slope > level) ||
                (from.slope > level && to.slope < level)) {
                ends.at(count++) = crossing(activation, from, to, level);
            }
        }
        if (count == 1) {
            // Both ends lie on one side, but for a threshold that one of them meets exactly.
            if (std::min(std::abs(from.slope), std::abs(to.slope)) < threshold) {
                add(from.z, to.z);
            }
            continue;
        }
        std::ranges::sort(ends);
        for (std::size_t part = 0; part < count; ++part) {
            const double inside = std::midpoint(ends.at(part), ends.at(part + 1));
            if (std::abs(slopeAt(activation, inside)) < threshold) {
                add(ends.at(part), ends.at(part + 1));
            }
        }
    }
    if (low.empty()) {
        return 0;
    }
    // Beyond the samples lies nothing that counts, but for an exact 1.
    if (low.front().from == points.front().z) {
        low.front().from = -infinity;
    }
    if (low.back().to == points.back().z) {
        low.back().to = infinity;
    }
    double share = 0;
    for (const Stretch& stretch : low) {
        share += input.probability(stretch.from, stretch.to);
    }
    return share;
}

} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activation/gradient_zones.h"

#include "core/activation/activation.h"
#include "ui/activation/curve_sampling.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace reluscope::ui {

namespace {

using Intervals = std::vector<Interval>;

/// The stretches of x over which `isInside(index)` holds for two samples or more.
template <class Predicate>
Intervals stretches(const std::vector<double>& x, Predicate isInside) {
    Intervals found;
    std::optional<std::size_t> start;
    for (std::size_t i = 0; i <= x.size(); ++i) {
        if (i < x.size() && isInside(i)) {
            start = start.value_or(i);
        } else if (start) {
            if (i - 1 > *start) {
                found.push_back({x[*start], x[i - 1]});
            }
            start.reset();
        }
    }
    return found;
}

Intervals united(Intervals all) {
    std::ranges::sort(all, {}, &Interval::lower);
    Intervals merged;
    for (const Interval& one : all) {
        if (!merged.empty() && one.lower <= merged.back().upper) {
            merged.back().upper = std::max(merged.back().upper, one.upper);
        } else {
            merged.push_back(one);
        }
    }
    return merged;
}

/// `all` without what lies in `cut`, which is disjoint and ascending.
Intervals without(const Intervals& all, const Intervals& cut) {
    Intervals rest;
    for (Interval left : all) {
        for (const Interval& hole : cut) {
            if (hole.upper <= left.lower || hole.lower >= left.upper) {
                continue;
            }
            if (hole.lower > left.lower) {
                rest.push_back({left.lower, hole.lower});
            }
            left.lower = hole.upper;
        }
        if (left.size() > 0.0) {
            rest.push_back(left);
        }
    }
    return rest;
}

} // namespace

void GradientZones::add(const Activation& activation, const CurveSamples& samples) {
    // In float, as f' is: 0.01 as a float lies below 0.01, and is not below itself.
    const auto threshold = static_cast<float>(m_tau * activation.supDerivative());
    const auto hasNone = [&](std::size_t i) { return samples.active[i] == 0; };
    const auto hasAlmostNone = [&](std::size_t i) {
        return !hasNone(i) && std::abs(static_cast<float>(samples.slope[i])) < threshold;
    };
    m_parts.push_back(
        {activation.info, stretches(samples.x, hasNone), stretches(samples.x, hasAlmostNone)});
}

std::vector<Interval> GradientZones::hatched() const {
    Intervals all;
    for (const Part& part : m_parts) {
        all.insert(all.end(), part.none.begin(), part.none.end());
    }
    return united(std::move(all));
}

std::vector<Zone> GradientZones::zones() const {
    Intervals almost;
    for (const Part& part : m_parts) {
        almost.insert(almost.end(), part.almostNone.begin(), part.almostNone.end());
    }
    const Intervals none = hatched();
    std::vector<Zone> result;
    for (const Interval& one : without(united(std::move(almost)), none)) {
        result.push_back({one.lower, one.upper, false});
    }
    for (const Interval& one : none) {
        result.push_back({one.lower, one.upper, true});
    }
    return result;
}

std::vector<const ActivationInfo*> GradientZones::withoutGradient() const {
    std::vector<const ActivationInfo*> names;
    for (const Part& part : m_parts) {
        if (!part.none.empty()) {
            names.push_back(part.info);
        }
    }
    return names;
}

bool GradientZones::agree() const {
    const Intervals all = hatched();
    return std::ranges::all_of(
        m_parts, [&](const Part& part) { return part.none.empty() || part.none == all; });
}

std::vector<const ActivationInfo*> GradientZones::almostWithoutGradient() const {
    const Intervals none = hatched();
    std::vector<const ActivationInfo*> names;
    for (const Part& part : m_parts) {
        if (!without(part.almostNone, none).empty()) {
            names.push_back(part.info);
        }
    }
    return names;
}

} // namespace reluscope::ui

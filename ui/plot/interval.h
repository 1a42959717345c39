// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>

namespace reluscope::ui {

enum class Scale { Linear, Log };

/// A closed stretch of an axis in data units.
struct Interval {
    double lower = 0.0;
    double upper = 1.0;

    [[nodiscard]] double size() const { return upper - lower; }
    [[nodiscard]] bool contains(double value) const { return value >= lower && value <= upper; }
    bool operator==(const Interval&) const = default;
};

/// The smallest interval that holds the finite values (on a log scale: the positive ones),
/// or nothing if there are none.
[[nodiscard]] std::optional<Interval> extentOf(std::span<const double> values,
                                               Scale scale = Scale::Linear);

[[nodiscard]] std::optional<Interval> unite(std::optional<Interval> a, std::optional<Interval> b);

/// The next of 1, 1.5, 2, 3, 4, 5, 6, 8 times a power of ten that is at least `value` (> 0).
/// An axis that ends there stands still for many epochs and then moves once.
[[nodiscard]] double stepUp(double value);

/// The next of 1, 2, 2.5, 5 times a power of ten that is at least `value` (> 0): steps that read
/// well on an axis.
[[nodiscard]] double roundStep(double value);

/// Widens `current` to round ends when `data` leaves it, and never narrows it, so that a live
/// axis does not jitter. On a log scale the ends are 1, 2 or 5 times a power of ten.
[[nodiscard]] Interval grownInSteps(Interval current, Interval data, Scale scale);

/// `data` with a margin of `fraction` of its size on both sides; an empty interval opens by one.
[[nodiscard]] Interval padded(Interval data, double fraction, Scale scale = Scale::Linear);

} // namespace reluscope::ui

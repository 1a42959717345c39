// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activation/activation.h"

#include <chrono>
#include <cstddef>
#include <optional>
#include <stop_token>

namespace reluscope {

/// What a function costs elementwise, in ns an element, beside reading and writing alone, which
/// every function of as many elements costs at least.
struct ActivationCost {
    double value;
    double derivative;
    double copy;
};

/// How a cost is measured.
struct CostMeasurement {
    /// Tells the time.
    using Clock = std::chrono::nanoseconds (*)();

    /// As many are read and as many written: 512 KiB together, more than an L1 cache holds and less
    /// than most L2 caches do. A layer of 256 units on a batch of 256 is as large.
    static constexpr std::size_t usualElements = 65'536;

    Clock clock;
    std::size_t elements = usualElements;
    std::chrono::nanoseconds budget = std::chrono::milliseconds{100};
};

/// Measures \p activation on numbers between -5 and 5, on this thread, in rounds until the budget
/// is used up. Each round times value, derivative and copy in turn, and the shortest time of each
/// counts: what disturbs a measurement only ever makes it longer. Nothing if stopped.
std::optional<ActivationCost> measureCost(const Activation& activation,
                                          const CostMeasurement& measurement,
                                          const std::stop_token& stop = {});

} // namespace reluscope

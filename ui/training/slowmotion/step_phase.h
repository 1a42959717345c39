// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace reluscope::ui {

/// The three parts of a step, in their order.
enum class StepPhase { Forward, Backward, Update };

/// A unit of a StepTrace and one of its incoming connections: indices into what the trace holds.
struct StepPlace {
    std::size_t layer = 1; ///< never the features, which is 0
    std::size_t unit = 0;
    std::size_t in = 0;

    friend bool operator==(const StepPlace&, const StepPlace&) = default;
};

} // namespace reluscope::ui

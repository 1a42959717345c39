// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace reluscope {
struct Activation;
}

namespace reluscope::ui {

struct TurningPoint {
    double x = 0.0;
    double f = 0.0;
};

/// The minimum of a function that falls and then rises; nothing for one that never does, or does
/// so more than once.
std::optional<TurningPoint> singleMinimum(const Activation& activation);

} // namespace reluscope::ui

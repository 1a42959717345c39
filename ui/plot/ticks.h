// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/interval.h"

#include <QString>

#include <vector>

namespace reluscope::ui {

struct AxisOptions;

struct Tick {
    double value = 0.0;
    QString label;
};

/// Ticks on round values with at most about `count` intervals inside `range`; the last one carries
/// the unit. Log axes have decades, thinned when there are many, and 1-2-5 or 1-3 steps when there
/// are few.
[[nodiscard]] std::vector<Tick> ticksFor(Interval range, const AxisOptions& options, int count);

} // namespace reluscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/sweep_result.h"

#include <span>

namespace reluscope::ui {

/// The run that stands for all seeds at one rate: of those that stayed finite the one with the
/// median training loss, the lower of two; where most diverged, the first seed that did. Null where
/// none has ended.
const SweepResult* medianResult(std::span<const SweepResult> results, std::size_t run,
                                std::size_t rate);

} // namespace reluscope::ui

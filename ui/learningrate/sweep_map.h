// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/heat_map_content.h"
#include "ui/plot/interval.h"

#include <optional>

namespace reluscope::ui {

class SweepSession;

/// What a map of a sweep shows; in place of the accuracy, of a regression the test loss.
enum class SweepFigure { Loss, TestAccuracy, DeadFraction, Diverged };

/// The map of a figure. \p range is that of the colours: it widens in steps, so that colours stay
/// what they are while results come in.
HeatMapContent sweepMap(const SweepSession& sweep, SweepFigure figure,
                        std::optional<Interval>& range);

/// The map in words: row by row, the best that there is of it.
QString sweepMapSummary(const SweepSession& sweep, SweepFigure figure);

/// A figure of a cell; unset where no seed has one.
std::optional<double> mapValue(const SweepSession& sweep, SweepFigure figure, std::size_t run,
                               std::size_t rate);

} // namespace reluscope::ui

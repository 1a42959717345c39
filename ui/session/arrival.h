// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/run_history.h"

#include <optional>

namespace reluscope::ui {

/// Where a race is to: a training accuracy to reach, or a training loss to come down to. Training
/// figures are there of every epoch, test figures of those that were measured.
struct RaceTarget {
    enum class Figure { Accuracy, Loss };

    Figure figure = Figure::Accuracy;
    double value = 0.9;

    friend bool operator==(const RaceTarget&, const RaceTarget&) = default;
};

/// The first epoch at whose end a run was there.
struct Arrival {
    std::size_t epoch;
    std::size_t steps;
    double seconds; ///< of training alone
    bool isExact;   ///< else it may have been in one of the epochs before, which were not kept
};

/// Nothing before a run is there; up to the epoch in the past, where one is shown.
std::optional<Arrival> arrivalOf(const RunHistory& history, const RaceTarget& target);

/// How near a run has come, if it has any figure: the same of the best epoch.
std::optional<double> bestOf(const RunHistory& history, RaceTarget::Figure figure);

} // namespace reluscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/step_trace.h"
#include "ui/training/slowmotion/step_phase.h"

#include <QString>
#include <QStringList>

namespace reluscope::ui {

/// What a phase does at a unit and one of its weights for one example, with the numbers plugged
/// in: "a = max(0, z) = max(0, −0.52) = 0".
QStringList stepFormulas(const StepTrace& trace, StepPhase phase, StepPlace place,
                         std::size_t example);

/// Which unit and which weight that is, in words.
QString stepPlaceName(const StepTrace& trace, StepPlace place);

/// The right-hand side of an activation's formula with numbers for z and its parameters.
QString pluggedIn(const Activation& activation, double z);

/// What the loss calls the right answer for an example: its class as 0 or 1, or a number.
double targetOf(const StepTrace& trace, std::size_t example);

} // namespace reluscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/experiment.h"

#include <QString>

#include <vector>

namespace reluscope::ui {

/// What the rows of a sweep differ in.
enum class SweepAxis { Activations, Initializations, Depths };

/// A run that a sweep can have as a row.
struct RowChoice {
    RunSpec run;
    int style = 0;        ///< of runStyle(): the same whichever rows are chosen
    bool isUsual = false; ///< chosen until somebody chooses otherwise
};

/// What there is to choose from: of activations the runs of the experiment, and the functions that
/// none of them has; else the usual initializations or depths for its run \p base. Empty where the
/// run has no such thing to vary.
std::vector<RowChoice> rowChoices(const Experiment& experiment, SweepAxis axis, std::size_t base);

/// What a row is called in the language of the window.
QString rowName(const RunSpec& run, SweepAxis axis);

} // namespace reluscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/experiment.h"

#include <string>
#include <string_view>
#include <vector>

namespace reluscope::ui {

/// As many runs as have a colour of their own.
inline constexpr std::size_t mostRuns = 8;

// Edits of an experiment that keep what hangs together: names apart from each other, changes with
// the run they were made to, and activations given layer by layer with the layers.

bool hasRun(const Experiment& experiment, std::string_view name);

void addRun(Experiment& experiment, const ActivationInfo& activation);
void duplicateRun(Experiment& experiment, std::size_t run);
void removeRun(Experiment& experiment, std::size_t run);
void renameRun(Experiment& experiment, std::size_t run, const std::string& name);

/// Drops what was chosen for other data: a loss, and the accuracy to stop at where there is none.
void suitData(Experiment& experiment);

/// Nesterov's momentum goes with the last of it: it would be that of nothing.
void setMomentum(OptimizerSpec& optimizer, double momentum);

/// One activation for all layers. A run that is called after its activation is renamed, too.
void setActivation(Experiment& experiment, std::size_t run, const ActivationInfo& activation);

void setHiddenLayers(Experiment& experiment, const std::vector<std::size_t>& hidden);

/// The first run, once with each variant of ReLU, in place of all runs.
void compareReluVariants(Experiment& experiment);

/// The first run at five learning rates around its own, in place of all runs.
void compareLearningRates(Experiment& experiment);

} // namespace reluscope::ui

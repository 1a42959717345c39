// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/experiment.h"

#include <cstddef>
#include <vector>

namespace reluscope::ui {

/// A run that is another one up to a step, and what is on record for it.
struct RunBranch {
    RunSpec run;
    std::vector<Change> changes;
};

/// The run that goes on from \p epoch, the end of \p step, of the run \p parent with the present
/// settings, but at \p learningRate. What its parent had been put through by then is on record for
/// it too, so that it comes out the same when the experiment trains again from epoch 0.
RunBranch branchOf(const Experiment& experiment, std::size_t parent, std::size_t epoch,
                   std::size_t step, double learningRate);

} // namespace reluscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sweep/sweep_result.h"

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>

namespace reluscope {

/// What a run of a sweep needs beside its cell.
struct CellRunOptions {
    std::shared_ptr<const Dataset> data;
    double memoryLimit; ///< bytes
    Trainer::Clock clock;
};

/// Trains the run of one cell to its end and tells what became of it: to the bit what training
/// experimentOf(spec, cell) gives. \p pause is called now and then between two batches, with the
/// whole epochs that are done, and may take its time. Nothing if stopped.
/// \throws InputError as the constructor of Trainer does.
std::optional<SweepResult> runCell(const SweepSpec& spec, SweepCell cell,
                                   const CellRunOptions& options,
                                   const std::function<void(std::size_t epochs)>& pause = {},
                                   const std::stop_token& stop = {});

} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace reluscope {

/// How the learning rate changes with time.
enum class ScheduleShape {
    Constant,
    Step,         ///< times gamma every stepSize epochs: torch's StepLR
    Cosine,       ///< half a cosine from the rate down to minimum: torch's CosineAnnealingLR
    WarmupCosine, ///< linear from near 0 over warmupEpochs, step by step, then the cosine
};

/// The `schedule` object of an experiment file. A shape passes over what it does not have.
struct Schedule {
    ScheduleShape shape = ScheduleShape::Constant;
    std::size_t stepSize = 10;    ///< epochs; Step
    double gamma = 0.1;           ///< Step
    double minimum = 0.0;         ///< the rate at the end; Cosine, WarmupCosine
    std::size_t warmupEpochs = 1; ///< WarmupCosine

    friend bool operator==(const Schedule&, const Schedule&) = default;
};

/// A shape as files and people call it.
struct ScheduleShapeInfo {
    ScheduleShape shape;
    std::string_view id;
    std::string_view name;
};

std::span<const ScheduleShapeInfo> scheduleShapes() noexcept;
const ScheduleShapeInfo& scheduleShapeInfo(ScheduleShape shape) noexcept;

/// When a step is taken.
struct StepTime {
    std::size_t epochsDone = 0;
    std::size_t batchInEpoch = 0; ///< from 0
    std::size_t batchesPerEpoch = 1;
    std::size_t epochs = 0; ///< how long a cosine is; past its end the last rate stays
};

/// The learning rate of the step at `time`, where `initial` is the rate that was set. It advances
/// by epochs, while warming up by steps.
double learningRateAt(const Schedule& schedule, double initial, const StepTime& time) noexcept;

} // namespace reluscope

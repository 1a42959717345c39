// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/schedule.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace reluscope {
namespace {

constexpr std::array<ScheduleShapeInfo, 4> table{{
    {ScheduleShape::Constant, "constant", "Constant"},
    {ScheduleShape::Step, "step", "Steps"},
    {ScheduleShape::Cosine, "cosine", "Cosine"},
    {ScheduleShape::WarmupCosine, "warmup_cosine", "Warm-up, then cosine"},
}};

double cosineRate(double initial, double minimum, std::size_t done, std::size_t epochs) {
    const double share =
        epochs == 0 ? 0.0 : std::min(1.0, static_cast<double>(done) / static_cast<double>(epochs));
    return minimum + (initial - minimum) * (1 + std::cos(std::numbers::pi * share)) / 2;
}

} // namespace

std::span<const ScheduleShapeInfo> scheduleShapes() noexcept {
    return table;
}

const ScheduleShapeInfo& scheduleShapeInfo(ScheduleShape shape) noexcept {
    return *std::ranges::find(table, shape, &ScheduleShapeInfo::shape);
}

double learningRateAt(const Schedule& schedule, double initial, const StepTime& time) noexcept {
    switch (schedule.shape) {
    case ScheduleShape::Constant:
        break;
    case ScheduleShape::Step: {
        const std::size_t falls = time.epochsDone / schedule.stepSize;
        return initial * std::pow(schedule.gamma, static_cast<double>(falls));
    }
    case ScheduleShape::Cosine:
        return cosineRate(initial, schedule.minimum, time.epochsDone, time.epochs);
    case ScheduleShape::WarmupCosine: {
        const std::size_t warmup = std::min(schedule.warmupEpochs, time.epochs);
        if (time.epochsDone < warmup) {
            const auto batches = static_cast<double>(time.batchesPerEpoch);
            const double step = static_cast<double>(time.epochsDone) * batches +
                                static_cast<double>(time.batchInEpoch) + 1;
            return initial * step / (static_cast<double>(warmup) * batches);
        }
        return cosineRate(initial, schedule.minimum, time.epochsDone - warmup,
                          time.epochs - warmup);
    }
    }
    return initial;
}

} // namespace reluscope

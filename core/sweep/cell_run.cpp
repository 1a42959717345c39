// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sweep/cell_run.h"

#include <chrono>

namespace reluscope {
namespace {

std::optional<SweepResult::Figures> figuresOf(const EpochRecord& record) {
    return SweepResult::Figures{.trainLoss = record.trainLoss,
                                .testLoss = record.measured->testLoss,
                                .trainAccuracy = record.trainAccuracy,
                                .testAccuracy = record.measured->testAccuracy,
                                .deadFraction = record.measured->deadFraction};
}

/// Trains to the end of the epochs, or of the run. Whether that was reached.
bool trainToEnd(Trainer& trainer, const std::function<void(std::size_t)>& pause,
                const std::stop_token& stop) {
    constexpr std::chrono::milliseconds timeToStop{20};
    while (trainer.isAnyRunTraining() && trainer.epoch() < trainer.experiment().training.epochs) {
        if (stop.stop_requested()) {
            return false;
        }
        trainer.trainBatches(trainer.batchesWithin(timeToStop));
        if (pause) {
            pause(trainer.epoch());
        }
    }
    return !stop.stop_requested();
}

} // namespace

std::optional<SweepResult> runCell(const SweepSpec& spec, SweepCell cell,
                                   const CellRunOptions& options,
                                   const std::function<void(std::size_t epochs)>& pause,
                                   const std::stop_token& stop) {
    Trainer trainer(experimentOf(spec, cell), options.data, options.clock, options.memoryLimit);
    auto record = trainer.record(0, true, stop);
    if (!record) {
        return std::nullopt;
    }
    SweepResult result{.cell = cell,
                       .deadFractionAtStart = record->measured->deadFraction,
                       .isOutputConstantAtStart = record->measured->isOutputConstant};
    if (!trainToEnd(trainer, pause, stop)) {
        return std::nullopt;
    }
    result.status = trainer.status(0);
    result.seconds = trainer.trainingSeconds(0);
    if (const auto& divergence = trainer.runs()[0].divergence()) {
        result.epochs = divergence->epoch - 1;
        result.step = divergence->step;
        result.divergedLayer = divergence->layer;
        return result;
    }
    result.epochs = trainer.epoch();
    result.step = trainer.runs()[0].stepCount();
    if (trainer.epoch() > 0) {
        record = trainer.record(0, true, stop);
        if (!record) {
            return std::nullopt;
        }
    }
    result.figures = figuresOf(*record);
    return result;
}

} // namespace reluscope

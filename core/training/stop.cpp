// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/stop.h"

namespace reluscope {

std::string_view stopReasonId(StopReason reason) noexcept {
    switch (reason) {
    case StopReason::Accuracy:
        return "train_accuracy";
    case StopReason::Loss:
        return "train_loss";
    case StopReason::NoProgress:
        break;
    }
    return "patience";
}

std::optional<Stop> findStop(const StopRules& rules, const EpochFigures& figures) {
    if (rules.trainAccuracy && figures.accuracy >= rules.trainAccuracy) {
        return Stop{figures.epoch, StopReason::Accuracy, *rules.trainAccuracy};
    }
    if (rules.trainLoss && figures.loss <= *rules.trainLoss) {
        return Stop{figures.epoch, StopReason::Loss, *rules.trainLoss};
    }
    if (rules.patience && figures.epoch - figures.lowest.epoch >= *rules.patience) {
        return Stop{figures.epoch, StopReason::NoProgress, static_cast<double>(*rules.patience)};
    }
    return std::nullopt;
}

} // namespace reluscope

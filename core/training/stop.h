// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <string_view>

namespace reluscope {

/// `training.stop` of an experiment: when a run ends before its epochs do. All go by the figures of
/// its training, which there are of every epoch, however rarely test figures are measured.
struct StopRules {
    std::optional<double> trainAccuracy = {}; ///< reached at the end of an epoch
    std::optional<double> trainLoss = {};     ///< not above it at the end of an epoch
    std::optional<std::size_t> patience = {}; ///< epochs without a new lowest training loss

    friend bool operator==(const StopRules&, const StopRules&) = default;
};

enum class StopReason { Accuracy, Loss, NoProgress };

/// As the rule is called in files.
std::string_view stopReasonId(StopReason reason) noexcept;

/// That a run has ended by a rule.
struct Stop {
    std::size_t epoch; ///< whole ones done
    StopReason reason;
    double limit; ///< what the rule said: a share, a loss, or epochs

    friend bool operator==(const Stop&, const Stop&) = default;
};

/// The lowest training loss of the epochs so far.
struct LowestLoss {
    double loss = std::numeric_limits<double>::infinity();
    std::size_t epoch = 0;

    void add(double ofEpoch, std::size_t number) {
        if (ofEpoch < loss) {
            *this = {ofEpoch, number};
        }
    }
};

/// The training figures of an epoch that has ended.
struct EpochFigures {
    std::size_t epoch = 0;
    double loss = 0;
    std::optional<double> accuracy = {}; ///< of a classification
    LowestLoss lowest = {};              ///< up to this epoch
};

/// The first of the rules that holds.
std::optional<Stop> findStop(const StopRules& rules, const EpochFigures& figures);

} // namespace reluscope

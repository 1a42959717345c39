// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/optimizer.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace reluscope {

/// A setting that was changed while a run trained.
enum class ChangedField {
    LearningRate, ///< from the next step on, as the three below
    Momentum,
    Nesterov, ///< 0 or 1
    WeightDecay,
    BatchSize, ///< of all runs, from the next epoch on
    Kill,      ///< a hidden unit is made silent
    Revive,    ///< a hidden unit is given weights that are not
};

struct ChangedFieldInfo {
    ChangedField field;
    std::string_view id;
};

std::span<const ChangedFieldInfo> changedFields() noexcept;
std::string_view changedFieldId(ChangedField field) noexcept;

/// A setting of an optimizer that can change while it trains.
struct OptimizerSetting {
    ChangedField field;
    double (*of)(const OptimizerSpec&);
};

std::span<const OptimizerSetting> changeableSettings() noexcept;

/// A hidden unit by its place; both count from 0.
struct UnitPlace {
    std::size_t layer = 0;
    std::size_t unit = 0;

    friend bool operator==(const UnitPlace&, const UnitPlace&) = default;
};

/// One of `training.changes` of an experiment: what somebody did at the controls, so that it can be
/// done again.
struct Change {
    std::string run;
    std::size_t step = 0; ///< how many the run had made by then
    ChangedField field = ChangedField::LearningRate;
    std::variant<double, UnitPlace> value; ///< a unit for Kill and Revive

    friend bool operator==(const Change&, const Change&) = default;
};

/// Adds a change where its step puts it, after those of the same step. A second value of a setting
/// at one step takes the place of the first.
void addChange(std::vector<Change>& changes, Change change);

} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/change.h"

#include <algorithm>
#include <array>
#include <utility>

namespace reluscope {
namespace {

constexpr std::array<ChangedFieldInfo, 7> table{{
    {ChangedField::LearningRate, "learning_rate"},
    {ChangedField::Momentum, "momentum"},
    {ChangedField::Nesterov, "nesterov"},
    {ChangedField::WeightDecay, "weight_decay"},
    {ChangedField::BatchSize, "batch_size"},
    {ChangedField::Kill, "kill"},
    {ChangedField::Revive, "revive"},
}};

constexpr std::array<OptimizerSetting, 4> settings{{
    {ChangedField::LearningRate, [](const OptimizerSpec& spec) { return spec.learningRate; }},
    {ChangedField::Momentum, [](const OptimizerSpec& spec) { return spec.momentum; }},
    {ChangedField::Nesterov, [](const OptimizerSpec& spec) { return spec.nesterov ? 1.0 : 0.0; }},
    {ChangedField::WeightDecay, [](const OptimizerSpec& spec) { return spec.weightDecay; }},
}};

} // namespace

std::span<const OptimizerSetting> changeableSettings() noexcept {
    return settings;
}

std::span<const ChangedFieldInfo> changedFields() noexcept {
    return table;
}

std::string_view changedFieldId(ChangedField field) noexcept {
    return std::ranges::find(table, field, &ChangedFieldInfo::field)->id;
}

void addChange(std::vector<Change>& changes, Change change) {
    const bool isSetting = std::holds_alternative<double>(change.value);
    const auto same = std::ranges::find_if(changes, [&](const Change& other) {
        return other.run == change.run && other.step == change.step && other.field == change.field;
    });
    if (isSetting && same != changes.end()) {
        same->value = change.value;
        return;
    }
    changes.insert(std::ranges::upper_bound(changes, change.step, {}, &Change::step),
                   std::move(change));
}

} // namespace reluscope

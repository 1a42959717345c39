// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/change.h"

#include <algorithm>
#include <array>

namespace reluscope {
namespace {

constexpr std::array<ChangedFieldInfo, 6> table{{
    {ChangedField::LearningRate, "learning_rate"},
    {ChangedField::Momentum, "momentum"},
    {ChangedField::WeightDecay, "weight_decay"},
    {ChangedField::BatchSize, "batch_size"},
    {ChangedField::Kill, "kill"},
    {ChangedField::Revive, "revive"},
}};

} // namespace

std::span<const ChangedFieldInfo> changedFields() noexcept {
    return table;
}

std::string_view changedFieldId(ChangedField field) noexcept {
    return std::ranges::find(table, field, &ChangedFieldInfo::field)->id;
}

} // namespace reluscope

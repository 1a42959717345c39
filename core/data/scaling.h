// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/data_spec.h"
#include "core/data/dataset.h"

#include <span>
#include <string_view>

namespace reluscope {

/// A scale as experiment files call it.
struct ScaleInfo {
    Scale scale;
    std::string_view id;
};

std::span<const ScaleInfo> scales() noexcept;
std::string_view scaleId(Scale scale) noexcept;

/// Scales both splits in place, feature by feature, by the statistics of the training split alone,
/// so that nothing of the test split leaks into training. A feature that is constant there is only
/// shifted, to 0; test values may leave the range. Standard divides by the deviation of the
/// population (n, not n - 1). Both splits must have at least one example.
void applyScale(Dataset& dataset, Scale scale);

} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/data_spec.h"
#include "core/data/dataset.h"

#include <span>

namespace reluscope {

/// Points given one by one, at least one, both trained and tested on. Classes are 0 to the largest
/// label. Throws InputError, at data.points, where there is only one class.
Dataset makePointDataset(std::span<const LabelledPoint> points);

} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/data_spec.h"
#include "core/data/dataset.h"
#include "core/data/idx.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace reluscope {

/// Images and the class of each, as one pair of IDX files holds them: as many of one as the other.
struct LabelledImages {
    IdxImages images;
    std::span<const std::uint8_t> labels;
};

/// The data set that `spec` asks for, scaled. Its `train` and `test` take the first so many of
/// `training` and `test`; without `test`, the held-back part of `training` is drawn by `spec.seed`
/// and both parts keep the order of the file. Classes are 0 to the largest label of all, whether
/// or not the examples taken have it; `classNames` are used if there are as many.
///
/// Throws InputError, with the field of the experiment file as its place ("data.train") and no
/// file, where more examples are asked for than there are; and with neither where the two image
/// sizes differ or there is only one class.
Dataset makeImageDataset(const LabelledImages& training, const std::optional<LabelledImages>& test,
                         const DataSpec& spec, std::vector<std::string> classNames = {});

} // namespace reluscope

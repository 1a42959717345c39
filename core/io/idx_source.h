// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/data_spec.h"
#include "core/data/dataset.h"

#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace reluscope {

/// Two IDX files, plain or gzip: images, and the label of each.
struct IdxFiles {
    std::filesystem::path images;
    std::filesystem::path labels;
};

/// Reads the files and makes the data set of `spec` from them, as makeImageDataset() does; without
/// `test` a part of `training` is held back. Throws InputError, with the file at fault, for files
/// that cannot be read, are damaged, do not fit together or would not fit into memory.
Dataset loadIdx(const IdxFiles& training, const std::optional<IdxFiles>& test, const DataSpec& spec,
                std::vector<std::string> classNames, const std::stop_token& stop);

} // namespace reluscope

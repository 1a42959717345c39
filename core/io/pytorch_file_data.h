// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/data_spec.h"
#include "core/data/dataset.h"
#include "core/io/idx_source.h"
#include "core/io/pytorch_sections.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

// Examples that a PyTorch script reads from files, and what such scripts have in common.
namespace reluscope {

/// `load_data()` of images; without `test` a part of `training` is held back.
ScriptSection pytorchImageData(const IdxFiles& training, const std::optional<IdxFiles>& test,
                               const DataSpec& spec, const Dataset& data);

/// `load_data()` of a table.
ScriptSection pytorchCsvData(const std::filesystem::path& path, const DataSpec& spec,
                             const Dataset& data);

/// Refuses scripts that would have to hold so many bytes of what only our own draws can tell.
void checkEmbeddedSize(std::size_t bytes);

/// `read_file()`. Needs gzip.
extern const std::string_view pytorchFileReader;

std::string pathAssignment(std::string_view name, const std::filesystem::path& path);

/// `held_back()`, which tells the rows for testing.
extern const std::string_view pytorchHeldBack;

/// Adds to load_data() the lines that split `x` and `y`, and to the end of the script the rows.
void addHeldBackSplit(ScriptSection& section, const DataSpec& spec, const Dataset& data);

/// `scale()`; nothing for Scale::None.
std::string pytorchScaling(Scale scale);

} // namespace reluscope

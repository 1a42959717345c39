// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/data_spec.h"
#include "core/data/dataset.h"

#include <filesystem>
#include <stop_token>
#include <string_view>
#include <vector>

namespace reluscope {

inline constexpr std::string_view fashionMnistSource = "fashion-mnist";
inline constexpr std::string_view idxSource = "idx";
inline constexpr std::string_view csvSource = "csv";
inline constexpr std::string_view pointsSource = "points";

/// A source of data as experiment files and people call it.
struct DataSource {
    std::string_view id;
    std::string_view name;
};

/// Whether a source makes its examples from draws, as many as are asked for.
bool isGenerated(std::string_view source) noexcept;

/// Everything that `data.source` may say, in the order in which it is shown.
std::vector<DataSource> dataSources();

/// Makes or reads the data set of `spec`, split and scaled. Relative paths are taken from
/// `baseDirectory`, the folder of the experiment file.
///
/// Throws InputError: of a data file, with its name and place; or of the experiment, with the field
/// as its place ("data.train") and no file, for the caller to add. Throws LoadingStopped
/// (core/io/loading_stopped.h) soon after `stop` is requested.
Dataset loadDataset(const DataSpec& spec, const std::filesystem::path& baseDirectory,
                    const std::stop_token& stop = {});

} // namespace reluscope

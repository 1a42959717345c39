// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/data_spec.h"
#include "core/data/dataset.h"
#include "core/io/idx_source.h"

#include <filesystem>
#include <stop_token>

namespace reluscope {

/// Where Debian's package `dataset-fashion-mnist` puts its files.
std::filesystem::path fashionMnistDirectory();

struct FashionMnistFiles {
    IdxFiles training;
    IdxFiles test;
};

/// What its files in `directory` are called.
FashionMnistFiles fashionMnistFiles(const std::filesystem::path& directory);

/// Fashion-MNIST (Xiao, Rasul & Vollgraf 2017, arXiv 1708.07747) from its four files in
/// `directory`. Throws InputError that says what to install where they are missing.
Dataset loadFashionMnist(const std::filesystem::path& directory, const DataSpec& spec,
                         const std::stop_token& stop);

} // namespace reluscope

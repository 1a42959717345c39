// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/network/loss.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace reluscope {

/// What is done to the features before training.
enum class Scale {
    None,
    Unit,      ///< bytes 0..255, or the range of the training split, to [0, 1]
    Symmetric, ///< the same to [-1, 1]
    Standard,  ///< zero mean and unit variance, both of the training split, feature by feature
};

/// A point of the source "points".
struct LabelledPoint {
    double x = 0;
    double y = 0;
    std::uint32_t label = 0;

    friend bool operator==(const LabelledPoint&, const LabelledPoint&) = default;
};

/// Which examples an experiment uses: the `data` object of an experiment file.
struct DataSpec {
    std::string source = "spiral";    ///< a generated set, or one of core/io/dataset_loader.h
    std::optional<std::size_t> train; ///< examples; unset: 500 generated, all of a file
    std::optional<std::size_t> test;
    double noise = 0.1;     ///< generated sources: standard deviation added to each coordinate, or
                            ///< to the value of a regression
    std::size_t degree = 5; ///< of the Chebyshev polynomial
    std::uint64_t seed = 1;
    std::optional<Scale> scale; ///< unset: Unit for images, None for the rest
    // Source "idx": files, plain or gzip, relative to the experiment file.
    std::string images;
    std::string labels;
    std::string testImages;
    std::string testLabels;
    // Source "csv": a file, relative to the experiment file, and the column to be learned.
    std::string path;
    std::string target;
    Task task = Task::Classification;
    double testFraction = 0.2;         ///< held back where there are no test files
    std::vector<LabelledPoint> points; ///< source "points"

    friend bool operator==(const DataSpec&, const DataSpec&) = default;
};

} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace reluscope {

/// What is done to the features before training.
enum class Scale {
    None,
    Unit,      ///< bytes 0..255, or the range of the training split, to [0, 1]
    Symmetric, ///< the same to [-1, 1]
    Standard,  ///< zero mean and unit variance, both of the training split, feature by feature
};

/// Which examples an experiment uses: the `data` object of an experiment file.
struct DataSpec {
    std::string source = "spiral";    ///< a generated set, "idx", or "fashion-mnist"
    std::optional<std::size_t> train; ///< examples; unset: 500 generated, all of a file
    std::optional<std::size_t> test;
    double noise = 0.1; ///< generated sources: standard deviation added to each coordinate
    std::uint64_t seed = 1;
    std::optional<Scale> scale; ///< unset: Unit for images, None for the rest
    // Source "idx": files, plain or gzip, relative to the experiment file.
    std::string images;
    std::string labels;
    std::string testImages;
    std::string testLabels;
    double testFraction = 0.2; ///< held back where there are no test files

    friend bool operator==(const DataSpec&, const DataSpec&) = default;
};

} // namespace reluscope

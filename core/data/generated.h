// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/data_spec.h"
#include "core/data/dataset.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace reluscope {

/// A point of a generated set before noise, in about [-1, 1] x [-1, 1].
struct Point {
    double x;
    double y;
};

/// A point of class `label`, 0 or 1, from two numbers uniform in (0, 1). Its arithmetic must round
/// one way on every CPU: core/random/transforms.h, no contraction, and of the C library only sqrt.
using PointGenerator = Point (*)(std::uint32_t label, double u, double v);

/// A generated two-dimensional data set of two classes: one row of the table of sources.
struct GeneratedSource {
    std::string_view id;   ///< as experiment files write it
    std::string_view name; ///< as people do
    PointGenerator point;
};

/// All generated sources, in the order in which they are shown.
std::span<const GeneratedSource> generatedSources() noexcept;

/// The source called `id`, or null.
const GeneratedSource* findGeneratedSource(std::string_view id) noexcept;

/// Training and test examples of one source, as many as `spec` asks for, unscaled. The classes
/// take turns, so that any stretch of either split is balanced to within one. Draws are keyed by
/// (seed, split, example): any CPU makes the same set, bit for bit, and a longer split begins with
/// the shorter one.
Dataset generate(const GeneratedSource& source, const DataSpec& spec);

} // namespace reluscope

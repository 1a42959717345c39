// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/data_spec.h"
#include "core/data/dataset.h"

#include <cstddef>
#include <span>
#include <string_view>

namespace reluscope {

/// A generated one-dimensional regression: x uniform in (-1, 1), y = f(x) and noise. One row of the
/// table of curves. As with PointGenerator, f must round one way on every CPU.
struct CurveSource {
    std::string_view id;   ///< as experiment files write it
    std::string_view name; ///< as people do
    double (*function)(double x, std::size_t degree);
    bool hasDegree;
};

/// All curves, in the order in which they are shown.
std::span<const CurveSource> curveSources() noexcept;

/// The curve called `id`, or null.
const CurveSource* findCurveSource(std::string_view id) noexcept;

/// Training and test examples of one curve, as many as `spec` asks for, unscaled. Draws are keyed
/// as those of generate() are.
Dataset generateCurve(const CurveSource& source, const DataSpec& spec);

} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace reluscope {

/// A pre-activation z ~ N(mean, deviation²).
struct NormalInput {
    double mean = 0;
    double deviation = 1; ///< > 0

    friend bool operator==(const NormalInput&, const NormalInput&) = default;

    /// P(from < z < to), also where it is small; the ends may be infinite.
    double probability(double from, double to) const;
};

} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>

namespace reluscope::test {

/// What double kernels are measured with.
using Wide = long double;

/// What f and f' must keep, in units in the last place (docs/definitions.md).
inline constexpr Wide allowedUlps = 4;

/// The distance between `x` and the next number of that type, away from 0.
template <class Real>
Wide spacing(Wide x) {
    using Limits = std::numeric_limits<Real>;
    const Wide normal = std::max<Wide>(std::abs(x), Limits::min());
    return std::ldexp(Wide{1}, std::ilogb(normal) + 1 - Limits::digits);
}

/// How far `actual` is from `expected`, in units of `scale` or of itself, whichever is larger. What
/// is too large for the type has to be its largest number.
template <class Real>
Wide errorInUlps(Real actual, Wide expected, Wide scale = 0) {
    using Limits = std::numeric_limits<Real>;
    const Wide nearest = std::clamp<Wide>(expected, Limits::lowest(), Limits::max());
    return std::abs(Wide{actual} - nearest) / spacing<Real>(std::max(std::abs(nearest), scale));
}

} // namespace reluscope::test

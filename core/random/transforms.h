// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace reluscope {

// The C library picks its logarithm, sine and cosine by the CPU, and their last bits differ with
// it. Data and initial weights must not, so they are made by these functions, which use only
// operations that IEEE 754 rounds one way. Build them with -ffp-contract=off.

/// The natural logarithm of a positive, finite `x`, within 1 unit in the last place.
double portableLog(double x) noexcept;

/// The z for which a standard normal variable lies below z with probability `u`, in (0, 1);
/// relative error about 1e-15. Wichura 1988, algorithm AS 241, PPND16.
double normalQuantile(double u) noexcept;

/// A direction in the plane.
struct UnitVector {
    double cosine;
    double sine;
};

/// The direction at an angle counted in full turns, anticlockwise from the x axis: cos and sin of
/// 2 pi `turns`, with an absolute error below 3e-16 for any finite `turns`.
UnitVector unitVector(double turns) noexcept;

} // namespace reluscope

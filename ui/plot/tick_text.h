// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace reluscope::ui {

/// A number as axes and cross-hairs write it: `digits` significant digits, no trailing zeros, a
/// true minus, and powers of ten written with raised figures outside 0.001 ... 99999.
[[nodiscard]] QString tickText(double value, int digits = 3);

/// Whether tickText() writes it as "2 × 10⁻⁵".
bool isWrittenWithPower(double value);

} // namespace reluscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/tabs/short_float.h"

#include "ui/controls/number_text.h"
#include "ui/plot/tick_text.h"

#include <cmath>

namespace reluscope::ui {

QString shortFloat(float value) {
    constexpr int digits = 4;
    const auto wide = static_cast<double>(value);
    return std::isfinite(value) ? tickText(wide, digits) : exactText(wide);
}

} // namespace reluscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controls/number_field.h"

namespace reluscope {
struct ActivationParameter;
}

namespace reluscope::ui {

/// What a parameter's slider spans: the values worth looking at. All that the function accepts can
/// be typed.
ValueRange parameterRange(const ActivationParameter& parameter);

} // namespace reluscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/input_error.h"

#include <QString>

namespace reluscope::ui {

/// Where and what is wrong: "points.csv, line 3: ..."; what would be right is error.expected().
QString problemText(const InputError& error);

} // namespace reluscope::ui

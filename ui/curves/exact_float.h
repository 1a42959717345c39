// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace reluscope::ui {

/// The shortest text that reads back as the same float32, in the digits that spreadsheets take.
QString exactFloat(float value);

} // namespace reluscope::ui

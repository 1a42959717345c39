// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace reluscope::ui {

/// A float32 to four digits, as people read it: "−0.6321", "∞", "NaN".
QString shortFloat(float value);

} // namespace reluscope::ui

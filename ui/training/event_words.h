// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/run_event.h"

#include <QString>

namespace reluscope::ui {

/// What happened, in words: "layer 1 lost 3 units".
QString eventWords(const RunEvent& event);

} // namespace reluscope::ui

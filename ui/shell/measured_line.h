// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/input_error.h"

class QJsonObject;

namespace reluscope::ui {

/// Prints a measurement as one line and ends the application.
void endMeasurement(const QJsonObject& line);
/// Says why nothing could be measured and ends the application, which fails.
void failMeasurement(const InputError& error);

} // namespace reluscope::ui

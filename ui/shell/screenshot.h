// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace reluscope::ui {

/// Saves a picture of \p window to \p path as PNG after \p seconds, then ends the application: with
/// 0, or with 1 and a line on standard error if the picture cannot be written.
void saveScreenshotAndQuit(QWidget& window, const QString& path, double seconds);

} // namespace reluscope::ui

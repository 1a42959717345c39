// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

class QFont;
class QPainter;

namespace reluscope::ui {

class Theme;

/// Between the lines of the hatch that means "diverged" and nothing else.
inline constexpr double denseHatchPixels = 5.0;

/// What stands in place of a picture of a network that has diverged: a dense hatch and the words
/// "no finite output". \p scale as scaleOf() has it.
void drawDiverged(QPainter& painter, const QRectF& area, const QFont& font, const Theme& theme,
                  qreal scale);

} // namespace reluscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRectF>

class QPainter;

namespace reluscope::ui {

/// Rising 45 degree lines over `area`, `spacing` pixels apart along the horizontal. Drawn as lines,
/// not as a brush, so that they are as fine on paper and at two pixels a point as on the screen.
void drawHatch(QPainter& painter, const QRectF& area, const QColor& colour, qreal spacing,
               qreal width);

} // namespace reluscope::ui

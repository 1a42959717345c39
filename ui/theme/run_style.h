// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QPen>
#include <QPointF>
#include <QRectF>
#include <QVector>

class QPainter;

namespace reluscope::ui {

enum class Marker {
    Disc,
    Square,
    Triangle,
    Diamond,
    Ring,
    HollowSquare,
    HollowTriangle,
    HollowDiamond
};

/// How one run looks everywhere: colour, dash and marker always go together, so that no run is
/// told apart by colour alone. The tints are opaque, mixed with the tile's ground.
struct RunStyle {
    QColor color;
    QColor textColor;          ///< for words: dark enough to read at 12 px
    QColor lineTint;           ///< the training line beside the test line
    QColor fillTint;           ///< area under a line
    QColor histogramTint;      ///< bars of a histogram
    QColor ground;             ///< the tile's own ground, which hollow markers show inside
    QVector<qreal> dashPixels; ///< on and off lengths in pixels; empty means solid
    Marker marker = Marker::Disc;
};

/// As many as can be told apart: eight runs and all functions of the Curves page have their own.
inline constexpr int runStyleCount = 32;

/// The style of run `index` (from 0). The first eight have a colour of their own; after them the
/// colours begin anew with other dashes and markers.
RunStyle runStyle(const Theme& theme, int index);

/// A pen in the run's colour and dash. `dashScale` stretches the dashes with the text.
QPen dashedPen(const RunStyle& style, qreal width, qreal dashScale = 1.0);

/// A solid pen, for live lines: dashes are too slow to stroke over many points.
QPen solidPen(const QColor& color, qreal width);

/// Draws a marker about `size` pixels across; `ground` fills hollow ones.
void drawMarker(QPainter& painter, Marker marker, QPointF centre, qreal size, const QColor& color,
                const QColor& ground);

enum class SwatchMarker { Shown, Omitted };

/// The short sample of a run's line, as in the chips (with marker) or the Curves list (without).
void drawSwatch(QPainter& painter, const QRectF& rect, const RunStyle& style, SwatchMarker marker);

} // namespace reluscope::ui

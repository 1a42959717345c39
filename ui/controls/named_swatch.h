// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QString>

class QFont;
class QPainter;
class QWidget;

namespace reluscope::ui {

struct RunStyle;

/// Paints the sample of a function's line, without a marker, at the left of \p place.
void paintLineSample(QPainter& painter, const QWidget* widget, const QRectF& place,
                     const RunStyle& style);

/// Paints the sample of a function's line and, in the painter's font and pen, its name, elided at
/// the right of \p place.
void paintNamedSwatch(QPainter& painter, const QWidget* widget, const QRectF& place,
                      const RunStyle& style, const QString& name);

/// What both take beside the name itself.
qreal widthBeforeName(const QWidget* widget);
/// What both take where no name has to be elided.
qreal namedSwatchWidth(const QWidget* widget, const QFont& font, const QString& name);

} // namespace reluscope::ui

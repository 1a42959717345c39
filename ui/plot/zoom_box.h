// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/plot_frame.h"

#include <QString>

class QPainter;

namespace reluscope::ui {

/// The rectangle that the view is about to become, while mouse or keys draw it.
struct ZoomBox {
    QRectF pixels;
    QString hint{}; ///< which keys do what; empty where the mouse draws
};

void paintZoomBox(QPainter& painter, const PlotFrame& frame, const ZoomBox& box);

} // namespace reluscope::ui

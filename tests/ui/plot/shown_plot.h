// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/plot.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QTest>
#include <QWheelEvent>

namespace reluscope::ui {

/// A plot as it stands on a page, with the designed text size.
struct ShownPlot : Plot {
    ShownPlot() {
        setPalette(Theme::light().palette());
        QFont designed = font();
        designed.setPixelSize(13);
        setFont(designed);
        resize(420, 260);
        setRange(PlotAxis::X, {0.0, 10.0});
        setRange(PlotAxis::Y, {-1.0, 1.0});
    }

    /// Lays out, paints and hands over the picture.
    QImage paint() {
        show();
        static_cast<void>(QTest::qWaitForWindowExposed(this));
        QCoreApplication::processEvents();
        return grab().toImage();
    }

    void turnWheel(QPointF position, int notches) {
        QWheelEvent event(position, mapToGlobal(position), {}, {0, 120 * notches}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(this, &event);
    }

    void useCrossHair(CrossHairMode mode) {
        CrossHairOptions options;
        options.mode = mode;
        setCrossHairOptions(options);
    }
};

} // namespace reluscope::ui

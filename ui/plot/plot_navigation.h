// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/interval.h"

#include <QPointF>

class QKeyEvent;
class QMouseEvent;
class QWheelEvent;

namespace reluscope::ui {

class Plot;

/// What mouse, wheel and keys mean to a plot.
///
/// Drag pans, Shift-drag or right drag draws a rectangle to zoom to, the wheel zooms about the
/// pointer, double click goes home. Arrows move the cross-hair (Shift: finely), Ctrl+arrows pan,
/// + and - zoom, Home and 0 go home, Escape hides a passing cross-hair.
class PlotNavigation {
  public:
    explicit PlotNavigation(Plot& plot);

    void mousePress(QMouseEvent& event);
    void mouseMove(QMouseEvent& event);
    void mouseRelease(QMouseEvent& event);
    void wheel(QWheelEvent& event);
    /// False if the key means nothing to a plot and belongs to someone else.
    [[nodiscard]] bool keyPress(QKeyEvent& event);

    /// Whether an axis can show this range: finite, not empty, and wider than rounding errors.
    [[nodiscard]] static bool isSensible(Interval range);

  private:
    enum class Drag { None, CrossHair, Pan, Box };

    [[nodiscard]] bool isNearCrossHair(QPointF position) const;
    void pointCrossHairAt(QPointF position);
    void stepCrossHair(int direction, bool fine);
    void stepToSample(int direction);

    Plot& m_plot;
    Drag m_drag = Drag::None;
    QPointF m_start;
    QPointF m_last;
};

} // namespace reluscope::ui

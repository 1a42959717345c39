// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/interval.h"

#include <QPointF>
#include <QRectF>

#include <optional>

class QKeyEvent;
class QMouseEvent;
class QWheelEvent;

namespace reluscope::ui {

class Plot;

/// What mouse, wheel and keys mean to a plot.
///
/// Drag pans, Shift-drag or right drag draws a rectangle to zoom to, the wheel zooms about the
/// pointer, double click goes home. Arrows move the cross-hair (Shift: finely), Home and End bring
/// it to the ends of the view, Ctrl+arrows pan, + and - zoom, 0 goes home, Z puts up a rectangle
/// for the arrow keys and for the next drag, Escape takes it away or hides a passing cross-hair.
class PlotNavigation {
  public:
    explicit PlotNavigation(Plot& plot);

    void mousePress(QMouseEvent& event);
    void mouseMove(QMouseEvent& event);
    void mouseRelease(QMouseEvent& event);
    void mouseDoubleClick(QMouseEvent& event);
    void wheel(QWheelEvent& event);
    /// False if the key means nothing to a plot and belongs to someone else.
    [[nodiscard]] bool keyPress(QKeyEvent& event);

    void beginBox();
    void cancelBox();

    /// Whether an axis can show this range: finite, not empty, and wider than rounding errors.
    [[nodiscard]] static bool isSensible(Interval range);

  private:
    enum class Drag { None, CrossHair, Pan, Box };

    [[nodiscard]] bool boxKeyPress(const QKeyEvent& event);
    void showBox();
    void stepRow(int direction);
    void crossHairToEnd(bool upper);
    [[nodiscard]] bool isNearCrossHair(QPointF position) const;
    void pointCrossHairAt(QPointF position);
    void stepCrossHair(int direction, bool fine);
    void stepToSample(int direction);

    Plot& m_plot;
    Drag m_drag = Drag::None;
    QPointF m_start;
    QPointF m_last;
    std::optional<double> m_crossHairAtPress;
    std::optional<QRectF> m_keyBox; ///< in pixels, while keys or the next drag draw it
};

} // namespace reluscope::ui

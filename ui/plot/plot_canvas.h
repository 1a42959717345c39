// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/end_labels.h"
#include "ui/plot/plot_frame.h"
#include "ui/plot/qcp.h"
#include "ui/plot/series_painter.h"
#include "ui/plot/zoom_box.h"

#include <optional>

namespace reluscope::ui {

class Plot;

/// Draws a Plot with QCustomPlot: its axes, ticks, grid, buffered layers and export; the lines
/// and words are painted by our own layerables. The canvas holds no state that a user could mean,
/// only the layout.
class PlotCanvas : public QCustomPlot {
  public:
    explicit PlotCanvas(Plot& plot);

    /// Lays out for a widget of `size`; before every replot it does so for its own.
    void arrange(QSize size);
    /// Export paints in another theme than the screen; nullptr goes back.
    void setThemeOverride(const Theme* theme);
    void setZoomBox(std::optional<ZoomBox> box);
    void redrawOverlay();

    [[nodiscard]] PlotFrame frame() const;
    [[nodiscard]] const EndLabelsPlace& endLabels() const { return m_endLabels; }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    struct SideMargins {
        qreal left = 0.0;
        qreal right = 0.0;
        bool operator==(const SideMargins&) const = default;
    };

    void addLayers();
    void paintOverlay(QCPPainter& painter);
    void restyle(const PlotFrame& frame);
    void placeTicks(const PlotFrame& frame, QSize size);
    [[nodiscard]] SideMargins sharedMargins(SideMargins own);
    [[nodiscard]] const Theme& theme() const;

    Plot& m_plot;
    SeriesPainter m_seriesPainter;
    QSharedPointer<QCPAxisTickerText> m_xTicker;
    QSharedPointer<QCPAxisTickerText> m_yTicker;
    const Theme* m_themeOverride = nullptr;
    SideMargins m_margins;
    double m_lastTick = 0.0;      ///< on the x axis
    qreal m_lastTickReach = -1.0; ///< half the width of its label; negative without
    EndLabelsPlace m_endLabels;   ///< as painted last
    std::optional<ZoomBox> m_zoomBox;
};

} // namespace reluscope::ui

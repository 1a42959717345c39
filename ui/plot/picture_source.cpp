// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/picture_source.h"

#include "ui/plot/heat_map.h"
#include "ui/plot/plot.h"
#include "ui/plot/plot_canvas.h"
#include "ui/theme/theme.h"

namespace reluscope::ui {
namespace {

/// The canvas laid out for a picture of its own, and put back afterwards.
class PictureLayout {
  public:
    PictureLayout(Plot& plot, QSize size)
        : m_plot(plot) {
        m_plot.canvas().setThemeOverride(&Theme::light());
        m_plot.canvas().arrange(size);
    }
    ~PictureLayout() {
        m_plot.canvas().setThemeOverride(nullptr);
        m_plot.refresh();
    }
    PictureLayout(const PictureLayout&) = delete;
    PictureLayout& operator=(const PictureLayout&) = delete;

  private:
    Plot& m_plot;
};

} // namespace

PictureSource::PictureSource(Plot& plot)
    : m_widget(&plot)
    , m_paint([&plot](QCPPainter& painter, QSize size) {
        const PictureLayout layout(plot, size);
        plot.canvas().toPainter(&painter, size.width(), size.height());
    }) {}

PictureSource::PictureSource(HeatMap& map)
    : m_widget(&map)
    , m_paint([&map](QCPPainter& painter, QSize size) {
        const QRect area({}, size);
        painter.fillRect(area, Theme::light().color(Tone::Tile));
        map.renderTo(painter, area, Theme::light());
    }) {}

} // namespace reluscope::ui

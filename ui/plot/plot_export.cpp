// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/plot_export.h"

#include "ui/plot/plot.h"
#include "ui/plot/plot_canvas.h"
#include "ui/theme/theme.h"

#include <QFileInfo>
#include <QSvgGenerator>

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

QPixmap renderTo(Plot& plot) {
    plot.canvas().arrange(plot.size());
    const qreal ratio = plot.devicePixelRatioF();
    QPixmap pixmap = plot.canvas().toPixmap(plot.width(), plot.height(), ratio);
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

bool savePng(Plot& plot, const QString& path, QSize size, double pixelRatio) {
    const PictureLayout layout(plot, size);
    return plot.canvas().toPixmap(size.width(), size.height(), pixelRatio).save(path, "PNG");
}

bool saveSvg(Plot& plot, const QString& path, QSize size) {
    const PictureLayout layout(plot, size);
    QSvgGenerator generator;
    generator.setFileName(path);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    generator.setTitle(plot.accessibleName());
    generator.setDescription(plot.accessibleDescription());
    QCPPainter painter;
    if (!painter.begin(&generator)) {
        return false;
    }
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    plot.canvas().toPainter(&painter, size.width(), size.height());
    return painter.end() && QFileInfo(path).size() > 0;
}

bool savePdf(Plot& plot, const QString& path, QSize size) {
    const PictureLayout layout(plot, size);
    return plot.canvas().savePdf(path, size.width(), size.height());
}

} // namespace reluscope::ui

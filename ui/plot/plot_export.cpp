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

bool saveSvg(Plot& plot, const QString& path, QSize size) {
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

} // namespace

QString suffixOf(PictureFormat format) {
    switch (format) {
    case PictureFormat::Png:
        return QStringLiteral("png");
    case PictureFormat::Svg:
        return QStringLiteral("svg");
    case PictureFormat::Pdf:
        break;
    }
    return QStringLiteral("pdf");
}

QPixmap pictureOf(Plot& plot) {
    const PictureLayout layout(plot, plot.size());
    const qreal ratio = plot.devicePixelRatioF();
    QPixmap picture = plot.canvas().toPixmap(plot.width(), plot.height(), ratio);
    picture.setDevicePixelRatio(ratio);
    return picture;
}

bool savePicture(Plot& plot, const QString& path, const PictureOptions& options) {
    const QSize size = options.size;
    const PictureLayout layout(plot, size);
    switch (options.format) {
    case PictureFormat::Png:
        return plot.canvas()
            .toPixmap(size.width(), size.height(), options.pixelRatio)
            .save(path, "PNG");
    case PictureFormat::Svg:
        return saveSvg(plot, path, size);
    case PictureFormat::Pdf:
        break;
    }
    return plot.canvas().savePdf(path, size.width(), size.height());
}

} // namespace reluscope::ui

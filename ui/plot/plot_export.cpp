// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/plot_export.h"

#include "ui/plot/plot.h"
#include "ui/plot/plot_canvas.h"
#include "ui/theme/theme.h"

#include <QFileInfo>
#include <QImage>
#include <QSvgGenerator>
#include <QtConcurrentRun>

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

/// An image, which other threads may use, unlike a pixmap. Null where it does not fit in memory.
QImage paintedImage(Plot& plot, const PictureOptions& options) {
    const PictureLayout layout(plot, options.size);
    QImage image(pixelsOf(options), QImage::Format_RGB32); // the background covers all
    if (image.isNull()) {
        return image;
    }
    QCPPainter painter(&image);
    if (options.pixelRatio > 1.0) {
        painter.setMode(QCPPainter::pmNonCosmetic); // lines of one pixel grow as all else does
    }
    painter.scale(options.pixelRatio, options.pixelRatio);
    plot.canvas().toPainter(&painter, options.size.width(), options.size.height());
    return image;
}

SaveResult resultOf(bool isWritten) {
    return isWritten ? SaveResult::Written : SaveResult::NotWritable;
}

QFuture<SaveResult> savePng(Plot& plot, const QString& path, const PictureOptions& options) {
    const QImage image = isTooLarge(options) ? QImage() : paintedImage(plot, options);
    if (image.isNull()) {
        return QtFuture::makeReadyFuture(SaveResult::TooLarge);
    }
    return QtConcurrent::run([image, path] { return resultOf(image.save(path, "PNG")); });
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

QSize pixelsOf(const PictureOptions& options) {
    return options.size * options.pixelRatio;
}

bool isTooLarge(const PictureOptions& options) {
    const QSize pixels = pixelsOf(options);
    return options.format == PictureFormat::Png &&
           qint64{pixels.width()} * pixels.height() > mostPixels;
}

QPixmap pictureOf(Plot& plot) {
    const qreal ratio = plot.devicePixelRatioF();
    QPixmap picture =
        QPixmap::fromImage(paintedImage(plot, {PictureFormat::Png, plot.size(), ratio}));
    picture.setDevicePixelRatio(ratio);
    return picture;
}

QFuture<SaveResult> savePicture(Plot& plot, const QString& path, const PictureOptions& options) {
    switch (options.format) {
    case PictureFormat::Png:
        return savePng(plot, path, options);
    case PictureFormat::Svg:
        return QtFuture::makeReadyFuture(resultOf(saveSvg(plot, path, options.size)));
    case PictureFormat::Pdf:
        break;
    }
    return QtFuture::makeReadyFuture(resultOf(savePdf(plot, path, options.size)));
}

} // namespace reluscope::ui

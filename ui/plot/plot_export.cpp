// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/plot_export.h"

#include "ui/plot/qcp.h"

#include <QFileInfo>
#include <QImage>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <QtConcurrentRun>

namespace reluscope::ui {

namespace {

/// An image, which other threads may use, unlike a pixmap. Null where it does not fit in memory.
QImage paintedImage(const PictureSource& source, const PictureOptions& options) {
    QImage image(pixelsOf(options), QImage::Format_RGB32); // the background covers all
    if (image.isNull()) {
        return image;
    }
    QCPPainter painter(&image);
    if (options.pixelRatio > 1.0) {
        painter.setMode(QCPPainter::pmNonCosmetic); // lines of one pixel grow as all else does
    }
    painter.scale(options.pixelRatio, options.pixelRatio);
    source.paint(painter, options.size);
    return image;
}

SaveResult resultOf(bool isWritten) {
    return isWritten ? SaveResult::Written : SaveResult::NotWritable;
}

QFuture<SaveResult> savePng(const PictureSource& source, const QString& path,
                            const PictureOptions& options) {
    const QImage image = isTooLarge(options) ? QImage() : paintedImage(source, options);
    if (image.isNull()) {
        return QtFuture::makeReadyFuture(SaveResult::TooLarge);
    }
    return QtConcurrent::run([image, path] { return resultOf(image.save(path, "PNG")); });
}

/// Paints into what keeps lines and texts as such.
bool paintVectors(const PictureSource& source, QPaintDevice& device, QSize size) {
    QCPPainter painter;
    if (!painter.begin(&device)) {
        return false;
    }
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    source.paint(painter, size);
    return painter.end();
}

bool saveSvg(const PictureSource& source, const QString& path, QSize size) {
    QSvgGenerator generator;
    generator.setFileName(path);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    generator.setTitle(source.widget()->accessibleName());
    generator.setDescription(source.widget()->accessibleDescription());
    return paintVectors(source, generator, size) && QFileInfo(path).size() > 0;
}

bool savePdf(const PictureSource& source, const QString& path, QSize size) {
    constexpr int pointsPerInch = 72; // so that a pixel is a point of the page
    QPdfWriter writer(path);
    writer.setResolution(pointsPerInch);
    writer.setTitle(source.widget()->accessibleName());
    writer.setPageLayout(
        QPageLayout(QPageSize(QSizeF(size), QPageSize::Point, {}, QPageSize::ExactMatch),
                    QPageLayout::Portrait, QMarginsF()));
    return paintVectors(source, writer, size) && QFileInfo(path).size() > 0;
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

QPixmap pictureOf(const PictureSource& source) {
    const qreal ratio = source.widget()->devicePixelRatioF();
    QPixmap picture = QPixmap::fromImage(
        paintedImage(source, {PictureFormat::Png, source.widget()->size(), ratio}));
    picture.setDevicePixelRatio(ratio);
    return picture;
}

QFuture<SaveResult> savePicture(const PictureSource& source, const QString& path,
                                const PictureOptions& options) {
    switch (options.format) {
    case PictureFormat::Png:
        return savePng(source, path, options);
    case PictureFormat::Svg:
        return QtFuture::makeReadyFuture(resultOf(saveSvg(source, path, options.size)));
    case PictureFormat::Pdf:
        break;
    }
    return QtFuture::makeReadyFuture(resultOf(savePdf(source, path, options.size)));
}

} // namespace reluscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/picture_source.h"

#include <QFuture>
#include <QPixmap>
#include <QSize>
#include <QString>

namespace reluscope::ui {

enum class PictureFormat { Png, Svg, Pdf };

/// "png", "svg", "pdf"
[[nodiscard]] QString suffixOf(PictureFormat format);

struct PictureOptions {
    PictureFormat format = PictureFormat::Png;
    QSize size;              ///< as if the widget had this; the texts keep its scale
    double pixelRatio = 2.0; ///< pixels of a PNG per unit of `size`
};

/// More would not fit in 256 MB of memory.
inline constexpr qint64 mostPixels = 64'000'000;

/// What a PNG has; the other formats have no pixels.
[[nodiscard]] QSize pixelsOf(const PictureOptions& options);
[[nodiscard]] bool isTooLarge(const PictureOptions& options);

/// The picture in the light theme, at its own size, for the clipboard.
[[nodiscard]] QPixmap pictureOf(const PictureSource& source);

enum class SaveResult {
    Written, ///< completely
    NotWritable,
    TooLarge, ///< more than mostPixels, or than the memory holds
};

/// Writes the picture in the light theme. All is painted on return; a PNG is compressed and written
/// in another thread.
[[nodiscard]] QFuture<SaveResult> savePicture(const PictureSource& source, const QString& path,
                                              const PictureOptions& options);

} // namespace reluscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>
#include <QSize>
#include <QString>

namespace reluscope::ui {

class Plot;

enum class PictureFormat { Png, Svg, Pdf };

/// "png", "svg", "pdf"
[[nodiscard]] QString suffixOf(PictureFormat format);

struct PictureOptions {
    PictureFormat format = PictureFormat::Png;
    QSize size;              ///< as if the widget had this; the texts keep its scale
    double pixelRatio = 2.0; ///< pixels of a PNG per unit of `size`
};

/// The plot in the light theme, at its own size, for the clipboard.
[[nodiscard]] QPixmap pictureOf(Plot& plot);

/// Writes the plot in the light theme and returns whether the file was written completely.
[[nodiscard]] bool savePicture(Plot& plot, const QString& path, const PictureOptions& options);

} // namespace reluscope::ui

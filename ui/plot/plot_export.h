// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>
#include <QSize>
#include <QString>

namespace reluscope::ui {

class Plot;

/// Draws the plot at its own size and pixel ratio, for the clipboard.
[[nodiscard]] QPixmap renderTo(Plot& plot);

/// Each writes the plot in the light theme, as if the widget had `size`, and returns
/// whether the file was written completely. The texts keep the scale of the widget.
[[nodiscard]] bool savePng(Plot& plot, const QString& path, QSize size, double pixelRatio = 2.0);
[[nodiscard]] bool saveSvg(Plot& plot, const QString& path, QSize size);
[[nodiscard]] bool savePdf(Plot& plot, const QString& path, QSize size);

} // namespace reluscope::ui

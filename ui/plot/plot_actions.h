// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/picture_source.h"

#include <QString>

#include <functional>

namespace reluscope::ui {

class FileDialogs;
class Plot;
class Tile;

/// Adds to the actions of \p owner, a tile or what is in it, what every picture can do: copy
/// itself, or the table that \p dataTable makes of its data, and be exported.
void addPictureActions(QWidget& owner, Tile& tile, const PictureSource& source,
                       const std::function<QString()>& dataTable, FileDialogs& dialogs);

/// Gives a tile's "⋯" menu what every plot can do: copy its picture or its data, export it, zoom
/// to a rectangle, and come home. The shortcuts work while the tile has the focus.
void addPlotActions(Tile& tile, Plot& plot, FileDialogs& dialogs);

/// The same for one of several plots in a tile: a submenu by the plot's accessible name, which goes
/// when the plot does. The shortcuts work while that plot has the focus.
void addPlotMenu(Tile& tile, Plot& plot, FileDialogs& dialogs);

} // namespace reluscope::ui

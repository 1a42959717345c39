// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace reluscope::ui {

class FileDialogs;
class HeatMap;
class SweepSession;
class Tile;

/// Gives a tile's "⋯" menu what can be done with a map of a sweep: copy its picture or its data,
/// export it, and export all results as a table.
void addSweepMapActions(Tile& tile, HeatMap& map, SweepSession& sweep, FileDialogs& dialogs);

} // namespace reluscope::ui

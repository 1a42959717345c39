// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace reluscope::ui {

/// What somebody has made of the tiles of a page, by the object names of the tiles.
struct TileArrangement {
    QStringList hidden;
    bool isSharpnessShown = false; ///< in the tile of the gradient ladder
    QStringList order; ///< who stands in the first tile's place, in the second's, ...; empty: they

    friend bool operator==(const TileArrangement&, const TileArrangement&) = default;
};

} // namespace reluscope::ui

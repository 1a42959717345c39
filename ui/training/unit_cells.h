// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/pictures.h"
#include "ui/training/unit_layout.h"

#include <QImage>

#include <vector>

namespace reluscope::ui {

class Theme;

/// The activation in the middle of a function that is bounded on both sides, such as 0.5 of the
/// sigmoid; else 0, where units say nothing.
float neutralActivation(const Activation& activation);

/// What the cells of a run show.
struct UnitCells {
    std::vector<std::vector<UnitState>> states; ///< by layer; none before the first pictures
    std::vector<UnitPictures> pictures;
    std::vector<float> neutral; ///< by layer, the activation that is neither of both colours
    bool hasDiverged = false;
};

/// One picture of all cells. Alive ones show their unit's values from sky over the tile's colour to
/// orange, each on a scale of its own; what has died has lost its colour.
QImage drawUnitCells(const UnitCells& cells, const UnitLayout& layout, const Theme& theme,
                     qreal scale, qreal pixelRatio);

} // namespace reluscope::ui

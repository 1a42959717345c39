// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace reluscope::ui {

/// One label of a column: where its middle should be, how high it is, where it ends up.
struct LabelSlot {
    double wanted = 0.0;
    double height = 0.0;
    double placed = 0.0;
};

/// Places labels inside [top, bottom] without overlap and, together, as near as possible to where
/// they should be (least squares). Labels that wish for the same place keep their order.
/// If they do not all fit, they leave the bottom.
void placeLabels(std::span<LabelSlot> labels, double top, double bottom);

} // namespace reluscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
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

/// How many of the labels, from the first on, have room; if not all have, then beside one more of
/// `restHeight` that stands for the others.
[[nodiscard]] std::size_t labelsThatFit(std::span<const LabelSlot> labels, double room,
                                        double restHeight);

} // namespace reluscope::ui

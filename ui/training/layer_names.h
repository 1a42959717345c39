// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <cstddef>

namespace reluscope::ui {

/// Segments to choose a hidden layer by: "Layer 1", "Layer 2"; of many, only the first says what
/// they are.
QStringList layerNames(std::size_t count);

} // namespace reluscope::ui

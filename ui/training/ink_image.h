// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include <span>

namespace reluscope::ui {

/// An image of a data set as ink on paper: of \p pixels, rows x columns of any range, the lowest
/// becomes white.
QImage inkImage(std::span<const float> pixels, std::size_t rows, std::size_t columns);

} // namespace reluscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/plot_frame.h"
#include "ui/plot/series.h"

#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

class QPainter;

namespace reluscope::ui {

/// What the names at the ends of the lines take of a plot.
struct EndLabelsPlace {
    std::optional<qreal> left{}; ///< where the column and the leaders to it begin
    std::vector<QRectF> rects{}; ///< what each label covers
    QRectF rest{};               ///< the last of them, if it is "+3 more" for names without room
    QStringList restNames{};
};

/// The names at the ends of the lines, in a column that never overlaps and never leaves the plot,
/// with thin leaders where a name had to step aside. If not all have room, the first ones stay.
EndLabelsPlace paintEndLabels(QPainter& painter, const PlotFrame& frame,
                              const std::vector<std::unique_ptr<Series>>& series);

/// The margin that the widest label needs to the right of the area; 0 without labels.
[[nodiscard]] qreal endLabelMargin(const PlotFrame& frame,
                                   const std::vector<std::unique_ptr<Series>>& series);

} // namespace reluscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/plot_frame.h"
#include "ui/plot/series.h"

#include <QPointF>
#include <QString>

#include <memory>
#include <optional>
#include <span>
#include <vector>

class QPainter;

namespace reluscope::ui {

/// A place on a line that a letter in a circle points at.
struct LetterMark {
    double x = 0.0;
    double y = 0.0;
    int run = 0;
    QString letter{};
    bool operator==(const LetterMark&) const = default;
};

/// A letter in a circle; of no run in the colours of notes.
void drawLetter(QPainter& painter, const Theme& theme, const QFont& font, QPointF centre,
                const QString& letter, std::optional<int> run, qreal scale);

/// Where the circles go, one for each mark that lies in the area: above or below its place, as near
/// as it can be without touching another circle or place, and where it hides least of the lines.
/// Marks outside the area have none.
[[nodiscard]] std::vector<std::optional<QPointF>>
placeLetters(const PlotFrame& frame, std::span<const LetterMark> marks,
             const std::vector<std::unique_ptr<Series>>& series);

void paintLetterMarks(QPainter& painter, const PlotFrame& frame, std::span<const LetterMark> marks,
                      const std::vector<std::unique_ptr<Series>>& series);

} // namespace reluscope::ui

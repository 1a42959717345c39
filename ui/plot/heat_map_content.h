// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plot/ticks.h"

#include <QColor>
#include <QPoint>
#include <QStringList>

#include <vector>

namespace reluscope::ui {

class Theme;

/// How a number becomes a colour.
enum class HeatRamp {
    Magnitude, ///< cividis
    Count      ///< grey, with the figure in the cell
};

struct HeatCell {
    enum class State {
        Missing,  ///< a dot
        Zero,     ///< exactly nothing: quiet grey
        Value,    ///< a colour
        Diverged, ///< a dense hatch
    };

    State state = State::Missing;
    double share = 0;          ///< of the ramp, from 0 to 1
    QString figure{};          ///< written into it
    bool isUnfinished = false; ///< outlined: more is to come

    friend bool operator==(const HeatCell&, const HeatCell&) = default;
};

/// What a HeatMap shows. A place is (column, row).
struct HeatMapContent {
    QStringList rows;
    int columns = 0;
    std::vector<HeatCell> cells; ///< row after row
    std::vector<Tick> ticks;     ///< below the columns, by fractional index of a column
    QString axis;                ///< what the columns are, at the left of the ticks
    HeatRamp ramp = HeatRamp::Magnitude;
    std::vector<Tick> barTicks; ///< beside the colour bar, by share
    int barSteps = 0;           ///< pieces of the bar, where what it shows is counted; 0: smooth

    const HeatCell& at(QPoint place) const {
        return cells[static_cast<std::size_t>(place.y() * columns + place.x())];
    }
};

QColor rampColor(HeatRamp ramp, double share, const Theme& theme);

} // namespace reluscope::ui

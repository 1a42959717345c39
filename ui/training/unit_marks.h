// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/unit_states.h"

#include <QPointF>
#include <QString>

#include <array>

class QPainter;

namespace reluscope::ui {

class Theme;

inline constexpr std::array unitStateOrder{UnitState::Alive, UnitState::Silent,
                                           UnitState::PermanentlyDead, UnitState::Saturated};

/// What a state is called: "permanently dead".
QString unitStateName(UnitState state);

/// The mark of a state, about \p size pixels across: disc, ring, cross, two bars.
void drawUnitMark(QPainter& painter, UnitState state, QPointF centre, qreal size,
                  const Theme& theme);

/// How many of a network's hidden units are in which state.
struct UnitCounts {
    std::array<int, 4> byState{}; ///< by UnitState

    static UnitCounts of(const std::vector<std::vector<UnitState>>& states);
    int of(UnitState state) const { return byState[static_cast<std::size_t>(state)]; }
    int all() const;

    /// "3 silent".
    QString inWords(UnitState state) const;
    /// "8 dead · 3 silent", "all alive".
    QString inWords() const;
    /// A sentence on a run: "ReLU: 8 permanently dead, 3 silent of 32."
    QString sentence(const QString& run) const;
};

} // namespace reluscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/change.h"

#include <QRect>
#include <QSize>

#include <optional>
#include <vector>

namespace reluscope::ui {

/// Where the cells of a run's units lie: squares in rows of one length, layer under layer, with
/// room for the layer's number at the left where there are several.
class UnitLayout {
  public:
    UnitLayout() = default;

    /// Of so many \p units by layer, the largest cells that fit into \p room. Below the least size
    /// that can still be read, rows are as long as the room is wide and more than it is high.
    UnitLayout(std::vector<std::size_t> units, QSize room, qreal scale);

    /// Of a cell, edges included.
    int side() const { return m_side; }
    int columns() const { return m_columns; }
    /// Of all cells together.
    int height() const;
    int width() const;
    std::size_t layerCount() const { return m_units.size(); }
    std::size_t unitCount(std::size_t layer) const { return m_units[layer]; }

    QRect cell(UnitPlace place) const;
    /// Where a layer's number stands.
    QRect label(std::size_t layer) const;
    /// The unit at a point, the gaps after it included.
    std::optional<UnitPlace> at(QPoint point) const;

    /// The unit next to one in reading order, or in the row above or below, or itself at an end.
    UnitPlace previous(UnitPlace place) const;
    UnitPlace next(UnitPlace place) const;
    UnitPlace above(UnitPlace place) const;
    UnitPlace below(UnitPlace place) const;

  private:
    int rows(std::size_t layer, int columns) const;
    int allRows(int columns) const;
    int layerTop(std::size_t layer) const;

    std::vector<std::size_t> m_units;
    int m_columns = 1;
    int m_side = 1;
    int m_gap = 1;
    int m_layerGap = 0;
    int m_labelWidth = 0;
};

} // namespace reluscope::ui

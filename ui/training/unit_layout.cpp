// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/unit_layout.h"

#include <algorithm>
#include <utility>

namespace reluscope::ui {
namespace {

constexpr qreal cellGap = 2;
constexpr qreal gapBetweenLayers = 6;
constexpr qreal labelColumn = 18;
constexpr qreal leastSide = 16; ///< a mark in it can still be told
constexpr qreal mostSide = 72;

} // namespace

UnitLayout::UnitLayout(std::vector<std::size_t> units, QSize room, qreal scale)
    : m_units(std::move(units))
    , m_gap(qRound(cellGap * scale))
    , m_layerGap(qRound(gapBetweenLayers * scale))
    , m_labelWidth(m_units.size() > 1 ? qRound(labelColumn * scale) : 0) {
    if (m_units.empty()) {
        return;
    }
    const int wide = room.width() - m_labelWidth + m_gap;
    const int high =
        room.height() - (static_cast<int>(m_units.size()) - 1) * (m_layerGap - m_gap) + m_gap;
    const int widest = static_cast<int>(*std::ranges::max_element(m_units));
    const int least = qRound(leastSide * scale) + m_gap;
    int pitch = 0;
    for (int candidate = 1; candidate <= widest; ++candidate) {
        const int own = std::min(wide / candidate, high / allRows(candidate));
        if (own > pitch) {
            pitch = own;
            m_columns = candidate;
        }
    }
    if (pitch < least) {
        pitch = least;
        m_columns = std::clamp(wide / pitch, 1, widest);
    }
    m_side = std::min(pitch - m_gap, qRound(mostSide * scale));
}

int UnitLayout::rows(std::size_t layer, int columns) const {
    return (static_cast<int>(m_units[layer]) + columns - 1) / columns;
}

int UnitLayout::allRows(int columns) const {
    int sum = 0;
    for (std::size_t layer = 0; layer < m_units.size(); ++layer) {
        sum += rows(layer, columns);
    }
    return sum;
}

int UnitLayout::layerTop(std::size_t layer) const {
    int top = 0;
    for (std::size_t above = 0; above < layer; ++above) {
        top += rows(above, m_columns) * (m_side + m_gap) - m_gap + m_layerGap;
    }
    return top;
}

int UnitLayout::height() const {
    return m_units.empty() ? 0 : label(m_units.size() - 1).bottom() + 1;
}

int UnitLayout::width() const {
    return m_labelWidth + m_columns * (m_side + m_gap) - m_gap;
}

QRect UnitLayout::cell(UnitPlace place) const {
    const int index = static_cast<int>(place.unit);
    const int pitch = m_side + m_gap;
    return {m_labelWidth + index % m_columns * pitch,
            layerTop(place.layer) + index / m_columns * pitch, m_side, m_side};
}

QRect UnitLayout::label(std::size_t layer) const {
    return {0, layerTop(layer), m_labelWidth, rows(layer, m_columns) * (m_side + m_gap) - m_gap};
}

std::optional<UnitPlace> UnitLayout::at(QPoint point) const {
    const int pitch = m_side + m_gap;
    const int column = (point.x() - m_labelWidth) / pitch;
    if (point.x() < m_labelWidth || column >= m_columns) {
        return std::nullopt;
    }
    for (std::size_t layer = 0; layer < m_units.size(); ++layer) {
        const int below = point.y() - layerTop(layer);
        const int row = below / pitch;
        const auto unit = static_cast<std::size_t>(row * m_columns + column);
        if (below >= 0 && row < rows(layer, m_columns) && unit < m_units[layer]) {
            return UnitPlace{layer, unit};
        }
    }
    return std::nullopt;
}

UnitPlace UnitLayout::previous(UnitPlace place) const {
    if (place.unit > 0) {
        return {place.layer, place.unit - 1};
    }
    return place.layer > 0 ? UnitPlace{place.layer - 1, m_units[place.layer - 1] - 1} : place;
}

UnitPlace UnitLayout::next(UnitPlace place) const {
    if (place.unit + 1 < m_units[place.layer]) {
        return {place.layer, place.unit + 1};
    }
    return place.layer + 1 < m_units.size() ? UnitPlace{place.layer + 1, 0} : place;
}

UnitPlace UnitLayout::above(UnitPlace place) const {
    const auto columns = static_cast<std::size_t>(m_columns);
    if (place.unit >= columns) {
        return {place.layer, place.unit - columns};
    }
    if (place.layer == 0) {
        return place;
    }
    const std::size_t layer = place.layer - 1;
    const auto lastRow = static_cast<std::size_t>(rows(layer, m_columns) - 1) * columns;
    return {layer, std::min(lastRow + place.unit, m_units[layer] - 1)};
}

UnitPlace UnitLayout::below(UnitPlace place) const {
    const auto columns = static_cast<std::size_t>(m_columns);
    const std::size_t lastRow = (m_units[place.layer] - 1) / columns;
    if (place.unit / columns < lastRow) {
        return {place.layer, std::min(place.unit + columns, m_units[place.layer] - 1)};
    }
    if (place.layer + 1 == m_units.size()) {
        return place;
    }
    return {place.layer + 1, std::min(place.unit % columns, m_units[place.layer + 1] - 1)};
}

} // namespace reluscope::ui

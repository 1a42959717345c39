// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/boundary.h"

#include <cmath>

namespace reluscope::ui {

namespace {

/// The corners of one cell, numbered round from the origin, and the crossings on its four sides;
/// side i runs from corner i to corner i + 1.
struct Cell {
    float value[4];
    float level;
    QPointF origin;

    [[nodiscard]] bool above(int corner) const { return value[corner] >= level; }

    [[nodiscard]] QPointF crossing(int side) const {
        static constexpr QPointF corners[] = {{0, 0}, {1, 0}, {1, 1}, {0, 1}};
        const int next = (side + 1) % 4;
        const double t = static_cast<double>((level - value[side]) / (value[next] - value[side]));
        return origin + corners[side] + (corners[next] - corners[side]) * t;
    }
};

void addPieces(const Cell& cell, std::vector<QLineF>& pieces) {
    int sides[4];
    int count = 0;
    for (int side = 0; side < 4; ++side) {
        if (cell.above(side) != cell.above((side + 1) % 4)) {
            sides[count++] = side;
        }
    }
    if (count == 2) {
        pieces.emplace_back(cell.crossing(sides[0]), cell.crossing(sides[1]));
    } else if (count == 4) {
        const float mean = (cell.value[0] + cell.value[1] + cell.value[2] + cell.value[3]) / 4.0F;
        // With the middle on corner 0's side, the lines cut off corners 1 and 3; else 0 and 2.
        const int first = (mean >= cell.level) == cell.above(0) ? 0 : 3;
        for (const int side : {first, (first + 2) % 4}) {
            pieces.emplace_back(cell.crossing(side), cell.crossing((side + 1) % 4));
        }
    }
}

} // namespace

std::vector<QLineF> boundaryOf(std::span<const float> values, int columns, int rows, float level) {
    std::vector<QLineF> pieces;
    const auto at = [&](int column, int row) {
        return values[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                      static_cast<std::size_t>(column)];
    };
    for (int row = 0; row + 1 < rows; ++row) {
        for (int column = 0; column + 1 < columns; ++column) {
            const Cell cell{{at(column, row), at(column + 1, row), at(column + 1, row + 1),
                             at(column, row + 1)},
                            level,
                            QPointF(column, row)};
            const float sum = cell.value[0] + cell.value[1] + cell.value[2] + cell.value[3];
            if (std::isfinite(sum)) {
                addPieces(cell, pieces);
            }
        }
    }
    return pieces;
}

} // namespace reluscope::ui

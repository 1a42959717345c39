// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/decision_grid.h"

#include <algorithm>

namespace reluscope {

DecisionGrid makeDecisionGrid(const Dataset& data, std::size_t side) {
    constexpr double margin = 0.06; // of the larger extent, on each side

    double low[2]{data.train.features[0], data.train.features[1]};
    double high[2]{low[0], low[1]};
    for (const Examples* split : {&data.train, &data.test}) {
        for (std::size_t i = 0; i < split->features.size(); ++i) {
            const double value = split->features[i];
            low[i % 2] = std::min(low[i % 2], value);
            high[i % 2] = std::max(high[i % 2], value);
        }
    }
    // A square keeps the data's proportions; a set with no extent still gets one.
    const double extent = std::max({high[0] - low[0], high[1] - low[1], 1e-3});
    const double half = extent * (0.5 + margin);
    const double centre[2]{(low[0] + high[0]) / 2, (low[1] + high[1]) / 2};

    DecisionGrid grid{.left = centre[0] - half,
                      .right = centre[0] + half,
                      .bottom = centre[1] - half,
                      .top = centre[1] + half,
                      .points = {}};
    const double cell = 2 * half / static_cast<double>(side);
    grid.points.reserve(side * side * 2);
    for (std::size_t row = 0; row < side; ++row) {
        for (std::size_t column = 0; column < side; ++column) {
            grid.points.push_back(
                static_cast<float>(grid.left + (static_cast<double>(column) + 0.5) * cell));
            grid.points.push_back(
                static_cast<float>(grid.bottom + (static_cast<double>(row) + 0.5) * cell));
        }
    }
    return grid;
}

} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/number_text.h"
#include "ui/training/epoch_tile.h"

#include <algorithm>
#include <cmath>

namespace reluscope::ui {
namespace {

constexpr double percent = 100;

QString wholePercent(double share) {
    return countText(std::lround(share * percent));
}

} // namespace

EpochMetric lossMetric() {
    return {.title = EpochTile::tr("Loss per epoch"),
            .plotName = EpochTile::tr("Loss per epoch"),
            .objectName = "lossPlot",
            .main = &RunHistory::testLoss,
            .tint = &RunHistory::trainLoss,
            .axis = {.scale = Scale::Log, .grid = true},
            .explainsDivergence = true,
            .valueText = [](double value) { return numberText(value); },
            .shortText = [](double value) { return numberText(value, 2); },
            .range = [](Interval shown,
                        Interval data) { return grownInSteps(shown, data, Scale::Log); },
            .race = RaceTarget::Figure::Loss};
}

EpochMetric accuracyMetric() {
    return {.title = EpochTile::tr("Accuracy"),
            .plotName = EpochTile::tr("Accuracy"),
            .objectName = "accuracyPlot",
            .main = &RunHistory::testAccuracy,
            .tint = &RunHistory::trainAccuracy,
            .factor = percent,
            .axis = {.lastTick = EpochTile::tr("%1 %"), .grid = true},
            .valueText = &percentText,
            .shortText = wholePercent,
            .range =
                [](Interval, Interval data) {
                    // From a round number at or below the worst to all of them.
                    constexpr double step = 20;
                    return Interval{std::floor(data.lower / step) * step, percent};
                },
            .race = RaceTarget::Figure::Accuracy};
}

EpochMetric deadUnitsMetric() {
    return {.title = EpochTile::tr("Dead units"),
            .plotName = EpochTile::tr("Dead units"),
            .objectName = "deadUnitsPlot",
            .main = &RunHistory::deadFraction,
            .factor = percent,
            .axis = {.lastTick = EpochTile::tr("%1 %"), .grid = true},
            .shape = SeriesShape::Steps,
            .hasArea = true,
            .isLabelledByValue = true,
            .valueText = &percentText,
            .shortText = wholePercent,
            .range = [](Interval, Interval data) {
                constexpr double smallest = 10;
                constexpr double headroom = 1.2;
                return Interval{
                    0, std::min(percent, stepUp(std::max(smallest, headroom * data.upper)))};
            }};
}

} // namespace reluscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/arrival.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace reluscope::ui {
namespace {

std::span<const double> figuresOf(const RunHistory& history, RaceTarget::Figure figure) {
    const std::span<const double> all =
        figure == RaceTarget::Figure::Accuracy ? history.trainAccuracy() : history.trainLoss();
    if (!history.pastEpoch()) {
        return all;
    }
    const auto last = history.pointAt(*history.pastEpoch());
    return all.first(last ? *last + 1 : 0);
}

} // namespace

std::optional<Arrival> arrivalOf(const RunHistory& history, const RaceTarget& target) {
    const auto figures = figuresOf(history, target.figure);
    const auto there = std::ranges::find_if(figures, [&](double figure) {
        return target.figure == RaceTarget::Figure::Accuracy ? figure >= target.value
                                                             : figure <= target.value;
    });
    if (there == figures.end()) {
        return std::nullopt;
    }
    const auto point = static_cast<std::size_t>(there - figures.begin());
    const double epoch = history.epochs()[point];
    return Arrival{.epoch = static_cast<std::size_t>(epoch),
                   .steps = static_cast<std::size_t>(history.steps()[point]),
                   .seconds = history.seconds()[point],
                   .isExact = point == 0 || history.epochs()[point - 1] == epoch - 1};
}

std::optional<double> bestOf(const RunHistory& history, RaceTarget::Figure figure) {
    std::optional<double> best;
    for (const double value : figuresOf(history, figure)) {
        const bool isBetter =
            !best || (figure == RaceTarget::Figure::Accuracy ? value > *best : value < *best);
        if (std::isfinite(value) && isBetter) {
            best = value;
        }
    }
    return best;
}

} // namespace reluscope::ui

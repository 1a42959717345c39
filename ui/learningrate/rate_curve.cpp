// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learningrate/rate_curve.h"

#include <cmath>
#include <limits>

namespace reluscope::ui {

RateCurve rateCurveOf(const SweepSpec& spec, std::span<const SeedSummary> summaries,
                      std::size_t run, SeedFigure figure) {
    constexpr double gap = std::numeric_limits<double>::quiet_NaN();
    RateCurve curve;
    for (std::size_t rate = 0; rate < spec.rateCount(); ++rate) {
        const SeedSummary& summary = summaries[run * spec.rateCount() + rate];
        if (summary.ended == 0) {
            continue;
        }
        const double learningRate = learningRateOf(spec, {.run = run, .rate = rate});
        if (summary.diverged > 0 && !curve.firstDiverged) {
            curve.firstDiverged = learningRate;
        }
        const auto spread = summary.diverged == 0 ? summary.*figure : std::nullopt;
        curve.rates.push_back(learningRate);
        curve.low.push_back(spread ? spread->low : gap);
        curve.median.push_back(spread ? spread->median : gap);
        curve.high.push_back(spread ? spread->high : gap);
    }
    bool endsEarly = false;
    while (!curve.rates.empty() && std::isnan(curve.median.back())) {
        for (std::vector<double>* values : {&curve.rates, &curve.low, &curve.median, &curve.high}) {
            values->pop_back();
        }
        endsEarly = true;
    }
    if (endsEarly && !curve.rates.empty()) {
        curve.lastFinite = curve.rates.back();
    }
    return curve;
}

} // namespace reluscope::ui

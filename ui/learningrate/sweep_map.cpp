// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learningrate/sweep_map.h"

#include "ui/learningrate/rate_text.h"
#include "ui/learningrate/sweep_session.h"
#include "ui/learningrate/sweep_words.h"
#include "ui/plot/plot.h"
#include "ui/plot/tick_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace reluscope::ui {
namespace {

QString text(const char* english) {
    return QCoreApplication::translate("SweepMap", english);
}

/// Whether the map of a figure has a logarithmic scale.
bool isLoss(const SweepSession& sweep, SweepFigure figure) {
    return figure == SweepFigure::Loss ||
           (figure == SweepFigure::TestAccuracy && sweep.isRegression());
}

const SeedSummary& summaryAt(const SweepSession& sweep, std::size_t run, std::size_t rate) {
    return sweep.summaries()[run * sweep.spec().rateCount() + rate];
}

/// Whether most of its seeds learned nothing: their loss is above that before training. The scale
/// of losses is none of theirs, or it would be too coarse for all others.
bool hasMostlyFailed(const SeedSummary& summary) {
    return 2 * summary.failed > summary.ended - summary.diverged;
}

struct MapValues {
    std::vector<double> all;   ///< the finite figures
    std::vector<double> usual; ///< those that decide about the scale
};

MapValues valuesOf(const SweepSession& sweep, SweepFigure figure) {
    MapValues values;
    for (std::size_t run = 0; run < sweep.spec().runCount(); ++run) {
        for (std::size_t rate = 0; rate < sweep.spec().rateCount(); ++rate) {
            const SeedSummary& summary = summaryAt(sweep, run, rate);
            const auto value = mapValue(sweep, figure, run, rate);
            if (!value || hasMostlyDiverged(summary)) {
                continue;
            }
            values.all.push_back(*value);
            if (!isLoss(sweep, figure) || !hasMostlyFailed(summary)) {
                values.usual.push_back(*value);
            }
        }
    }
    if (values.usual.empty()) {
        values.usual = values.all;
    }
    return values;
}

Interval rangeOf(const SweepSession& sweep, SweepFigure figure, std::optional<Interval>& range) {
    const Scale scale = isLoss(sweep, figure) ? Scale::Log : Scale::Linear;
    const auto extent = extentOf(valuesOf(sweep, figure).usual, scale);
    if (scale == Scale::Log) {
        if (!extent) {
            return range.value_or(Interval{0.1, 1});
        }
        constexpr Interval nothing{std::numeric_limits<double>::infinity(), 0};
        range = grownInSteps(range.value_or(nothing), *extent, scale);
        if (range->lower == range->upper) {
            constexpr double decade = 10;
            range->lower /= decade;
        }
        return *range;
    }
    constexpr double tenth = 0.1;
    const auto roundedUp = [](double value) { return tenth * std::ceil(value / tenth - 1e-9); };
    const auto roundedDown = [](double value) { return tenth * std::floor(value / tenth + 1e-9); };
    Interval needed{0, tenth};
    if (figure == SweepFigure::TestAccuracy) {
        needed = {extent ? std::min(roundedDown(extent->lower), 1 - tenth) : 0.5, 1};
    } else if (extent) {
        needed.upper = std::max(tenth, roundedUp(extent->upper));
    }
    range =
        range ? Interval{std::min(range->lower, needed.lower), std::max(range->upper, needed.upper)}
              : needed;
    return *range;
}

double shareOf(double value, Interval range, Scale scale) {
    const double share = scale == Scale::Log
                             ? std::log(std::max(value, range.lower) / range.lower) /
                                   std::log(range.upper / range.lower)
                             : (value - range.lower) / (range.upper - range.lower);
    return std::clamp(share, 0.0, 1.0);
}

HeatCell cellOf(const SweepSession& sweep, SweepFigure figure, Interval range, std::size_t run,
                std::size_t rate) {
    const SeedSummary& summary = summaryAt(sweep, run, rate);
    HeatCell cell{.isUnfinished = summary.ended > 0 && summary.ended < sweep.spec().seedCount};
    if (summary.ended == 0) {
        return cell;
    }
    if (figure == SweepFigure::Diverged) {
        if (summary.diverged == 0) {
            cell.state = HeatCell::State::Zero;
        } else {
            cell.state = HeatCell::State::Value;
            cell.share =
                static_cast<double>(summary.diverged) / static_cast<double>(sweep.spec().seedCount);
            cell.figure = QString::number(summary.diverged);
        }
        return cell;
    }
    const auto value = mapValue(sweep, figure, run, rate);
    if (!value || hasMostlyDiverged(summary)) {
        cell.state = HeatCell::State::Diverged;
    } else if (figure == SweepFigure::DeadFraction && *value == 0) {
        cell.state = HeatCell::State::Zero;
    } else {
        cell.state = HeatCell::State::Value;
        cell.share = shareOf(*value, range, isLoss(sweep, figure) ? Scale::Log : Scale::Linear);
    }
    return cell;
}

std::vector<Tick> rateTicks(const SweepSpec& spec) {
    constexpr int most = 4;
    if (spec.rateCount() < 2) {
        return {{0, rateText(spec.learningRates.front())}};
    }
    const Interval range{spec.learningRates.front(), spec.learningRates.back()};
    std::vector<Tick> ticks = ticksFor(range, {.scale = Scale::Log}, most);
    for (Tick& tick : ticks) {
        tick.value = std::log(tick.value / range.lower) / std::log(range.upper / range.lower) *
                     static_cast<double>(spec.rateCount() - 1);
    }
    return ticks;
}

QString percent(double share) {
    return QString::number(std::lround(100 * share));
}

/// Both ends, and what is round between them; the unit stands at the upper end.
std::vector<Tick> barTicks(const SweepSession& sweep, SweepFigure figure, Interval range) {
    if (figure == SweepFigure::Diverged) {
        const std::size_t seeds = sweep.spec().seedCount;
        constexpr std::size_t most = 5; // words beside each other
        const std::size_t step = (seeds + most - 1) / most;
        std::vector<Tick> ticks;
        for (std::size_t count = 0; count < seeds; count += step) {
            ticks.push_back(
                {static_cast<double>(count) / static_cast<double>(seeds), QString::number(count)});
        }
        ticks.push_back({1, text(QT_TRANSLATE_NOOP("SweepMap", "%1 of %2")).arg(seeds).arg(seeds)});
        return ticks;
    }
    if (!isLoss(sweep, figure)) {
        return {{0, percent(range.lower)},
                {0.5, percent((range.lower + range.upper) / 2)},
                {1, QStringLiteral("%1 %").arg(percent(range.upper))}};
    }
    constexpr double apart = 0.15;
    constexpr int most = 3;
    constexpr double slack = 1 + 1e-9;
    const bool isCut = std::ranges::any_of(
        valuesOf(sweep, figure).all, [&](double value) { return value > range.upper * slack; });
    std::vector<Tick> ticks{{0, tickText(range.lower)}};
    for (Tick tick : ticksFor(range, {.scale = Scale::Log}, most)) {
        tick.value = shareOf(tick.value, range, Scale::Log);
        if (tick.value > apart && tick.value < 1 - apart) {
            ticks.push_back(tick);
        }
    }
    ticks.push_back({1, (isCut ? QStringLiteral("≥ ") : QString()) + tickText(range.upper)});
    return ticks;
}

QString valueText(const SweepSession& sweep, SweepFigure figure, double value) {
    return isLoss(sweep, figure) ? rateText(value) : QStringLiteral("%1 %").arg(percent(value));
}

/// One row in a sentence.
QString rowSummary(const SweepSession& sweep, SweepFigure figure, std::size_t run) {
    std::optional<double> best;
    std::size_t bestRate = 0;
    const bool isLeastBest = isLoss(sweep, figure);
    for (std::size_t rate = 0; rate < sweep.spec().rateCount(); ++rate) {
        const auto value = mapValue(sweep, figure, run, rate);
        if (value && (!best || (isLeastBest ? *value < *best : *value > *best))) {
            best = value;
            bestRate = rate;
        }
    }
    const QString name = rowName(sweep.spec().experiment.runs[run], sweep.shown().axis);
    if (!best) {
        return text(QT_TRANSLATE_NOOP("SweepMap", "%1: nothing yet.")).arg(name);
    }
    if (figure == SweepFigure::Diverged) {
        return *best == 0 ? text(QT_TRANSLATE_NOOP("SweepMap", "%1: none.")).arg(name)
                          : text(QT_TRANSLATE_NOOP("SweepMap", "%1: %2 at rate %3."))
                                .arg(name)
                                .arg(*best)
                                .arg(rateText(sweep.spec().learningRates[bestRate]));
    }
    const QString sentence =
        figure == SweepFigure::DeadFraction
            ? text(QT_TRANSLATE_NOOP("SweepMap", "%1: at most %2, at rate %3."))
            : text(QT_TRANSLATE_NOOP("SweepMap", "%1: best %2, at rate %3."));
    return sentence.arg(name, valueText(sweep, figure, *best),
                        rateText(sweep.spec().learningRates[bestRate]));
}

} // namespace

std::optional<double> mapValue(const SweepSession& sweep, SweepFigure figure, std::size_t run,
                               std::size_t rate) {
    const SeedSummary& summary = summaryAt(sweep, run, rate);
    const auto median = [](const std::optional<SeedSpread>& spread) {
        return spread ? std::optional(spread->median) : std::nullopt;
    };
    switch (figure) {
    case SweepFigure::Loss:
        return median(summary.trainLoss);
    case SweepFigure::TestAccuracy:
        return median(sweep.isRegression() ? summary.testLoss : summary.testAccuracy);
    case SweepFigure::DeadFraction:
        return median(summary.deadFraction);
    case SweepFigure::Diverged:
        break;
    }
    return summary.ended > 0 ? std::optional(static_cast<double>(summary.diverged)) : std::nullopt;
}

HeatMapContent sweepMap(const SweepSession& sweep, SweepFigure figure,
                        std::optional<Interval>& range) {
    const SweepSpec& spec = sweep.spec();
    const Interval scale = rangeOf(sweep, figure, range);
    HeatMapContent content;
    content.columns = static_cast<int>(spec.rateCount());
    content.axis = text(QT_TRANSLATE_NOOP("SweepMap", "rate"));
    content.ticks = rateTicks(spec);
    content.ramp = figure == SweepFigure::Diverged ? HeatRamp::Count : HeatRamp::Magnitude;
    content.barTicks = barTicks(sweep, figure, scale);
    constexpr std::size_t mostSteps = 10;
    if (figure == SweepFigure::Diverged && spec.seedCount <= mostSteps) {
        content.barSteps = static_cast<int>(spec.seedCount) + 1;
    }
    for (std::size_t run = 0; run < spec.runCount(); ++run) {
        content.rows << rowName(spec.experiment.runs[run], sweep.shown().axis);
        for (std::size_t rate = 0; rate < spec.rateCount(); ++rate) {
            content.cells.push_back(cellOf(sweep, figure, scale, run, rate));
        }
    }
    return content;
}

QString sweepMapSummary(const SweepSession& sweep, SweepFigure figure) {
    QStringList sentences{countWords(sweep) + QLatin1Char('.')};
    if (!sweep.results().empty()) {
        for (std::size_t run = 0; run < sweep.spec().runCount(); ++run) {
            sentences << rowSummary(sweep, figure, run);
        }
    }
    return sentences.join(QLatin1Char(' '));
}

} // namespace reluscope::ui

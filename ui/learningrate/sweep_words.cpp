// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learningrate/sweep_words.h"

#include "ui/controls/number_text.h"
#include "ui/learningrate/rate_text.h"
#include "ui/learningrate/sweep_session.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace reluscope::ui {
namespace {

QString text(const char* english) {
    return QCoreApplication::translate("SweepWords", english);
}

QString count(std::size_t value) {
    return countText(static_cast<qint64>(value));
}

const QString separator = QStringLiteral(" · ");

/// "0.026 (0.021–0.032)": the median, and from which seed to which.
QString lossesText(const SeedSpread& losses) {
    return losses.low == losses.high ? numberText(losses.median)
                                     : QStringLiteral("%1 (%2–%3)")
                                           .arg(numberText(losses.median), numberText(losses.low),
                                                numberText(losses.high));
}

/// "98.0 % (96.5–99.0 %)"
QString sharesText(const SeedSpread& shares) {
    const qsizetype unit = 2; // " %"
    return shares.low == shares.high
               ? percentText(shares.median)
               : QStringLiteral("%1 (%2–%3)")
                     .arg(percentText(shares.median), percentText(shares.low).chopped(unit),
                          percentText(shares.high));
}

} // namespace

QString countWords(const SweepSession& sweep) {
    return text(QT_TRANSLATE_NOOP("SweepWords", "%1 of %2 runs"))
        .arg(count(sweep.results().size()), count(sweep.spec().cellCount()));
}

QString timeLeftWords(const SweepSession& sweep) {
    const auto seconds = sweep.secondsLeft();
    if (!seconds) {
        return {};
    }
    constexpr double minute = 60;
    constexpr double hour = 60 * minute;
    constexpr double coarse = 5; // what changes each second nobody can read
    if (*seconds >= 2 * hour) {
        return text(QT_TRANSLATE_NOOP("SweepWords", "about %1 h left"))
            .arg(std::lround(*seconds / hour));
    }
    if (*seconds >= 2 * minute) {
        return text(QT_TRANSLATE_NOOP("SweepWords", "about %1 min left"))
            .arg(std::lround(*seconds / minute));
    }
    const double step = *seconds > 2 * coarse ? coarse : 1;
    const auto rounded = static_cast<int>(step * std::ceil(*seconds / step));
    return text(QT_TRANSLATE_NOOP("SweepWords", "about %1 s left")).arg(std::max(1, rounded));
}

QString activityWords(const SweepSession& sweep) {
    if (sweep.spec().runCount() == 0) {
        return text(QT_TRANSLATE_NOOP("SweepWords", "Nothing to sweep. Tick what to compare."));
    }
    const QString state =
        sweep.isRunning()    ? text(QT_TRANSLATE_NOOP("SweepWords", "Sweeping"))
        : sweep.isComplete() ? text(QT_TRANSLATE_NOOP("SweepWords", "Sweep finished"))
        : sweep.isUnderWay() ? text(QT_TRANSLATE_NOOP("SweepWords", "Sweep paused"))
        : sweep.results().empty()
            ? text(QT_TRANSLATE_NOOP("SweepWords", "Ready to sweep"))
            : text(QT_TRANSLATE_NOOP("SweepWords", "Sweep stopped; Run goes on"));
    const QString left = timeLeftWords(sweep);
    return state + separator + countWords(sweep) + (left.isEmpty() ? left : separator + left);
}

QString effortWords(const SweepSession& sweep) {
    const QString kept = text(QT_TRANSLATE_NOOP("SweepWords", "every finished run is kept"));
    if (!sweep.isRunning()) {
        return text(QT_TRANSLATE_NOOP("SweepWords", "runs on all cores")) + separator + kept;
    }
    const std::size_t left = sweep.spec().cellCount() - sweep.results().size();
    return text(QT_TRANSLATE_NOOP("SweepWords", "%1 of %2 cores busy"))
               .arg(std::min(left, sweep.threads()))
               .arg(sweep.threads()) +
           separator + kept;
}

QString cellTitle(const SweepSession& sweep, std::size_t run, std::size_t rate) {
    return text(QT_TRANSLATE_NOOP("SweepWords", "%1 at rate %2"))
        .arg(rowName(sweep.spec().experiment.runs[run], sweep.shown().axis),
             rateText(sweep.spec().learningRates[rate]));
}

QString cellFigures(const SweepSession& sweep, std::size_t run, std::size_t rate) {
    const SeedSummary& summary = sweep.summaries()[run * sweep.spec().rateCount() + rate];
    if (summary.ended == 0) {
        return text(QT_TRANSLATE_NOOP("SweepWords", "not run yet"));
    }
    QStringList words;
    if (summary.trainLoss) {
        words
            << text(QT_TRANSLATE_NOOP("SweepWords", "loss %1")).arg(lossesText(*summary.trainLoss));
    }
    if (summary.testAccuracy) {
        words << text(QT_TRANSLATE_NOOP("SweepWords", "test accuracy %1"))
                     .arg(sharesText(*summary.testAccuracy));
    } else if (summary.testLoss) {
        words << text(QT_TRANSLATE_NOOP("SweepWords", "test loss %1"))
                     .arg(lossesText(*summary.testLoss));
    }
    if (summary.deadFraction) {
        words << text(QT_TRANSLATE_NOOP("SweepWords", "dead %1"))
                     .arg(sharesText(*summary.deadFraction));
    }
    if (summary.diverged > 0) {
        words << text(QT_TRANSLATE_NOOP("SweepWords", "%1 of %2 seeds diverged"))
                     .arg(summary.diverged)
                     .arg(summary.ended);
    }
    if (summary.ended < sweep.spec().seedCount) {
        words << text(QT_TRANSLATE_NOOP("SweepWords", "%1 of %2 seeds so far"))
                     .arg(summary.ended)
                     .arg(sweep.spec().seedCount);
    }
    return words.join(separator);
}

} // namespace reluscope::ui

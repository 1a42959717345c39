// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/tabs/property_words.h"

#include "ui/controls/number_text.h"
#include "ui/plot/tick_text.h"

#include <QCoreApplication>

#include <cmath>

namespace reluscope::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PropertyWords)
};

constexpr int edgeDigits = 2;

QString endText(double value) {
    return std::isfinite(value) ? tickText(value) : exactText(value);
}

bool isSymmetric(double lower, double upper) {
    constexpr double tolerance = 1e-3;
    return std::abs(lower + upper) < tolerance * upper;
}

} // namespace

QString rangeWords(const OutputRange& range) {
    return (range.reachesLower ? QLatin1Char('[') : QLatin1Char('(')) + endText(range.lower) +
           QStringLiteral(", ") + endText(range.upper) +
           (range.reachesUpper ? QLatin1Char(']') : QLatin1Char(')'));
}

QString smoothWords(const Activation& activation) {
    switch (activation.smoothness()) {
    case Smoothness::Smooth:
        return Words::tr("yes");
    case Smoothness::OnceSmooth:
        return Words::tr("f' yes, f'' no");
    case Smoothness::Kinked:
        break;
    }
    const std::span<const double> kinks = activation.info->kinks;
    const QString first = tickText(kinks.front());
    if (kinks.size() == 1) {
        return Words::tr("no, kink at %1").arg(first);
    }
    const QString last = tickText(kinks.back());
    return isSymmetric(kinks.front(), kinks.back())
               ? Words::tr("no, kinks at ±%1").arg(last)
               : Words::tr("no, kinks at %1 and %2").arg(first, last);
}

QString saturationWords(const FlatTails& tails) {
    const auto& [lower, upper] = tails;
    if (!lower && !upper) {
        return Words::tr("nowhere");
    }
    const bool exactly = (!lower || lower->exactly) && (!upper || upper->exactly);
    const auto words = [&](const QString& tail, const QString& exactTail) {
        return exactly ? exactTail : tail;
    };
    if (!upper) {
        return words(Words::tr("below %1"), Words::tr("below %1, exactly"))
            .arg(tickText(lower->edge, edgeDigits));
    }
    const QString last = tickText(upper->edge, edgeDigits);
    if (!lower) {
        return words(Words::tr("above %1"), Words::tr("above %1, exactly")).arg(last);
    }
    if (isSymmetric(lower->edge, upper->edge)) {
        return words(Words::tr("beyond ±%1"), Words::tr("beyond ±%1, exactly")).arg(last);
    }
    return words(Words::tr("below %1, above %2"), Words::tr("below %1, above %2, exactly"))
        .arg(tickText(lower->edge, edgeDigits), last);
}

QString centredWords(ZeroCentred centred) {
    return centred == ZeroCentred::Nearly ? Words::tr("nearly")
                                          : yesOrNo(centred == ZeroCentred::Yes);
}

QString yesOrNo(bool yes) {
    return yes ? Words::tr("yes") : Words::tr("no");
}

QString figureText(double value) {
    constexpr double unit = 1000;
    const bool isShort = std::abs(value * unit - std::round(value * unit)) < 1e-9;
    return isShort ? tickText(value, 4) : numberText(value, 4);
}

} // namespace reluscope::ui

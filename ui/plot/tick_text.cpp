// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plot/tick_text.h"

#include <cmath>
#include <cstdlib>

namespace reluscope::ui {

namespace {

constexpr QChar minusSign(0x2212);

QString raised(int exponent) {
    static const QString figures = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    QString text;
    for (const QChar digit : QString::number(std::abs(exponent))) {
        text += figures[digit.digitValue()];
    }
    return exponent < 0 ? QChar(0x207B) + text : text;
}

QString plain(double value, int digits) {
    const int leading = value == 0.0 ? 0 : static_cast<int>(std::floor(std::log10(value)));
    QString text = QString::number(value, 'f', std::max(0, digits - 1 - leading));
    if (text.contains(QLatin1Char('.'))) {
        while (text.endsWith(QLatin1Char('0'))) {
            text.chop(1);
        }
        if (text.endsWith(QLatin1Char('.'))) {
            text.chop(1);
        }
    }
    return text;
}

} // namespace

bool isWrittenWithPower(double value) {
    const double size = std::abs(value);
    return std::isfinite(value) && size != 0.0 && (size < 0.000999 || size >= 99999.5);
}

QString tickText(double value, int digits) {
    if (!std::isfinite(value)) {
        return QStringLiteral("–");
    }
    const double size = std::abs(value);
    QString text;
    if (!isWrittenWithPower(value)) {
        text = plain(size, digits);
    } else {
        // Rounding may carry into the next decade (9.996 -> 10.0), so let the library round first.
        const QString scientific = QString::number(size, 'e', digits - 1);
        const auto at = scientific.indexOf(QLatin1Char('e'));
        const QString mantissa = plain(scientific.left(at).toDouble(), digits);
        text = QStringLiteral("10") + raised(scientific.mid(at + 1).toInt());
        if (mantissa != QLatin1String("1")) {
            text = mantissa + QStringLiteral(" × ") + text;
        }
    }
    return value < 0.0 && text != QLatin1String("0") ? minusSign + text : text;
}

} // namespace reluscope::ui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/number_text.h"

#include <QLocale>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>
#include <system_error>

namespace reluscope::ui {

namespace {

constexpr QChar minusSign(0x2212);

// Outside these a number is written with an exponent.
constexpr double smallestPlain = 1e-3;
constexpr double smallestLarge = 1e7;

QLocale plainLocale() {
    QLocale locale = QLocale::c();
    locale.setNumberOptions(QLocale::OmitGroupSeparator | QLocale::OmitLeadingZeroInExponent);
    return locale;
}

QLocale groupedLocale() {
    QLocale locale = QLocale::c();
    locale.setNumberOptions(QLocale::DefaultNumberOptions);
    return locale;
}

/// "e+05" as "e5", and every minus a true one.
QString polished(QString text) {
    text.replace(QLatin1String("e+"), QLatin1String("e"));
    text.replace(QLatin1Char('-'), minusSign);
    return text;
}

QString nonFiniteText(double value) {
    if (std::isnan(value)) {
        return QStringLiteral("NaN");
    }
    return value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
}

/// Whether \p text is a number that is too large or too small for a double.
bool isOutOfRange(std::string_view text) {
    double value = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    return error == std::errc::result_out_of_range && stop == end;
}

int integerDigits(double magnitude) {
    return static_cast<int>(std::floor(std::log10(magnitude))) + 1;
}

} // namespace

QString numberText(double value, int digits) {
    if (!std::isfinite(value)) {
        return nonFiniteText(value);
    }
    if (value == 0.0) {
        return QStringLiteral("0");
    }
    const double magnitude = std::abs(value);
    if (magnitude < smallestPlain || magnitude >= smallestLarge) {
        return polished(plainLocale().toString(value, 'e', digits - 1));
    }
    // Rounding can carry into a new digit (0.9996 to 1.00), so count digits after it.
    const double unit = std::pow(10.0, integerDigits(magnitude) - digits);
    const double rounded = std::round(magnitude / unit) * unit;
    const int decimals = std::max(0, digits - integerDigits(rounded));
    return polished(groupedLocale().toString(std::copysign(rounded, value), 'f', decimals));
}

QString percentText(double share) {
    if (!std::isfinite(share)) {
        return nonFiniteText(share);
    }
    const double percent = share * 100;
    const bool isExtreme = percent == 0.0 || percent == 100.0;
    return polished(plainLocale().toString(percent, 'f', isExtreme ? 0 : 1)) + QStringLiteral(" %");
}

QString countText(qint64 count) {
    return polished(groupedLocale().toString(count));
}

QString exactText(double value) {
    if (!std::isfinite(value)) {
        return nonFiniteText(value);
    }
    const double magnitude = std::abs(value);
    const bool plain =
        magnitude == 0.0 || (magnitude >= smallestPlain && magnitude < smallestLarge);
    return polished(
        plainLocale().toString(value, plain ? 'f' : 'e', QLocale::FloatingPointShortest));
}

std::optional<double> numberFromText(const QString& text) {
    QString ascii = text.trimmed();
    ascii.replace(minusSign, QLatin1Char('-'));
    QLocale strict = QLocale::c();
    strict.setNumberOptions(QLocale::RejectGroupSeparator);
    bool understood = false;
    const double value = strict.toDouble(ascii, &understood);
    // toDouble() also takes "inf" and "nan", which are nothing to train with. What is too large or
    // too small for a double it refuses, but with the value that this comes down to.
    const bool isNumber = understood ? std::isfinite(value) : isOutOfRange(ascii.toStdString());
    return isNumber ? std::optional(value) : std::nullopt;
}

} // namespace reluscope::ui

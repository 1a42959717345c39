// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/curves/exact_float.h"

#include <array>
#include <charconv>
#include <cmath>

namespace reluscope::ui {

QString exactFloat(float value) {
    if (std::isnan(value)) {
        return QStringLiteral("nan"); // to_chars would tell the sign of it
    }
    // Qt would widen it to double, and write the digits of that. Adding 0 makes −0 a plain 0.
    std::array<char, 32> text{};
    const auto written = std::to_chars(text.data(), text.data() + text.size(), value + 0.0F);
    return QString::fromLatin1(text.data(), written.ptr - text.data());
}

} // namespace reluscope::ui

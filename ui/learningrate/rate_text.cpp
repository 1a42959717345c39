// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learningrate/rate_text.h"

#include "ui/plot/tick_text.h"

namespace reluscope::ui {
namespace {

constexpr int digits = 2;

} // namespace

double roundedRate(double rate) {
    return QString::number(rate, 'g', digits).toDouble();
}

QString rateText(double rate) {
    return tickText(rate, digits);
}

} // namespace reluscope::ui

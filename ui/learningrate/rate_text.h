// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace reluscope::ui {

// Learning rates as a person would write them, with two digits: neither a sweep nor a range test
// can tell those apart that are nearer to each other.

double roundedRate(double rate);
/// "0.032", "1", as the axes have it.
QString rateText(double rate);

} // namespace reluscope::ui

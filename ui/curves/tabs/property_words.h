// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activation/flat_tails.h"
#include "core/activation/zero_centring.h"

#include <QString>

namespace reluscope::ui {

/// "[0, ∞)"
QString rangeWords(const OutputRange& range);
/// "no, kink at 0"; "f' yes, f'' no"
QString smoothWords(const Activation& activation);
/// "below 0, exactly"; "beyond ±6"
QString saturationWords(const FlatTails& tails);
QString centredWords(ZeroCentred centred);
QString yesOrNo(bool yes);

/// A figure that has no more than three digits is written with those it has, another one rounded
/// to four: "0.25", "1.100".
QString figureText(double value);

} // namespace reluscope::ui

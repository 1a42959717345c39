// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activation/activation.h"

namespace reluscope {

enum class ZeroCentred { No, Nearly, Yes };

/// What f makes of z ~ N(0, 1).
struct OutputUnderNormal {
    double mean;
    double standardDeviation;

    // Largest means, in standard deviations, that count as zero-centred and as nearly so.
    static constexpr double yesBelow = 0.01;
    static constexpr double nearlyBelow = 0.25;

    ZeroCentred zeroCentred() const;
};

OutputUnderNormal outputUnderNormal(const Activation& activation);

} // namespace reluscope

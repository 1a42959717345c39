// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activation/activation.h"
#include "core/activation/normal_input.h"
#include "core/activation/normal_samples.h"

#include <vector>

namespace reluscope {

/// A stretch of z whose ends may be infinite.
struct Stretch {
    double from;
    double to;

    friend bool operator==(const Stretch&, const Stretch&) = default;
};

/// The zero set, where f' is 0 by its formula, in ascending order.
std::vector<Stretch> zeroSetOf(const Activation& activation);

/// P(z lies in the zero set): no gradient at all.
double shareWithoutGradient(const Activation& activation, const NormalInput& input);

/// P(|f'(z)| < \p tau sup |f'|), the zero set included: almost no gradient, or none. Between the
/// samples of f and f' under \p input it looks for where |f'| crosses the threshold.
double shareWithLittleGradient(const Activation& activation, const NormalInput& input,
                               const NormalSamples& samples, double tau);

} // namespace reluscope

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activation/activation.h"
#include "core/activation/normal_input.h"
#include "core/activation/normal_samples.h"

#include <cmath>
#include <cstddef>
#include <stop_token>
#include <vector>

namespace reluscope {

/// Means under a normal pre-activation.
struct ActivationMoments {
    double value;        ///< E f(z)
    double valueSquared; ///< E f(z)²
    double slopeSquared; ///< E f'(z)²

    double deviation() const { return std::sqrt(valueSquared - value * value); } ///< of f(z)
};

/// As exact as the samples are.
ActivationMoments momentsOf(const NormalSamples& samples);

/// The variance of a unit's pre-activation after 1, 2, ... \p layers layers that each compute f and
/// then weigh and sum it, beginning with z ~ \p input: each is \p weightVariance times E f(z)² of
/// the one before. It is what layers so wide do that a sum over their units is normal, with weights
/// of mean 0 and variance \p weightVariance / fan-in (2 for He's) and biases 0 (He et al. 2015,
/// section 2.2; Poole et al. 2016). Of fewer layers if stopped.
std::vector<double> varianceByLayer(const Activation& activation, const NormalInput& input,
                                    double weightVariance, std::size_t layers,
                                    const std::stop_token& stop = {});

} // namespace reluscope

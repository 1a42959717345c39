// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/activation/activation.h"
#include "core/activation/normal_input.h"

#include <stop_token>
#include <vector>

namespace reluscope {

/// Points of z and weights by which sums become means under a normal z: E g(f(z), f'(z)) is the sum
/// of weight g(f, slope). In ascending z, dense where f bends and z is likely.
struct NormalSamples {
    std::vector<double> z;
    std::vector<double> weight;
    std::vector<double> f;
    std::vector<double> slope; ///< f'
};

enum class SampledTerms {
    Values,          ///< f alone; every slope is 0
    ValuesAndSlopes, ///< f and f'
};

/// Samples by adaptive Gauss-Kronrod quadrature, split at the kinks of f, until the means of f, f²
/// and f'² are known to about 1e-12 of those of |f|, f² and f'²; beyond a deviation of 1000 those
/// of a sine to 1e-2 only. The deviation may be 0. Nothing if stopped.
NormalSamples sampleUnder(const Activation& activation, const NormalInput& input,
                          SampledTerms terms = SampledTerms::ValuesAndSlopes,
                          const std::stop_token& stop = {});

} // namespace reluscope

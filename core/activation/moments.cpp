// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activation/moments.h"

#include <cmath>

namespace reluscope {

ActivationMoments momentsOf(const NormalSamples& samples) {
    ActivationMoments moments{};
    for (std::size_t i = 0; i < samples.z.size(); ++i) {
        const double weight = samples.weight[i];
        moments.value += weight * samples.f[i];
        moments.valueSquared += weight * samples.f[i] * samples.f[i];
        moments.slopeSquared += weight * samples.slope[i] * samples.slope[i];
    }
    return moments;
}

std::vector<double> varianceByLayer(const Activation& activation, const NormalInput& input,
                                    double weightVariance, std::size_t layers,
                                    const std::stop_token& stop) {
    std::vector<double> variances;
    NormalInput z = input;
    for (std::size_t layer = 0; layer < layers; ++layer) {
        const NormalSamples samples = sampleUnder(activation, z, SampledTerms::Values, stop);
        if (stop.stop_requested()) {
            break;
        }
        variances.push_back(weightVariance * momentsOf(samples).valueSquared);
        z = {.mean = 0, .deviation = std::sqrt(variances.back())};
    }
    return variances;
}

} // namespace reluscope

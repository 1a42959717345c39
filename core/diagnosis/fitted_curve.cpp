// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/fitted_curve.h"

#include <algorithm>

namespace reluscope {

std::vector<float> fittedCurveInputs(const Dataset& data) {
    const auto [trainLow, trainHigh] = std::ranges::minmax(data.train.features);
    const auto [testLow, testHigh] = std::ranges::minmax(data.test.features);
    const double low = std::min(trainLow, testLow);
    const double high = std::max(trainHigh, testHigh);
    std::vector<float> inputs;
    inputs.reserve(fittedCurvePoints);
    for (std::size_t i = 0; i < fittedCurvePoints; ++i) {
        const double share = static_cast<double>(i) / static_cast<double>(fittedCurvePoints - 1);
        inputs.push_back(static_cast<float>(low + share * (high - low)));
    }
    return inputs;
}

} // namespace reluscope

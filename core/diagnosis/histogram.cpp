// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/histogram.h"

#include <algorithm>
#include <cmath>

namespace reluscope {
namespace {

Histogram emptyHistogram(double low, double high, std::size_t bins) {
    return {.low = low, .high = high, .counts = std::vector<std::size_t>(bins)};
}

void count(double value, Histogram& histogram) {
    if (std::isnan(value)) {
        ++histogram.notANumber;
    } else if (value < histogram.low) {
        ++histogram.below;
    } else if (value > histogram.high) {
        ++histogram.above;
    } else {
        const double share = (value - histogram.low) / (histogram.high - histogram.low);
        const auto bin =
            static_cast<std::size_t>(share * static_cast<double>(histogram.counts.size()));
        ++histogram.counts[std::min(bin, histogram.counts.size() - 1)];
    }
}

void countUnits(const Workspace<float>& workspace, std::size_t layer, std::size_t firstUnit,
                std::size_t units, Histogram& histogram) {
    for (std::size_t example = 0; example < workspace.count(); ++example) {
        const std::size_t row = example * workspace.stride(layer);
        for (const float z : workspace.z(layer).subspan(row + firstUnit, units)) {
            count(double{z}, histogram);
        }
    }
}

} // namespace

Histogram preActivationHistogram(const Architecture& architecture,
                                 const Workspace<float>& workspace, std::size_t layer, double low,
                                 double high, std::size_t bins) {
    Histogram histogram = emptyHistogram(low, high, bins);
    countUnits(workspace, layer, 0, architecture.layerOutputs(layer), histogram);
    return histogram;
}

Histogram preActivationHistogram(const Workspace<float>& workspace, std::size_t layer,
                                 std::size_t unit, double low, double high, std::size_t bins) {
    Histogram histogram = emptyHistogram(low, high, bins);
    countUnits(workspace, layer, unit, 1, histogram);
    return histogram;
}

} // namespace reluscope

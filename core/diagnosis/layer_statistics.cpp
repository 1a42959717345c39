// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/layer_statistics.h"

#include <array>
#include <cmath>
#include <cstdint>
#include <numeric>

namespace reluscope {
namespace {

/// Sums have as many lanes as vectorize: value i adds to lane i modulo their number, and the lanes
/// add up in their order, the same on every CPU.
constexpr std::size_t lanes = 8;

/// The entries of panels beyond the last output are 0 and add nothing.
double frobeniusNorm(const Network<float>& network, std::size_t layer,
                     std::span<const float> gradient) {
    const std::size_t begin = network.weightIndex(layer, 0, 0);
    const auto weights = gradient.subspan(begin, network.biasIndex(layer, 0) - begin);
    std::array<double, lanes> sums{};
    for (std::size_t i = 0; i < weights.size(); i += lanes) {
        for (std::size_t lane = 0; lane < lanes; ++lane) {
            const double slope = weights[i + lane];
            sums[lane] += slope * slope;
        }
    }
    return std::sqrt(std::accumulate(sums.begin(), sums.end(), 0.0));
}

struct ActivationSums {
    std::array<double, lanes> values{};
    std::array<std::uint64_t, lanes> zeros{};

    void add(float a, std::size_t lane) {
        const double value = a;
        values[lane] += value;
        zeros[lane] += static_cast<std::uint64_t>(value == 0);
    }
};

/// Of the units in rows of a, `width` apart. A unit adds to the lane of its index.
ActivationSums sumUp(std::span<const float> a, std::size_t width, std::size_t units) {
    ActivationSums sums;
    for (std::size_t row = 0; row < a.size(); row += width) {
        std::size_t unit = 0;
        for (; unit + lanes <= units; unit += lanes) {
            for (std::size_t lane = 0; lane < lanes; ++lane) {
                sums.add(a[row + unit + lane], lane);
            }
        }
        for (; unit < units; ++unit) {
            sums.add(a[row + unit], unit % lanes);
        }
    }
    return sums;
}

} // namespace

LayerStatistics measureLayers(const Network<float>& network, Loss loss,
                              std::span<const float> examples, const Targets& targets,
                              Workspace<float>& workspace, std::span<float> gradient) {
    const Architecture& architecture = network.architecture();
    const std::size_t last = architecture.layerCount() - 1;
    network.forwardWithSlopes(examples, workspace);
    scoreWithGradient<float>(loss, workspace.logits(), workspace.stride(last), architecture.outputs,
                             targets, workspace.delta(last));
    network.backward(examples, workspace, gradient);

    LayerStatistics statistics;
    for (std::size_t layer = 0; layer < architecture.hidden.size(); ++layer) {
        const std::size_t units = architecture.hidden[layer];
        const auto [values, zeros] = sumUp(workspace.a(layer), workspace.stride(layer), units);
        const auto count = static_cast<double>(workspace.count() * units);
        const auto zeroCount = std::accumulate(zeros.begin(), zeros.end(), std::uint64_t{0});
        statistics.sparsity.push_back(static_cast<double>(zeroCount) / count);
        statistics.meanActivation.push_back(std::accumulate(values.begin(), values.end(), 0.0) /
                                            count);
    }
    for (std::size_t layer = 0; layer <= last; ++layer) {
        statistics.gradientNorm.push_back(frobeniusNorm(network, layer, gradient));
    }
    return statistics;
}

} // namespace reluscope

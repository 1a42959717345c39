// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/pre_activations.h"

#include <array>
#include <cmath>
#include <span>
#include <vector>

namespace reluscope {
namespace {

/// The zero set is asked of each number by itself where all share one p, else row by row.
std::vector<unsigned char> activeOf(const Activation& activation, std::span<const float> p,
                                    std::span<const float> z) {
    std::vector<unsigned char> isActive(z.size());
    const std::size_t stretch = p.size() == 1 ? z.size() : p.size();
    for (std::size_t begin = 0; begin < z.size(); begin += stretch) {
        activation.info->singlePrecision.markActive(p, z.subspan(begin, stretch),
                                                    std::span(isActive).subspan(begin, stretch));
    }
    return isActive;
}

} // namespace

PreActivations findPreActivations(const Network<float>& network, const Workspace<float>& workspace,
                                  std::size_t layer, double reach, std::size_t bins, double tau) {
    const Architecture& architecture = network.architecture();
    const Activation& activation = architecture.activations[layer];
    const std::size_t units = architecture.hidden[layer];
    const std::size_t width = workspace.stride(layer);
    const auto z = workspace.z(layer);
    std::array<float, 1> fixed{};
    const auto p = network.leading(layer, fixed);
    const auto isActive = activeOf(activation, p, z);
    std::vector<float> slopes(z.size());
    activation.info->singlePrecision.derivative(p, z, slopes);

    std::vector<float> little(units);
    for (std::size_t unit = 0; unit < units; ++unit) {
        little[unit] = static_cast<float>(tau * network.activationOf(layer, unit).supDerivative());
    }
    std::size_t none = 0;
    std::size_t few = 0;
    for (std::size_t row = 0; row < z.size(); row += width) {
        for (std::size_t unit = 0; unit < units; ++unit) {
            const bool hasNone = isActive[row + unit] == 0;
            none += hasNone ? 1U : 0U;
            few += !hasNone && std::abs(slopes[row + unit]) < little[unit] ? 1U : 0U;
        }
    }
    const std::size_t count = z.size() / width * units;
    const auto all = static_cast<double>(count);
    return {.histogram =
                preActivationHistogram(architecture, workspace, layer, -reach, reach, bins),
            .noGradient = static_cast<double>(none) / all,
            .littleGradient = static_cast<double>(few) / all};
}

double usualReach(const Network<float>& network, const Workspace<float>& workspace,
                  std::size_t layer) {
    constexpr double times = 2;
    const std::size_t units = network.architecture().hidden[layer];
    const std::size_t width = workspace.stride(layer);
    const auto z = workspace.z(layer);
    double sum = 0;
    std::size_t count = 0;
    for (std::size_t row = 0; row < z.size(); row += width) {
        for (const float value : z.subspan(row, units)) {
            const auto wide = static_cast<double>(value);
            const bool isFinite = std::isfinite(value);
            sum += isFinite ? wide * wide : 0;
            count += isFinite ? 1U : 0U;
        }
    }
    return count == 0 ? 0 : times * std::sqrt(sum / static_cast<double>(count));
}

} // namespace reluscope

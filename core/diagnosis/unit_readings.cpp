// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/unit_readings.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <span>

namespace reluscope {
namespace {

void readParameters(const Network<float>& network, std::size_t layer,
                    std::span<UnitReading> readings) {
    for (std::size_t unit = 0; unit < readings.size(); ++unit) {
        double squares = 0;
        for (std::size_t in = 0; in < network.architecture().layerInputs(layer); ++in) {
            const double weight{network.weight(layer, unit, in)};
            squares += weight * weight;
        }
        readings[unit].weightNorm = std::sqrt(squares);
        readings[unit].bias = double{network.bias(layer, unit)};
    }
}

void readActivity(const Network<float>& network, const Workspace<float>& workspace,
                  std::size_t layer, double tau, std::span<UnitReading> readings) {
    const auto z = workspace.z(layer);
    const auto a = workspace.a(layer);
    std::array<float, 1> fixed{};
    std::vector<float> slopes(z.size());
    network.architecture().activations[layer].info->singlePrecision.derivative(
        network.leading(layer, fixed), z, slopes);
    std::vector<float> little(readings.size());
    for (std::size_t unit = 0; unit < readings.size(); ++unit) {
        little[unit] = static_cast<float>(tau * network.activationOf(layer, unit).supDerivative());
    }
    for (std::size_t row = 0; row < z.size(); row += workspace.stride(layer)) {
        for (std::size_t unit = 0; unit < readings.size(); ++unit) {
            readings[unit].gradientShare += std::abs(slopes[row + unit]) >= little[unit] ? 1 : 0;
            readings[unit].meanActivation += double{a[row + unit]};
        }
    }
    for (UnitReading& reading : readings) {
        reading.gradientShare /= static_cast<double>(workspace.count());
        reading.meanActivation /= static_cast<double>(workspace.count());
    }
}

} // namespace

std::vector<std::vector<UnitReading>> readUnits(const Network<float>& network,
                                                const Workspace<float>& workspace, double tau) {
    std::vector<std::vector<UnitReading>> readings;
    for (std::size_t layer = 0; layer < network.architecture().hidden.size(); ++layer) {
        auto& own = readings.emplace_back(network.architecture().hidden[layer]);
        readParameters(network, layer, own);
        readActivity(network, workspace, layer, tau, own);
    }
    return readings;
}

} // namespace reluscope
